//! The Rust that stands before a component in the user's crate: the same types and the same function as before a native artifact.
//!
//! ```text
//! <surface>                      as for a native artifact; `run` calls the component
//! pub fn try_run(input)          the same with typed errors
//! pub fn host()                  the component: loading, replacing, settings
//! impls                          how the types lie in a component's memory
//! ```

use std::fmt::Write as _;

use super::wit::sorted;
use super::{input_type, interface, is_enum, literal, owned, pascal_case, spec_name, surface, wit};
use crate::hash::Hash;
use crate::spec::{Expected, Field, Shape, Spec, Type};
use crate::split;
use crate::value::Value;

/// Functions of the component model take no more parameters than this; of more they take the address.
const MOST_FLAT: usize = 16;
/// The largest example that is made part of a program to warm instances up, in bytes of its text.
const LARGEST_WARM_UP: usize = 4096;
/// The most of all of them, in bytes.
const MOST_WARM_UP: usize = 16 << 10;

/// The code of a component, which is included in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WasmCode<'a> {
    /// Where it lies, as an expression: `concat!(env!("OUT_DIR"), "/compiled-ai/receipt.wasm")`.
    pub path: &'a str,
    /// Its hash.
    pub hash: &'a str,
    /// Of machine code, made ahead of time: whether instances keep all their state in memory. `None` is a component.
    pub ahead: Option<bool>,
}

/// The module that holds the types of `spec` and calls its component. Otherwise as [`module`](super::module).
pub fn wasm_module(spec: &Spec, hash: &Hash, code: &WasmCode<'_>, root: &str) -> String {
    let mut out = surface(spec, hash, |input| format!("try_run({input}).map_err({root}::Abstain::from)"), root);
    let (parameters, input) = (parameters(spec), input_type(spec, "'_"));
    let WasmCode { path, hash: code_hash, ahead } = code;
    let (variant, more) = match ahead {
        None => ("Component", String::new()),
        Some(keeps) => ("Ahead", format!(", keeps_state_in_memory: {keeps}")),
    };
    let _ = write!(
        out,
        r#"
/// The same as [`run`], with all that can go wrong told apart.
///
/// # Errors
/// See `CallError`.
pub fn try_run(input: {input}) -> ::core::result::Result<Output, {root}::wasm::CallError> {{
    host().call(&input)
}}

/// The component behind the function: to load it ahead of the first call, to replace it, and to give it other limits.
pub fn host() -> &'static {root}::wasm::Host<{parameters}> {{
    static DESCRIPTION: {root}::wasm::Description = {root}::wasm::Description {{
        name: "{name}",
        spec: "{hash}",
        wit: "{wit}",
        export: "{interface}#run",
    }};
    static HOST: {root}::wasm::Host<{parameters}> = {root}::wasm::Host::new(
        &DESCRIPTION,
        {root}::wasm::Code::{variant} {{ bytes: ::core::include_bytes!({path}), hash: "{code_hash}"{more} }},
        |instance| {{ {warm_up} }},
    );
    &HOST
}}

"#,
        name = spec_name(spec, hash),
        wit = Hash::of(wit(spec, false)),
        interface = interface(spec),
        warm_up = warm_up(spec, root),
    );
    for (name, definition) in &spec.types {
        let _ = match &definition.shape {
            Shape::Record(of) => {
                writeln!(out, "{root}::__private::wasm_record!({name} {{ {} }});", fields(of, |ty| owned(ty, root)))
            }
            Shape::Enum(variants) => {
                let names: Vec<String> = variants.iter().map(|variant| pascal_case(&variant.name)).collect();
                writeln!(out, "{root}::__private::wasm_enum!({name} {{ {} }});", names.join(", "))
            }
        };
    }
    let _ = writeln!(
        out,
        "{root}::__private::wasm_record!(lower {} {{ {} }});",
        input_type(spec, "'a"),
        fields(&spec.input, |ty| super::argument(ty, spec, root, "'a "))
    );
    out
}

/// `name: Type, …` in the order of the names, as in WIT.
fn fields(fields: &[Field], ty: impl Fn(&Type) -> String) -> String {
    sorted(fields).iter().map(|field| format!("{}: {}", field.name, ty(&field.ty))).collect::<Vec<_>>().join(", ")
}

/// The parameters of the function in the component's module, as a tuple.
fn parameters(spec: &Spec) -> String {
    let flat: Vec<&str> = sorted(&spec.input).into_iter().flat_map(|field| flat(&field.ty, spec)).collect();
    match flat.len() > MOST_FLAT {
        true => "(u32,)".to_owned(),
        false => flat.iter().fold("(".to_owned(), |text, ty| text + ty + ", ").trim_end().to_owned() + ")",
    }
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
            Some(Shape::Record(fields)) => sorted(fields).into_iter().flat_map(|field| flat(&field.ty, spec)).collect(),
            _ => vec![],
        },
    }
}

/// Calls a new instance with a shown example: what is made at a first use, such as regular expressions, is made then. Where every
/// call begins with what is left then, with all that there is room for: what a search has learned of a pattern is of use to the next.
/// What an example holds is no secret of a caller.
fn warm_up(spec: &Spec, root: &str) -> String {
    let mut room = MOST_WARM_UP;
    let shown = split::split(spec).shown.into_iter().filter(|example| {
        let length = format!("{:?}", example.input).len();
        let fits = length <= LARGEST_WARM_UP && length <= room;
        room -= if fits { length } else { 0 };
        fits
    });
    // One with an output goes further than one that is abstained from.
    let (mut first, rest): (Vec<_>, Vec<_>) =
        shown.partition(|example| matches!(example.expected, Expected::Output(_)));
    first.extend(rest);
    let mut calls = first.iter().map(|example| {
        let fields = spec.input.iter().map(|field| {
            let value = example.input.get(&field.name).unwrap_or(&Value::Null);
            format!("{}: {}", field.name, literal(value, &field.ty, spec, root))
        });
        format!(
            "let input = OwnedInput {{ {} }}; let _ = instance.call::<_, Output>(&input.as_input());",
            fields.collect::<Vec<_>>().join(", ")
        )
    });
    let Some(first) = calls.next() else { return "let _ = instance;".to_owned() };
    format!("{first} if instance.is_isolated() {{ {} }}", calls.collect::<Vec<_>>().join(" "))
}
