//! The pure heart of compiled-ai: what a spec means, what is wrong with it, what it hashes to, and what a lock says.
//!
//! Nothing here reads a clock, the environment or the network, or writes to standard output. Files are reached through
//! [`files::Files`], so that every caller (build script, macro, compiler, command line, test) decides what is read.
//!
//! The way through the crate: [`load::load`] turns a path into a [`spec::Spec`] and [`diagnostic::Diagnostic`]s, [`hash`]
//! gives the spec its identity, [`emit`] writes the Rust types that a caller and a candidate share, and [`lock`] reads and
//! writes `lock.toml`.
#![forbid(unsafe_code)]

pub mod codes;
pub mod coverage;
pub mod diagnostic;
pub mod emit;
pub mod ensures;
pub mod files;
pub mod hash;
pub mod hit;
pub mod load;
pub mod lock;
pub mod render;
pub mod schema;
pub mod spec;
pub mod split;
pub mod suggest;
pub mod value;
pub mod yaml;
