//! The gate by itself, from the compiler's sources.

pub mod validate;
