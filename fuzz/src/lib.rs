//! The gate by itself, from the compiler's sources.

pub mod mutate;
pub mod validate;
