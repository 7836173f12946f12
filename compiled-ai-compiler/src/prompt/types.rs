//! The types of a spec as a prompt tells them: Rust with as few tokens as say everything.

use std::fmt::Write as _;

use compiled_ai_core::emit::{self, pascal_case};
use compiled_ai_core::spec::{Field, OUTPUT, Shape, Spec, TypeDef};

/// All types, then the signature of the function. A field with something to say about it has a line of its own.
pub(super) fn write(spec: &Spec) -> String {
    let mut text = String::new();
    for (name, definition) in spec.types.iter().filter(|(name, _)| *name != OUTPUT) {
        item(&mut text, name, definition);
    }
    let input = spec.input.iter().map(|field| (field, emit::argument(&field.ty, spec, "", "'a ")));
    record(&mut text, &emit::input_type(spec, "'a"), None, input);
    match spec.types.get(OUTPUT) {
        Some(definition) => item(&mut text, OUTPUT, definition),
        None => _ = writeln!(text, "type Output = {};", emit::owned(&spec.output, "")),
    }
    let _ = writeln!(text, "pub fn run(input: {}) -> Result<Output, Abstain>", emit::input_type(spec, "'_"));
    text
}

fn item(text: &mut String, name: &str, definition: &TypeDef) {
    let doc = definition.doc.as_deref();
    match &definition.shape {
        Shape::Record(fields) => {
            record(text, name, doc, fields.iter().map(|field| (field, emit::owned(&field.ty, ""))));
        }
        Shape::Enum(variants) => {
            let variants = variants.iter().map(|variant| (pascal_case(&variant.name), variant.doc.clone()));
            body(text, &format!("enum {name}"), doc, variants);
        }
    }
}

fn record<'f>(text: &mut String, name: &str, doc: Option<&str>, fields: impl Iterator<Item = (&'f Field, String)>) {
    let fields = fields.map(|(field, ty)| (format!("{}: {ty}", field.name), meaning(field)));
    body(text, &format!("struct {name}"), doc, fields);
}

fn body(text: &mut String, head: &str, doc: Option<&str>, members: impl Iterator<Item = (String, Option<String>)>) {
    let members: Vec<_> = members.collect();
    let is_plain = doc.is_none() && members.iter().all(|(_, doc)| doc.is_none());
    if is_plain {
        let members: Vec<_> = members.into_iter().map(|(member, _)| member).collect();
        let _ = writeln!(text, "{head} {{ {} }}", members.join(", "));
        return;
    }
    let _ = write!(text, "{head} {{");
    let mut is_line_open = false;
    match doc {
        Some(doc) => _ = writeln!(text, " // {}", in_one_line(doc)),
        None => text.push('\n'),
    }
    for (member, doc) in members {
        match doc {
            Some(doc) => {
                let start = if is_line_open { "\n" } else { "" };
                let _ = writeln!(text, "{start}{member}, // {}", in_one_line(&doc));
                is_line_open = false;
            }
            None => {
                let _ = write!(text, "{}{member},", if is_line_open { " " } else { "" });
                is_line_open = true;
            }
        }
    }
    text.push_str(if is_line_open { "\n}\n" } else { "}\n" });
}

/// What a field means, its unit and its bounds.
fn meaning(field: &Field) -> Option<String> {
    let bounds = match (field.min, field.max) {
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!(">= {min}")),
        (None, Some(max)) => Some(format!("<= {max}")),
        (None, None) => None,
    };
    let parts: Vec<String> = [field.unit.clone(), bounds, field.doc.clone()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn in_one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
