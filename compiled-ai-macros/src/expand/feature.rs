//! Whether the crate has what a component needs.

use proc_macro2::Span;

use crate::facts::Target;
use crate::message::{Message, codes};
use crate::out_dir::Found;

/// What is missing. A spec with other errors has none here: they come first.
pub(super) fn missing(found: &Found, at: Span) -> Option<syn::Error> {
    let target = found.facts.as_ref()?.target;
    let (feature, more) = match target {
        Target::Wasm if !cfg!(feature = "wasm-cranelift") => (
            "wasm-cranelift",
            Some(
                "or, for a program without a compiler, the features `wasm` of `compiled-ai` and `wasm-aot` of \
                 `compiled-ai-build`",
            ),
        ),
        Target::WasmAhead if !cfg!(feature = "wasm") => ("wasm", None),
        _ => return None,
    };
    if !found.diagnostics.is_empty() {
        return None;
    }
    let message =
        Message::new(codes::FEATURE, format!("`{}` is built for WebAssembly, which this crate can't run", found.spec))
            .note("it says `target: wasm`")
            .help(format!("run `cargo add compiled-ai --features {feature}`"));
    Some(more.into_iter().fold(message, |message, more| message.help(more)).at(at))
}
