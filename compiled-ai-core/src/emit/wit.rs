//! The WIT of a spec: the interface of the component that `target: wasm` builds.
//!
//! | spec | WIT |
//! |---|---|
//! | `string`, `int`, `float`, `bool`, `bytes` | `string`, `s64`, `f64`, `bool`, `list<u8>` |
//! | `decimal` | `string`, with all digits: `12.50` |
//! | `date`, `time`, `datetime` | records of numbers |
//! | `T?`, `[T]`, `{map: T}` | `option<T>`, `list<T>`, `list<tuple<string, T>>` in the order of the keys |
//! | records and enums | records and enums, in kebab case |
//!
//! Fields stand in the order of their names, because the order of a record's fields decides how it lies in memory, and what is
//! written in another order in a spec is the same spec: its lock still fits.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::codes::spec::SAME_IN_WIT;
use crate::diagnostic::Diagnostic;
use crate::spec::{Field, INPUT, Shape, Spec, Type};

/// Words of WIT that name nothing unless a `%` stands before them.
const KEYWORDS: &[&str] = &[
    "as",
    "async",
    "bool",
    "borrow",
    "char",
    "constructor",
    "enum",
    "error-context",
    "export",
    "f32",
    "f64",
    "flags",
    "from",
    "func",
    "future",
    "import",
    "include",
    "interface",
    "list",
    "map",
    "option",
    "own",
    "package",
    "record",
    "resource",
    "result",
    "s16",
    "s32",
    "s64",
    "s8",
    "static",
    "stream",
    "string",
    "tuple",
    "type",
    "u16",
    "u32",
    "u64",
    "u8",
    "use",
    "variant",
    "with",
    "world",
];

/// What every interface has, or may have; and in which words a message names it.
const OURS: &[(&str, &str)] = &[
    ("abstain", "the record `abstain`"),
    ("date", "the record `date`"),
    ("datetime", "the record `datetime`"),
    ("input", "the record `input`"),
    ("output", "the record `output`"),
    ("run", "the function `run`"),
    ("time", "the record `time`"),
];

/// Two names of a spec that are one in WIT.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitClash {
    /// The name as written in the spec.
    pub name: String,
    /// What has the name already: another name of the spec in backticks, or what every interface has.
    pub other: String,
    /// What both are called in WIT.
    pub wit: String,
    /// The type that has both names as fields or variants; `None` if they are types, [`INPUT`] for the input.
    pub of: Option<String>,
}

impl WitClash {
    /// The diagnostic, without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        let Self { name, other, wit, .. } = self;
        Diagnostic::error(SAME_IN_WIT, format!("`{name}` and {other} are both `{wit}` in WIT"))
            .help("rename one of them")
    }
}

/// The WIT of `spec`, with what its docs say where `docs`.
///
/// Without docs it depends on nothing but what the spec's hash covers.
pub fn wit(spec: &Spec, docs: bool) -> String {
    let writer = Writer { docs };
    let mut out = writer.doc(&spec.about, "");
    let _ = write!(out, "package compiled-ai:{};\n\ninterface function {{\n", escaped(&kebab(&spec.name)));
    out.push_str(&writer.record(INPUT, &spec.input));
    let mut rest: Vec<&Type> = vec![&spec.output];
    rest.extend(spec.input.iter().map(|field| &field.ty));
    for (name, definition) in &spec.types {
        out.push_str(&writer.doc(definition.doc.as_deref().unwrap_or_default(), "    "));
        match &definition.shape {
            Shape::Record(fields) => {
                rest.extend(fields.iter().map(|field| &field.ty));
                out.push_str(&writer.record(name, fields));
            }
            Shape::Enum(variants) => {
                let _ = writeln!(out, "    enum {} {{", escaped(&kebab(name)));
                for variant in variants {
                    out.push_str(&writer.doc(variant.doc.as_deref().unwrap_or_default(), "        "));
                    let _ = writeln!(out, "        {},", escaped(&kebab(&variant.name)));
                }
                out.push_str("    }\n\n");
            }
        }
    }
    let uses = |wanted: &[Type]| rest.iter().any(|ty| wanted.contains(innermost(ty)));
    if uses(&[Type::Date, Type::DateTime]) {
        out.push_str("    record date {\n        year: s16,\n        month: u8,\n        day: u8,\n    }\n\n");
    }
    if uses(&[Type::Time, Type::DateTime]) {
        let fields = "        hour: u8,\n        minute: u8,\n        second: u8,\n        nanosecond: u32,\n";
        let _ = write!(out, "    record time {{\n{fields}    }}\n\n");
    }
    if uses(&[Type::DateTime]) {
        out.push_str("    record datetime {\n        date: date,\n        time: time,\n    }\n\n");
    }
    out.push_str(&writer.doc("The function declines to answer, and says why.", "    "));
    out.push_str("    record abstain {\n        reason: string,\n        field: option<string>,\n    }\n\n");
    let _ = write!(
        out,
        "    run: func(input: input) -> result<{}, abstain>;\n}}\n\nworld artifact {{\n    export function;\n}}\n",
        type_name(&spec.output)
    );
    out
}

