//! What is locked beside a candidate: what made it, and the header of its file.

use compiled_ai_core::emit;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::Made;
use compiled_ai_core::spec::{Spec, Target};

use crate::validate::Validator;
use crate::validate::security::Profile;

/// What makes an artifact, as a lock records it.
pub(crate) fn made(
    spec: &Spec,
    profile: &Profile,
    validator: &Validator,
    (provider, model): (&str, &str),
    prompt: &str,
) -> Made {
    Made {
        compiler: env!("CARGO_PKG_VERSION").to_owned(),
        gate: profile.name.clone(),
        kit: validator.kit.version().to_owned(),
        toolchain: validator.kit.toolchain().to_owned(),
        target: spec.target.name().to_owned(),
        provider: provider.to_owned(),
        model: model.to_owned(),
        prompt: prompt.to_owned(),
        component: (spec.target == Target::Wasm).then(|| validator.kit.component_inputs().to_string()),
    }
}

/// The text of `artifact.rs`: the candidate as the security stage printed it, under a header that says what made it.
pub(crate) fn artifact(spec: &Spec, file: &str, hash: &Hash, made: &Made, source: &str) -> String {
    let model = if made.model.is_empty() { "a model".to_owned() } else { format!("`{}`", made.model) };
    format!(
        "// {name}, made from `{file}`; do not edit, change the spec and compile it.\n\
         // Written by {model} through provider `{provider}`; locked by compiled-ai {compiler} after {gate}, kit {kit}\n\
         // and {toolchain}.\n\n{source}",
        name = emit::spec_name(spec, hash),
        provider = made.provider,
        gate = made.gate,
        toolchain = made.toolchain,
        kit = made.kit,
        compiler = made.compiler,
    )
}

/// How many lines of an artifact stand before its code.
pub(crate) fn header_lines(artifact: &str) -> usize {
    artifact.lines().take_while(|line| line.starts_with("//") || line.is_empty()).count()
}
