//! The JSON Schema of a spec file, which lets an editor complete keys, show what they mean and underline mistakes.
//!
//! It is of draft 7: every version of the YAML language server knows that one. It says less than loading does (names that
//! are defined nowhere, conditions, examples against types), but it never refuses what loading accepts.

mod json;
mod parts;
#[cfg(test)]
mod tests;

use json::{Json, object, strings};
use parts::{choice, described, fields, list_of, one_of, reference, share, text};

/// The JSON Schema of a spec file: the same pretty text every time, with a line feed at the end.
#[must_use]
pub fn json_schema() -> String {
    document().pretty()
}

fn document() -> Json {
    object([
        ("$schema", "http://json-schema.org/draft-07/schema#".into()),
        ("title", "compiled-ai spec".into()),
        ("description", "What a function must do. A language model writes the Rust for it once, at build time.".into()),
        ("type", "object".into()),
        ("properties", properties()),
        ("required", strings(REQUIRED.iter().copied())),
        ("additionalProperties", false.into()),
        ("definitions", parts::definitions()),
    ])
}

/// Keys without which there is no spec.
const REQUIRED: &[&str] = &["spec", "name", "about", "input", "output", "examples"];

/// The modules of the kit and what they are for.
const MODULES: &[(&str, &str)] = &[
    ("dates", "read and write dates and times"),
    ("money", "read amounts, round"),
    ("regex", "regular expressions"),
    ("similarity", "how alike two texts are"),
    ("table", "columns and rows in text"),
    ("text", "lines, words, cleaning"),
    ("words", "numbers and months as words"),
];

fn properties() -> Json {
    object([
        ("spec", described("Version of the spec format.", object([("const", Json::Number("1"))]))),
        (
            "name",
            described(
                "Name of the function, in snake case.",
                object([("type", "string".into()), ("pattern", parts::SNAKE_CASE.into())]),
            ),
        ),
        ("about", text("What the function does, in prose.")),
        (
            "kind",
            choice(
                "What sort of thing is compiled.",
                &[
                    ("function", "a plain function"),
                    ("validator", "a check that returns findings"),
                    ("stream", "a function over a stream of items"),
                    ("batch", "a function over a batch of records"),
                    ("workflow", "several steps with effects between them"),
                ],
            ),
        ),
        ("types", parts::types()),
        ("input", described("The input's fields: name and type.", fields())),
        ("output", described("The output: its fields, or a type.", one_of([fields(), reference("plainType")]))),
        ("rules", list_of("Rules in prose. The model follows them; say exactly what decides.", text("A rule."))),
        (
            "ensures",
            list_of(
                "Conditions that hold for every output, such as `total >= 0`. Checked on the output of every example and on what the function returns for it.",
                text(ENSURE),
            ),
        ),
        ("examples", parts::examples()),
        ("accuracy", accuracy()),
        (
            "on_abstain",
            described(
                "What happens when the function abstains: the caller gets an error, a default output, or the caller's own function is called; `error` without this key.",
                one_of([
                    choice(
                        "",
                        &[("error", "the caller gets `Err(Abstain)`"), ("call", "the caller's own function is called")],
                    ),
                    closed([("default", described("The output that the caller gets then.", object([])))], &["default"]),
                ]),
            ),
        ),
        (
            "modules",
            list_of("Modules of the kit that the function may use; without this key, all.", choice("", MODULES)),
        ),
        (
            "compliance",
            list_of("Compliance blocks that the function is held to.", text("The name of a block, such as `pci-dss`.")),
        ),
        (
            "target",
            choice(
                "What is built.",
                &[("rust", "Rust source, linked into your crate"), ("wasm", "a WebAssembly component")],
            ),
        ),
    ])
}

const ENSURE: &str = "A condition over the output's fields and `input.…`: `if a then b`, `or`, `and`, `not`, `== != < <= > >=`, \
     `in [a, b]`, `is absent`, `is present`, `+ - * /`, len, abs, min, max, sum, count, lower, starts_with, ends_with, contains, days, \
     `all(x in list: …)`, `any(x in list: …)`. It fails only when it is definitely false: with an absent value it is unknown. \
     Quote a condition that contains `: `.";

fn accuracy() -> Json {
    described(
        "What accuracy is asked for.",
        closed(
            [
                ("at_least", share("The share that must be right, such as `95%`; 100% without this key.", "1", true)),
                (
                    "held_out",
                    share(
                        "The share of the examples that is never in a prompt and that is checked too, such as `30%`; at most 90%.",
                        "0.9",
                        false,
                    ),
                ),
                (
                    "of",
                    choice(
                        "What is counted.",
                        &[
                            ("examples", "examples whose whole output is right"),
                            ("fields", "fields of the output, over all examples"),
                        ],
                    ),
                ),
                (
                    "unreached",
                    choice(
                        "What becomes of an artifact with places that no example and no generated input reaches.",
                        &[
                            ("allow", "the lock lists them"),
                            ("acknowledge", "a person must have acknowledged each; see `cargo compiled-ai review`"),
                        ],
                    ),
                ),
            ],
            &[],
        ),
    )
}

/// A mapping with these keys and no others.
fn closed<const N: usize>(properties: [(&str, Json); N], required: &[&str]) -> Json {
    let mut entries = vec![
        ("type".to_owned(), "object".into()),
        ("properties".to_owned(), object(properties)),
        ("additionalProperties".to_owned(), false.into()),
    ];
    if !required.is_empty() {
        entries.push(("required".to_owned(), strings(required.iter().copied())));
    }
    Json::Object(entries)
}
