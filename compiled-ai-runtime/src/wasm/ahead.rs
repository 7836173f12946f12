//! Code that was compiled ahead of time. All that is unsafe in this crate is in this file.

use wasmtime::{Engine, Module};

use super::code::Verified;

/// Loads code that was compiled ahead of time.
///
/// What is no such code, or was compiled for another version, machine or configuration of the engine, is refused.
pub(crate) fn load(engine: &Engine, code: Verified<'_>) -> wasmtime::Result<Module> {
    // SAFETY: `Module::deserialize` runs the bytes as machine code, so they must be what wasmtime's `precompile_module` gave,
    // unchanged. `Verified` can be had in one way only, `Verified::new`, which compares their SHA-256 with one that is part of
    // the program: the build script that wrote the bytes, as the output of `compile_ahead`, wrote both into the program in the same
    // run. Nothing that is read at run time, from a file or elsewhere, comes this way: `Code::Ahead` holds `&'static` bytes,
    // and `Artifact` always holds a component.
    unsafe { Module::deserialize(engine, code.bytes()) }
}
