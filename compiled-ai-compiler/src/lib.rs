//! Makes artifacts: asks a model, gates and validates what it writes, repairs, locks.
//!
//! Only the command line uses this crate (and a build script that was built with generation switched on): it brings rustc,
//! wasmtime and a model. What a locked build needs is in `compiled-ai-core`.
//!
//! [`compile::compile`] runs the whole way; [`prompt`], [`model`], [`reply`], [`validate`] and [`locking`] are its steps, each
//! of which takes what the one before returns. [`verify::verify`] runs a locked artifact through the stages again.
#![deny(unsafe_code)]

pub mod ask;
pub mod bare;
pub mod budget;
pub mod cache;
pub mod compile;
pub mod config;
pub mod drive;
pub mod jail;
pub mod json;
pub mod kept;
pub mod kit;
pub mod ledger;
pub mod locking;
pub mod model;
pub mod news;
pub mod plan;
pub mod price;
pub mod project;
pub mod prompt;
pub mod reply;
pub mod signing;
pub mod stats;
pub mod tokens;
pub mod validate;
pub mod verify;
pub mod write;
