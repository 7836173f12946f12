//! The Rust that surrounds an artifact: the types of its spec and the module that it is compiled in.
//!
//! The same text is compiled by the validation stages and by the user's crate; only the path of the runtime differs. So what
//! is tested is what is shipped.
//!
//! ```text
//! <types of the spec>            Input<'a>, OwnedInput, Output, the named types
//! pub const SPEC                 "name@hash"
//! pub struct Function            implements CompiledFn
//! pub fn run(input)              the function
//! mod artifact { … }             the names a candidate may use, then artifact.rs as it stands; macros are called by their path,
//!                                `kit::format!`, so that none of the user's crate stands before them
//! ```

mod guest;
mod literal;
mod types;
mod wasm;
mod wit;

use std::fmt::Write as _;

use crate::hash::Hash;
use crate::spec::{OnAbstain, Shape, Spec, Type};

pub use guest::{guest, guest_exports, program};
pub use literal::literal;
pub use types::{argument, input_type, owned, pascal_case};
pub use wasm::{WasmCode, wasm_module};
pub use wit::{WitClash, interface, kebab, package, sorted, wit, wit_clashes};

/// Everything that the kit offers by a bare name to a candidate; `$root::kit` re-exports each.
pub const KIT_NAMES: &[&str] = &[
    "Abstain",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Bytes",
    "Captures",
    "Cow",
    "Date",
    "DateTime",
    "Decimal",
    "FromStr",
    "Match",
    "Ordering",
    "Regex",
    "String",
    "Time",
    "ToOwned",
    "ToString",
    "Vec",
    "dates",
    "format",
    "money",
    "regex",
    "similarity",
    "table",
    "text",
    "vec",
    "words",
];

/// `name@<12 hexadecimal digits>`: what a compiled function is called in logs, metrics and engines.
pub fn spec_name(spec: &Spec, hash: &Hash) -> String {
    format!("{}@{}", spec.name, hash.short())
}

/// The module that holds the types of `spec` and the code of its artifact.
///
/// `root` is the path of the runtime or of a crate that re-exports it, such as `::compiled_ai`. `artifact` is the text of
/// `artifact.rs`: it has passed the security stage, so its braces balance.
pub fn module(spec: &Spec, hash: &Hash, artifact: &str, root: &str) -> String {
    let mut out = surface(spec, hash, |input| format!("artifact::run({input})"), root);
    let names: Vec<&str> = ["Input", "Output"].into_iter().chain(named_types(spec)).collect();
    let _ = write!(
        out,
        "
#[allow(warnings, clippy::all, clippy::pedantic, clippy::restriction, clippy::nursery)]
mod artifact {{
    use ::core::prelude::rust_2024::*;
    use super::{{{}}};
    use {root}::kit::{{self, {}}};

",
        names.join(", "),
        KIT_NAMES.join(", "),
    );
    out.push_str(artifact);
    out.push_str("}\n");
    out
}

/// What a module has whatever stands behind it: the types, and the function in all its forms. `run` gives the expression that
/// calls it with an input.
fn surface(spec: &Spec, hash: &Hash, run: impl Fn(&str) -> String, root: &str) -> String {
    let mut out = String::new();
    out.push_str(&types::types(spec, root));
    let name = spec_name(spec, hash);
    let _ = write!(
        out,
        r#"
/// The spec's name and the first digits of its hash.
pub const SPEC: &str = "{name}";

/// The function as a type, for drivers and engines that are generic over compiled functions.
#[derive(Debug, Clone, Copy, Default)]
pub struct Function;

impl {root}::CompiledFn for Function {{
    type In = OwnedInput;
    type Out = Output;
    const NAME: &'static str = SPEC;
    fn call(input: &OwnedInput) -> ::core::result::Result<Output, {root}::Abstain> {{
        {run_owned}
    }}
}}

{about}///
/// # Errors
/// Where the function can't give an honest answer, it abstains.
pub fn run(input: {input}) -> ::core::result::Result<Output, {root}::Abstain> {{
    {run}
}}
"#,
        about = types::doc(&spec.about, ""),
        input = input_type(spec, "'_"),
        run = run("input"),
        run_owned = run("input.as_input()"),
    );
    if let OnAbstain::Default(value) = &spec.on_abstain {
        let _ = write!(
            out,
            "\n/// What the spec gives where the function abstains.\npub fn default_output() -> Output {{\n    {}\n}}\n",
            literal(value, &spec.output, spec, root)
        );
    }
    out
}

/// The named types of a spec that stand beside `Input`, `OwnedInput` and `Output`.
pub fn named_types(spec: &Spec) -> impl Iterator<Item = &str> {
    spec.types.keys().map(String::as_str).filter(|name| *name != crate::spec::OUTPUT)
}

/// Whether the output is a record of its own (rather than a scalar or a named type).
pub fn has_own_output(spec: &Spec) -> bool {
    matches!(&spec.output, Type::Named(name) if name == crate::spec::OUTPUT)
}

fn is_enum(spec: &Spec, name: &str) -> bool {
    spec.types.get(name).is_some_and(|definition| matches!(definition.shape, Shape::Enum(_)))
}
