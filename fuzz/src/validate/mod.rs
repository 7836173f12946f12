//! As in the compiler.

#[allow(dead_code, reason = "the rest of the compiler uses it")]
#[path = "../../../compiled-ai-compiler/src/validate/security/mod.rs"]
pub mod security;
