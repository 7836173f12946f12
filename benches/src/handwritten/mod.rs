//! The showcase specs as a person would write them in Rust from the rules: the measure for what is compiled.
//!
//! `tests/by_hand.rs` holds each to every example of its spec, shown and held out.

pub mod address;
pub mod order_summary;
pub mod prior_authorization;
pub mod receipt;
