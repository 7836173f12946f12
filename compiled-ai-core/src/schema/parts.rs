//! The parts that the schema is made of: types, fields, examples.

use super::closed;
use super::json::{Json, object, strings};

/// A name of a field, variant or function.
pub(super) const SNAKE_CASE: &str = "^[a-z][a-z0-9]*(_[a-z0-9]+)*_?$";
const CAMEL_CASE: &str = "^[A-Z][A-Za-z0-9]*$";

/// The built-in types and what they hold.
pub(super) const BUILTINS: &[(&str, &str)] = &[
    ("string", "text"),
    ("int", "a whole number of 64 bits, signed"),
    ("decimal", "an exact decimal number of up to 28 digits; for money"),
    ("float", "a binary floating-point number of 64 bits"),
    ("bool", "true or false"),
    ("date", "a day: 2020-01-31"),
    ("time", "a time of day: 14:30:00"),
    ("datetime", "a day and time without a zone: 2020-01-31T14:30:00"),
    ("bytes", "bytes, in base64"),
];

/// What `$ref` refers to.
pub(super) fn definitions() -> Json {
    object([
        ("type", one_of([reference("plainType"), inline_type()])),
        ("plainType", plain_type()),
        ("field", field()),
        ("fields", fields_definition()),
        ("variants", variants()),
        ("example", example()),
    ])
}

pub(super) fn reference(definition: &str) -> Json {
    object([("$ref", Json::String(format!("#/definitions/{definition}")))])
}

pub(super) fn fields() -> Json {
    reference("fields")
}

/// The schema with a description at its head, unless the description is empty.
pub(super) fn described(description: &str, schema: Json) -> Json {
    match schema {
        Json::Object(mut entries) if !description.is_empty() => {
            entries.insert(0, ("description".to_owned(), description.into()));
            Json::Object(entries)
        }
        schema => schema,
    }
}

/// A string that is not blank.
pub(super) fn text(description: &str) -> Json {
    described(description, object([("type", "string".into()), ("pattern", "\\S".into())]))
}

/// A value out of a few words, the first of which is the default if the description says what the key is for.
pub(super) fn choice(description: &str, words: &[(&str, &str)]) -> Json {
    let names = || words.iter().map(|(word, _)| *word);
    let meanings = Json::Array(words.iter().map(|(_, meaning)| Json::from(*meaning)).collect());
    let schema = object([("type", "string".into()), ("enum", strings(names())), ("enumDescriptions", meanings)]);
    let Some(default) = names().next().filter(|_| !description.is_empty()) else { return schema };
    let list: Vec<String> = words.iter().map(|(word, meaning)| format!("`{word}`: {meaning}")).collect();
    let description = format!("{description} {}; `{default}` without this key.", list.join("; "));
    described(&description, schema)
}

pub(super) fn one_of<const N: usize>(schemas: [Json; N]) -> Json {
    object([("anyOf", Json::Array(schemas.into()))])
}

pub(super) fn list_of(description: &str, item: Json) -> Json {
    described(description, object([("type", "array".into()), ("items", item)]))
}

/// `95%` or `0.95`.
pub(super) fn share(description: &str, most: &'static str, above_zero: bool) -> Json {
    let minimum = if above_zero { "exclusiveMinimum" } else { "minimum" };
    let number = object([("type", "number".into()), (minimum, Json::Number("0")), ("maximum", Json::Number(most))]);
    let percent = object([("type", "string".into()), ("pattern", "^[0-9]+(\\.[0-9]+)? *%$".into())]);
    described(description, one_of([percent, number]))
}

pub(super) fn types() -> Json {
    let definition = described("A record or an enum.", inline_type());
    described(
        "Named types, in camel case, which fields may have.",
        object([
            ("type", "object".into()),
            ("propertyNames", object([("pattern", CAMEL_CASE.into())])),
            ("additionalProperties", definition),
        ]),
    )
}

/// `examples:` at the top level.
pub(super) fn examples() -> Json {
    described(
        "Examples: files (`.yaml`, `.yml`, `.json`, `.jsonl`) by path or glob, relative to this file, or written here.",
        one_of([path(), object([("type", "array".into()), ("items", reference("example"))])]),
    )
}

