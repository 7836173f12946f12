//! Specs in memory.
#![allow(dead_code)] // Each test file uses its part.

use std::path::Path;

use compiled_ai_core::files::Memory;
use compiled_ai_core::load::{Loaded, load};
use compiled_ai_core::render;

/// Loads `specs/a.yaml` from files beside it, each given by its path relative to `specs`.
pub fn load_files(files: &[(&str, &[u8])]) -> Loaded {
    let memory =
        files.iter().fold(Memory::default(), |memory, (path, bytes)| memory.with(format!("specs/{path}"), *bytes));
    load(&memory, Path::new("specs/a.yaml"), "specs/a.yaml")
}

/// Loads one spec without other files.
pub fn load_text(spec: &str) -> Loaded {
    load_files(&[("a.yaml", spec.as_bytes())])
}

/// The diagnostics as a user sees them.
pub fn rendered(loaded: &Loaded) -> String {
    render::plain(&loaded.diagnostics, &loaded.sources)
}
