//! What a function compiled by `compiled-ai` links: the value types, [`Abstain`], the engine-free trait [`CompiledFn`]
//! and the [`kit`], which is everything that generated code may call.
//!
//! No I/O, no clock, no randomness, no global state: a compiled function is a pure function of its input.
//!
//! The features `wasm` and `wasm-cranelift` add the host for artifacts that were built for WebAssembly.
#![no_std]
#![cfg_attr(not(feature = "wasm"), forbid(unsafe_code))]

extern crate alloc;
#[cfg(feature = "wasm")]
extern crate std;

mod abstain;
mod bytes;
mod compiled_fn;
#[cfg(feature = "docs")]
pub mod docs;
#[cfg(feature = "json")]
mod finite;
#[cfg(feature = "json")]
mod json;
pub mod kit;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use abstain::Abstain;
pub use bytes::Bytes;
pub use compiled_fn::CompiledFn;
pub use jiff::civil::{Date, DateTime, Time};
#[cfg(feature = "json")]
pub use json::call_json;
pub use rust_decimal::Decimal;

/// Paths for generated code and for this crate's macros; not a public interface.
#[doc(hidden)]
pub mod __private {
    #[cfg(not(compiled_ai_component))]
    pub use crate::kit::compile_regex;
    pub extern crate alloc;
    pub use once_cell::race::OnceBox;
    pub use serde;
    #[cfg(feature = "json")]
    pub use serde_json;
    #[cfg(feature = "wasm")]
    pub use {crate::__wasm_enum as wasm_enum, crate::__wasm_record as wasm_record};
}