fn example() -> Json {
    let held_out = || {
        described(
            "`true` keeps these out of every prompt, `false` shows them; without this key, `accuracy.held_out` decides.",
            object([("type", "boolean".into())]),
        )
    };
    let files = closed([("files", path()), ("held_out", held_out())], &["files"]);
    let abstain = described(
        "The function must abstain, on this field if one is named.",
        one_of([
            object([("const", true.into())]),
            closed(
                [("field", text("The field of the output or of the input that the abstention must name."))],
                &["field"],
            ),
        ]),
    );
    let inline = closed(
        [
            (
                "input",
                described(
                    "The input's fields; those that may be absent can be left out.",
                    object([("type", "object".into())]),
                ),
            ),
            ("output", described("What must come out.", object([]))),
            ("abstain", abstain),
            ("held_out", held_out()),
        ],
        &["input"],
    );
    one_of([path(), files, with(inline, "oneOf", exactly_one(&["output", "abstain"]))])
}

fn path() -> Json {
    text("A path or glob, relative to this file.")
}

/// A record or enum that is written where a type stands.
fn inline_type() -> Json {
    with(
        closed([("doc", doc()), ("record", record()), ("enum", reference("variants"))], &[]),
        "oneOf",
        exactly_one(&["record", "enum"]),
    )
}

fn plain_type() -> Json {
    let names = BUILTINS.iter().flat_map(|(name, _)| [(*name).to_owned(), format!("{name}?")]);
    let builtin = object([("enum", Json::Array(names.map(Json::String).collect()))]);
    // The whole grammar of `[{map: T?}]` is recursive; its first character tells it from a name.
    let other =
        object([("type", "string".into()), ("pattern", "^([A-Z][A-Za-z0-9]*\\??|\\[.*\\]\\??|\\{.*\\}\\??)$".into())]);
    let list = described(
        "A list: `[T]`.",
        object([
            ("type", "array".into()),
            ("items", reference("type")),
            ("minItems", Json::Number("1")),
            ("maxItems", Json::Number("1")),
        ]),
    );
    let map = described(
        "A map with strings as keys: `{map: T}`.",
        closed([("map", described("The type of the values.", reference("type")))], &["map"]),
    );
    let list_of_builtins: Vec<String> =
        BUILTINS.iter().map(|(name, meaning)| format!("`{name}` ({meaning})")).collect();
    described(
        &format!(
            "A type: {}; a name under `types`; `T?` for a value that may be absent, `[T]` for a list, `{{map: T}}` for a map.",
            list_of_builtins.join(", ")
        ),
        one_of([builtin, other, list, map]),
    )
}

/// What stands behind the name of a field.
fn field() -> Json {
    let number = |description| described(description, object([("type", "number".into())]));
    let long = closed(
        [
            ("type", reference("type")),
            ("enum", reference("variants")),
            ("record", record()),
            ("map", described("The type of the values of a map.", reference("type"))),
            ("doc", doc()),
            ("unit", text("The unit of a number, such as `MYR` or `kg`.")),
            ("min", number("The smallest value of a number; the smallest length of a string, bytes, a list or a map.")),
            ("max", number("The largest value of a number; the largest length of a string, bytes, a list or a map.")),
        ],
        &[],
    );
    one_of([reference("type"), with(long, "oneOf", exactly_one(&["type", "enum", "record", "map"]))])
}

fn fields_definition() -> Json {
    object([
        ("type", "object".into()),
        ("propertyNames", object([("pattern", SNAKE_CASE.into())])),
        ("additionalProperties", reference("field")),
        ("minProperties", Json::Number("1")),
    ])
}

fn variants() -> Json {
    let name =
        described("A variant, in snake case.", object([("type", "string".into()), ("pattern", SNAKE_CASE.into())]));
    let with_doc = described(
        "A variant and what it means.",
        object([
            ("type", "object".into()),
            ("propertyNames", object([("pattern", SNAKE_CASE.into())])),
            ("additionalProperties", text("What it means. The model reads this.")),
            ("minProperties", Json::Number("1")),
            ("maxProperties", Json::Number("1")),
        ]),
    );
    with(
        list_of("The variants: names, each with what it means if you like.", one_of([name, with_doc])),
        "minItems",
        Json::Number("1"),
    )
}

fn record() -> Json {
    described("The fields of a record.", fields())
}

fn doc() -> Json {
    text("What it means. The model reads this.")
}

fn with(schema: Json, key: &str, value: Json) -> Json {
    match schema {
        Json::Object(mut entries) => {
            entries.push((key.to_owned(), value));
            Json::Object(entries)
        }
        schema => schema,
    }
}

fn exactly_one(keys: &[&str]) -> Json {
    Json::Array(keys.iter().map(|key| object([("required", strings([*key]))])).collect())
}
