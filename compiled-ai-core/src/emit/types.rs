//! Rust types of a spec's types.

use std::fmt::Write as _;

use super::{has_own_output, is_enum};
use crate::spec::{Field, Shape, Spec, Type, TypeDef, Variant};

/// The owned Rust type: fields of records, outputs. `root` is the path of the runtime; empty gives bare names, as a
/// candidate and a reader see them.
pub fn owned(ty: &Type, root: &str) -> String {
    let std =
        |path: &str, bare: &str| if root.is_empty() { bare.to_owned() } else { format!("{root}::__private::{path}") };
    let kit = |name: &str| if root.is_empty() { name.to_owned() } else { format!("{root}::kit::{name}") };
    match ty {
        Type::String => std("alloc::string::String", "String"),
        Type::Int => "i64".to_owned(),
        Type::Decimal => kit("Decimal"),
        Type::Float => "f64".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Date => kit("Date"),
        Type::Time => kit("Time"),
        Type::DateTime => kit("DateTime"),
        Type::Bytes => kit("Bytes"),
        Type::Optional(inner) => format!("{}<{}>", option(root), owned(inner, root)),
        Type::List(inner) => format!("{}<{}>", std("alloc::vec::Vec", "Vec"), owned(inner, root)),
        Type::Map(inner) => format!(
            "{}<{}, {}>",
            std("alloc::collections::BTreeMap", "BTreeMap"),
            std("alloc::string::String", "String"),
            owned(inner, root)
        ),
        Type::Named(name) => name.clone(),
    }
}

/// The borrowed Rust type of an input: as a field of `Input<'a>` with `lifetime` `'a `, as an argument with an empty one.
pub fn argument(ty: &Type, spec: &Spec, root: &str, lifetime: &str) -> String {
    match ty {
        Type::String => format!("&{lifetime}str"),
        Type::Bytes => format!("&{lifetime}[u8]"),
        Type::List(inner) => format!("&{lifetime}[{}]", owned(inner, root)),
        Type::Map(_) => format!("&{lifetime}{}", owned(ty, root)),
        Type::Named(name) if !is_enum(spec, name) => format!("&{lifetime}{name}"),
        Type::Optional(inner) => format!("{}<{}>", option(root), argument(inner, spec, root, lifetime)),
        _ => owned(ty, root),
    }
}

/// `Input<'a>` with the lifetime given, or `Input` where no field borrows.
pub fn input_type(spec: &Spec, lifetime: &str) -> String {
    let borrows = spec.input.iter().any(|field| argument(&field.ty, spec, "", "").contains('&'));
    if borrows { format!("Input<{lifetime}>") } else { "Input".to_owned() }
}

/// The types as they are compiled.
pub(super) fn types(spec: &Spec, root: &str) -> String {
    let serde = format!("{root}::__private::serde");
    let derive = |traits: &str, serde_traits: &str| {
        let serde_traits: Vec<String> = serde_traits.split(' ').map(|name| format!("{serde}::{name}")).collect();
        format!("#[derive({traits}, {})]\n#[serde(crate = \"{serde}\"", serde_traits.join(", "))
    };
    let mut out = String::new();
    for (name, definition) in &spec.types {
        let attributes = match definition.shape {
            Shape::Record(_) => {
                format!("{}, deny_unknown_fields)]\n", derive("Debug, Clone, PartialEq", "Serialize Deserialize"))
            }
            Shape::Enum(_) => {
                format!("{})]\n", derive("Debug, Clone, Copy, PartialEq, Eq, Hash", "Serialize Deserialize"))
            }
        };
        out.push_str(&item(name, definition, &attributes, root));
        out.push('\n');
    }
    if !has_own_output(spec) {
        let _ = writeln!(out, "/// What the function returns.\npub type Output = {};\n", owned(&spec.output, root));
    }
    let _ = write!(
        out,
        "/// The function's input, borrowed.\n{})]\npub struct {} {{\n{}}}\n\n",
        derive("Debug, Clone, Copy, PartialEq", "Serialize"),
        input_type(spec, "'a"),
        input_fields(spec, root)
    );
    let owned_fields: String = spec.input.iter().map(|field| field_line(field, &owned(&field.ty, root))).collect();
    let _ = write!(
        out,
        "/// The function's input, owned: what is stored or sent.\n{}, deny_unknown_fields)]\npub struct OwnedInput {{\n{owned_fields}}}\n\n",
        derive("Debug, Clone, PartialEq", "Serialize Deserialize"),
    );
    let borrows: String = spec
        .input
        .iter()
        .map(|field| {
            format!(
                "            {}: {},\n",
                field.name,
                borrow(&format!("self.{}", field.name), &field.ty, spec, false)
            )
        })
        .collect();
    let _ = write!(
        out,
        "impl OwnedInput {{\n    /// Borrows it.\n    pub fn as_input(&self) -> {} {{\n        Input {{\n{borrows}        }}\n    }}\n}}\n",
        input_type(spec, "'_")
    );
    out
}

