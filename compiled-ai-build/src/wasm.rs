//! The code of a component: the component itself, or machine code that is made of it here.

use std::path::Path;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::emit::WasmCode;
#[cfg(feature = "wasm-aot")]
use compiled_ai_core::hash::Hash;

/// Code, and the file below `OUT_DIR/compiled-ai` that it goes to.
pub(crate) struct Code {
    pub(crate) file: String,
    pub(crate) bytes: Vec<u8>,
    /// What the next run must know to take it as it is: a file's name and text.
    pub(crate) record: Option<(String, String)>,
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
        Self { file, bytes, record: None, path, hash, ahead }
    }
}

/// The code of a component of the spec `stem`.
///
/// # Errors
/// It can't be compiled ahead of time.
#[cfg(not(feature = "wasm-aot"))]
pub(crate) fn code(component: &[u8], stem: &str, _target: &str, _made: Option<&Path>) -> Result<Code, Box<Diagnostic>> {
    let hash = compiled_ai_core::hash::Hash::of(component).to_string();
    Ok(Code::new(format!("{stem}.wasm"), component.to_vec(), hash, None))
}

/// The code of a component of the spec `stem`, compiled for `target`. `made` is the folder with what an earlier run wrote: what fits
/// is taken from there, because compiling takes seconds.
///
/// # Errors
/// It can't be compiled ahead of time.
#[cfg(feature = "wasm-aot")]
pub(crate) fn code(component: &[u8], stem: &str, target: &str, made: Option<&Path>) -> Result<Code, Box<Diagnostic>> {
    use compiled_ai_core::codes::build as codes;
    use compiled_ai_runtime::wasm::{ahead_key, compile_ahead};

    let (file, record) = (format!("{stem}.cwasm"), format!("{stem}.ahead"));
    let ahead = ahead_key(target).and_then(|key| {
        let key = format!("{key} {}", Hash::of(component));
        let kept = made.and_then(|made| kept(&key, &made.join(&file), &made.join(&record)));
        let (bytes, hash, keeps_state) = match kept {
            Some(kept) => kept,
            None => compile_ahead(component, target).map(|it| (it.code, it.hash, it.keeps_state_in_memory))?,
        };
        let text = format!("{key}\n{hash}\n{keeps_state}\n");
        Ok(Code { record: Some((record, text)), ..Code::new(file, bytes, hash, Some(keeps_state)) })
    });
    ahead.map_err(|error| {
        Box::new(
            Diagnostic::error(codes::AHEAD, format!("the component of `{stem}` can't be compiled for `{target}`"))
                .note(error.to_string())
                .help("leave out the feature `wasm-aot` of `compiled-ai-build`, or build for another target"),
        )
    })
}

/// What an earlier run made, if it was of the same component for the same engine, and is as it was.
#[cfg(feature = "wasm-aot")]
fn kept(key: &str, code: &Path, record: &Path) -> Option<(Vec<u8>, String, bool)> {
    let text = std::fs::read_to_string(record).ok()?;
    let mut lines = text.lines();
    if lines.next()? != key {
        return None;
    }
    let (hash, keeps_state) = (lines.next()?, lines.next()?.parse().ok()?);
    let bytes = std::fs::read(code).ok()?;
    (Hash::of(&bytes).as_str() == hash).then(|| (bytes, hash.to_owned(), keeps_state))
}
