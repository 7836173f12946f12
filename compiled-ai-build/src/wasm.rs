//! The code of a component: the component itself, or machine code that is made of it here.

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::emit::WasmCode;

/// Code, and the file below `OUT_DIR/compiled-ai` that it goes to.
pub(crate) struct Code {
    pub(crate) file: String,
    pub(crate) bytes: Vec<u8>,
    path: String,
    hash: String,
    ahead: Option<bool>,
}

impl Code {
    /// Whether it is machine code.
    pub(crate) fn is_ahead(&self) -> bool {
        self.ahead.is_some()
    }

    /// As generated code names it.
    pub(crate) fn emitted(&self) -> WasmCode<'_> {
        WasmCode { path: &self.path, hash: &self.hash, ahead: self.ahead }
    }

    fn new(file: String, bytes: Vec<u8>, hash: String, ahead: Option<bool>) -> Self {
        let path = format!("::core::concat!(::core::env!(\"OUT_DIR\"), {:?})", format!("/compiled-ai/{file}"));
        Self { file, bytes, path, hash, ahead }
    }
}

/// The code of a component of the spec `stem`.
///
/// # Errors
/// It can't be compiled ahead of time.
#[cfg(not(feature = "wasm-aot"))]
pub(crate) fn code(component: &[u8], stem: &str, _target: &str) -> Result<Code, Box<Diagnostic>> {
    let hash = compiled_ai_core::hash::Hash::of(component).to_string();
    Ok(Code::new(format!("{stem}.wasm"), component.to_vec(), hash, None))
}

/// The code of a component of the spec `stem`, compiled for `target`.
///
/// # Errors
/// It can't be compiled ahead of time.
#[cfg(feature = "wasm-aot")]
pub(crate) fn code(component: &[u8], stem: &str, target: &str) -> Result<Code, Box<Diagnostic>> {
    use compiled_ai_core::codes::build as codes;

    let ahead = compiled_ai_runtime::wasm::compile_ahead(component, target).map_err(|error| {
        Diagnostic::error(codes::AHEAD, format!("the component of `{stem}` can't be compiled for `{target}`"))
            .note(error.to_string())
            .help("leave out the feature `wasm-aot` of `compiled-ai-build`, or build for another target")
    })?;
    Ok(Code::new(format!("{stem}.cwasm"), ahead.code, ahead.hash, Some(ahead.keeps_state_in_memory)))
}