/// `text` as doc comment lines.
pub(super) fn doc(text: &str, indent: &str) -> String {
    text.lines().fold(String::new(), |mut out, line| {
        let line = line.trim_end();
        let _ = writeln!(out, "{indent}///{}{line}", if line.is_empty() { "" } else { " " });
        out
    })
}

/// `line_item` to `LineItem`.
pub fn pascal_case(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut characters = word.chars();
            characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>())
        })
        .collect()
}

fn item(name: &str, definition: &TypeDef, attributes: &str, root: &str) -> String {
    let docs = match (&definition.doc, name) {
        (Some(text), _) => doc(text, ""),
        (None, crate::spec::OUTPUT) => doc("What the function returns.", ""),
        (None, _) if root.is_empty() => String::new(),
        (None, _) => doc(&format!("`{name}` of the spec."), ""),
    };
    match &definition.shape {
        Shape::Record(fields) => {
            let fields: String = fields.iter().map(|field| field_line(field, &owned(&field.ty, root))).collect();
            format!("{docs}{attributes}pub struct {name} {{\n{fields}}}\n")
        }
        Shape::Enum(variants) => {
            let variants: String = variants.iter().map(|variant| variant_line(variant, root)).collect();
            let derive = if root.is_empty() { "#[derive(Clone, Copy, PartialEq, Eq)]\n" } else { "" };
            format!("{docs}{derive}{attributes}pub enum {name} {{\n{variants}}}\n")
        }
    }
}

fn variant_line(variant: &Variant, root: &str) -> String {
    let docs = match &variant.doc {
        Some(text) => doc(text, "    "),
        None if root.is_empty() => String::new(),
        None => doc(&format!("`{}`", variant.name), "    "),
    };
    let rename = if root.is_empty() { String::new() } else { format!("    #[serde(rename = \"{}\")]\n", variant.name) };
    format!("{docs}{rename}    {},\n", pascal_case(&variant.name))
}

fn input_fields(spec: &Spec, root: &str) -> String {
    spec.input.iter().map(|field| field_line(field, &argument(&field.ty, spec, root, "'a "))).collect()
}

fn field_line(field: &Field, ty: &str) -> String {
    format!(
        "{}    pub {}: {ty},\n",
        doc(&field_doc(field, &format!("`{}` of the spec.", field.name)), "    "),
        field.name
    )
}

/// What a field means, or `else_`, with its unit and limits.
pub(super) fn field_doc(field: &Field, else_: &str) -> String {
    let mut text = field.doc.clone().unwrap_or_else(|| else_.to_owned());
    if let Some(unit) = &field.unit {
        let _ = write!(text, " Unit: {unit}.");
    }
    match (field.min, field.max) {
        (Some(min), Some(max)) => _ = write!(text, " From {min} to {max}."),
        (Some(min), None) => _ = write!(text, " At least {min}."),
        (None, Some(max)) => _ = write!(text, " At most {max}."),
        (None, None) => {}
    }
    text
}

/// An expression that borrows `place` (owned, or behind a reference) as an argument type.
fn borrow(place: &str, ty: &Type, spec: &Spec, is_reference: bool) -> String {
    match ty {
        Type::String => format!("{place}.as_str()"),
        Type::Bytes | Type::List(_) => format!("&{place}[..]"),
        Type::Map(_) => {
            if is_reference {
                place.to_owned()
            } else {
                format!("&{place}")
            }
        }
        Type::Named(name) if !is_enum(spec, name) => {
            if is_reference {
                place.to_owned()
            } else {
                format!("&{place}")
            }
        }
        Type::Optional(inner) => {
            format!(
                "match &{place} {{ ::core::option::Option::Some(value) => ::core::option::Option::Some({}), ::core::option::Option::None => ::core::option::Option::None }}",
                borrow("value", inner, spec, true)
            )
        }
        _ if is_reference => format!("*{place}"),
        _ => place.to_owned(),
    }
}

fn option(root: &str) -> &'static str {
    if root.is_empty() { "Option" } else { "::core::option::Option" }
}