/// `compiled-ai:read-receipt`: the package of a spec's component.
pub fn package(spec: &Spec) -> String {
    format!("compiled-ai:{}", kebab(&spec.name))
}

/// `compiled-ai:read-receipt/function`: the interface that a spec's component exports.
pub fn interface(spec: &Spec) -> String {
    format!("{}/function", package(spec))
}

/// `line_item` and `LineItem` to `line-item`; the `_` that keeps a name from being a word of Rust is dropped.
pub fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let characters: Vec<char> = name.trim_end_matches('_').chars().collect();
    for (index, &c) in characters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| characters.get(index));
        let begins_word = before.is_some_and(|before| {
            let ends_capitals = characters.get(index + 1).is_some_and(char::is_ascii_lowercase);
            before.is_ascii_lowercase() || before.is_ascii_digit() || before.is_ascii_uppercase() && ends_capitals
        });
        match c {
            '_' => out.push('-'),
            c if c.is_ascii_uppercase() && begins_word => {
                out.push('-');
                out.push(c.to_ascii_lowercase());
            }
            c => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

/// Names that differ in the spec and not in WIT.
pub fn wit_clashes(spec: &Spec) -> Vec<WitClash> {
    let mut clashes = vec![];
    let mut look = |of: Option<&str>, taken: &[(&str, &str)], names: Vec<&str>| {
        let mut seen: BTreeMap<String, String> =
            taken.iter().map(|(wit, what)| ((*wit).to_owned(), (*what).to_owned())).collect();
        for name in names {
            let wit = kebab(name);
            match seen.get(&wit) {
                Some(other) => clashes.push(WitClash {
                    name: name.to_owned(),
                    other: other.clone(),
                    wit,
                    of: of.map(str::to_owned),
                }),
                None => _ = seen.insert(wit, format!("`{name}`")),
            }
        }
    };
    look(None, OURS, super::named_types(spec).collect());
    look(Some(INPUT), &[], spec.input.iter().map(|field| field.name.as_str()).collect());
    for (name, definition) in &spec.types {
        let names = match &definition.shape {
            Shape::Record(fields) => fields.iter().map(|field| field.name.as_str()).collect(),
            Shape::Enum(variants) => variants.iter().map(|variant| variant.name.as_str()).collect(),
        };
        look(Some(name), &[], names);
    }
    clashes
}

struct Writer {
    docs: bool,
}

impl Writer {
    fn record(&self, name: &str, fields: &[Field]) -> String {
        let mut out = format!("    record {} {{\n", escaped(&kebab(name)));
        for field in sorted(fields) {
            out.push_str(&self.doc(super::types::field_doc(field, "").trim_start(), "        "));
            let _ = writeln!(out, "        {}: {},", escaped(&kebab(&field.name)), type_name(&field.ty));
        }
        out.push_str("    }\n\n");
        out
    }

    fn doc(&self, text: &str, indent: &str) -> String {
        if self.docs { super::types::doc(text, indent) } else { String::new() }
    }
}

/// The fields of a record in the order that they have in a component.
pub fn sorted(fields: &[Field]) -> Vec<&Field> {
    let mut fields: Vec<&Field> = fields.iter().collect();
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    fields
}

fn type_name(ty: &Type) -> String {
    match ty {
        Type::String | Type::Decimal => "string".to_owned(),
        Type::Int => "s64".to_owned(),
        Type::Float => "f64".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Time => "time".to_owned(),
        Type::DateTime => "datetime".to_owned(),
        Type::Bytes => "list<u8>".to_owned(),
        Type::Optional(inner) => format!("option<{}>", type_name(inner)),
        Type::List(inner) => format!("list<{}>", type_name(inner)),
        Type::Map(inner) => format!("list<tuple<string, {}>>", type_name(inner)),
        Type::Named(name) => escaped(&kebab(name)),
    }
}

fn escaped(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("%{name}") } else { name.to_owned() }
}

fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => innermost(inner),
        ty => ty,
    }
}
