//! Writing what the attribute reads. `compiled-ai-macros/src/facts.rs` reads it and describes the forms.
//!
//! Rust tokens, so that the attribute needs no other parser than that of Rust. Any change of a form changes [`FORMAT`], here and
//! there.

use std::fmt::Write as _;

use compiled_ai_core::diagnostic::{Diagnostic, Sources};
use compiled_ai_core::spec::{OnAbstain, Spec, Target};
use compiled_ai_core::{emit, render};

/// The version of the forms.
const FORMAT: u32 = 3;

/// What the attribute must know of the spec at `shown`. `is_ahead`: its component was compiled ahead of time.
pub(crate) fn facts(spec: &Spec, shown: &str, root: &str, is_ahead: bool) -> String {
    let mut out =
        format!("format = {FORMAT};\nspec = {shown:?};\nabout = {:?};\nroot = {root};\ninput = {{\n", spec.about);
    for field in &spec.input {
        let _ = writeln!(out, "    {}: {},", field.name, emit::argument(&field.ty, spec, "", ""));
    }
    let _ = write!(out, "}};\noutput = {};\ntypes = [", emit::owned(&spec.output, ""));
    for name in emit::named_types(spec) {
        let _ = write!(out, "{name}, ");
    }
    let on_abstain = match spec.on_abstain {
        OnAbstain::Error => "error",
        OnAbstain::Default(_) => "default",
        OnAbstain::Call => "call",
    };
    let target = match spec.target {
        Target::Rust => "rust",
        Target::Wasm if is_ahead => "wasm_ahead",
        Target::Wasm => "wasm",
    };
    let _ = write!(out, "];\non_abstain = {on_abstain};\ntarget = {target};\n");
    out
}

/// The paths of all specs.
pub(crate) fn index<'a>(specs: impl IntoIterator<Item = &'a str>) -> String {
    strings("specs", specs)
}

/// Rendered diagnostics.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let texts: Vec<String> = diagnostics.iter().map(|diagnostic| text(diagnostic, sources)).collect();
    strings("diagnostics", texts.iter().map(String::as_str))
}

/// The text of a compile error. The compiler writes `error: ` before it.
fn text(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let text = render::one(diagnostic, sources);
    text.strip_prefix("error").unwrap_or(&text).replacen("]: ", "] ", 1).trim_end().to_owned()
}

fn strings<'a>(key: &str, items: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = format!("format = {FORMAT};\n{key} = [\n");
    for item in items {
        let _ = writeln!(out, "    {item:?},");
    }
    out.push_str("];\n");
    out
}
