//! The Rust of a component and of the program that is validated: the module of a spec, and what makes its function callable from
//! outside.
//!
//! How values lie in memory is the business of `compiled_ai_kit::abi`, and how they are written as JSON that of
//! `compiled_ai_kit::json`, which are written by hand; what is generated here only names fields and variants. The module of the spec
//! stays under `forbid(unsafe_code)`.
//!
//! The text of a component depends on what the spec's hash covers and on the artifact, and on nothing else: docs are left out, since the
//! lines that they take would move the places that panics name, and fields stand in the order of their names.

use std::fmt::Write as _;

use super::wit::sorted;
use super::{interface, is_enum};
use crate::hash::Hash;
use crate::spec::{Field, OnAbstain, Shape, Spec, Type, Variant};

/// The name of the module that holds the spec's types and its artifact.
const MODULE: &str = "function";
/// Functions of the component model take no more parameters than this; of more they take the address.
const MOST_FLAT: usize = 16;

/// The root of the crate that becomes a component. `kit` is the path of the crate with the module `abi`, the rest is as for
/// [`module`](super::module).
pub fn guest(spec: &Spec, hash: &Hash, artifact: &str, root: &str, kit: &str) -> String {
    let spec = &plain(spec);
    let mut out = format!(
        "#![no_main]\n#[forbid(unsafe_code)]\nmod {MODULE} {{\n{}}}\n",
        super::module(spec, hash, artifact, root)
    );
    out.push_str(&values(spec, MODULE, kit));
    let [run, post_return, _] = guest_exports(spec);
    let flat: Vec<&str> = spec.input.iter().flat_map(|field| flat(&field.ty, spec)).collect();
    let parameters = if flat.len() > MOST_FLAT {
        "address".to_owned()
    } else {
        let parameters = flat.iter().enumerate().map(|(index, ty)| format!("a{index}: {ty}"));
        format!("[{}]", parameters.collect::<Vec<_>>().join(", "))
    };
    let _ = writeln!(out, "{kit}::export!({run:?}, {post_return:?}, {MODULE}, {parameters});");
    out
}

/// The root of the crate that the stages of validation run. `kit` is the path of the crate with the function `serve`, the rest is as
/// for [`module`](super::module).
pub fn program(spec: &Spec, hash: &Hash, artifact: &str, root: &str, kit: &str) -> String {
    // What is linked is the same text in a module; here the whole crate is forbidden unsafe code.
    format!(
        "#![forbid(unsafe_code)]\n{}\n{}fn main() {{\n    {kit}::serve::<Function>()\n}}\n",
        super::module(spec, hash, artifact, root),
        values(spec, "crate", kit)
    )
}

/// Hands each type of a spec to the kit, which knows how its values are passed. `module` holds the types.
fn values(spec: &Spec, module: &str, kit: &str) -> String {
    let mut out = String::new();
    for (name, definition) in &spec.types {
        let _ = match &definition.shape {
            Shape::Record(fields) => writeln!(out, "{kit}::record!({module}::{name} {{ {} }}, false);", names(fields)),
            Shape::Enum(variants) => {
                let variant = |variant: &Variant| format!("{} = {:?}", super::pascal_case(&variant.name), variant.name);
                let variants: Vec<String> = variants.iter().map(variant).collect();
                writeln!(out, "{kit}::choice!({module}::{name} {{ {} }});", variants.join(", "))
            }
        };
    }
    let _ = writeln!(out, "{kit}::record!({module}::OwnedInput {{ {} }}, true);", names(&spec.input));
    out
}

/// What the module in the component of `spec` exports beside its memory: the function, what frees its result, and what makes
/// room for its input.
pub fn guest_exports(spec: &Spec) -> [String; 3] {
    let run = format!("{}#run", interface(spec));
    let post_return = format!("cabi_post_{run}");
    [run, post_return, "cabi_realloc".to_owned()]
}

/// The spec without what its hash does not cover.
fn plain(spec: &Spec) -> Spec {
    let fields = |fields: &[Field]| -> Vec<Field> {
        sorted(fields)
            .into_iter()
            .map(|field| Field { doc: None, unit: None, min: None, max: None, ..field.clone() })
            .collect()
    };
    let mut plain = spec.clone();
    plain.about = String::new();
    plain.on_abstain = OnAbstain::Error;
    plain.input = fields(&spec.input);
    for definition in plain.types.values_mut() {
        definition.doc = None;
        match &mut definition.shape {
            Shape::Record(of) => *of = fields(of),
            Shape::Enum(variants) => variants.iter_mut().for_each(|variant| variant.doc = None),
        }
    }
    plain
}

fn names(fields: &[Field]) -> String {
    fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The parameters that a value is passed in.
fn flat(ty: &Type, spec: &Spec) -> Vec<&'static str> {
    match ty {
        Type::String | Type::Decimal | Type::Bytes | Type::List(_) | Type::Map(_) => vec!["u32", "u32"],
        Type::Int => vec!["u64"],
        Type::Float => vec!["f64"],
        Type::Bool => vec!["u32"],
        Type::Date => vec!["u32"; 3],
        Type::Time => vec!["u32"; 4],
        Type::DateTime => vec!["u32"; 7],
        Type::Optional(inner) => ["u32"].into_iter().chain(flat(inner, spec)).collect(),
        Type::Named(name) if is_enum(spec, name) => vec!["u32"],
        Type::Named(name) => match spec.types.get(name).map(|definition| &definition.shape) {
            Some(Shape::Record(fields)) => fields.iter().flat_map(|field| flat(&field.ty, spec)).collect(),
            _ => vec![],
        },
    }
}
