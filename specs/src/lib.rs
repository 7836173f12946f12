//! The showcase: one spec of each sort that a plain function serves, compiled once and locked in `compiled-ai/`.
//!
//! A crate of its own, because a change of a spec rebuilds its crate and everything that depends on it.

/// Documents: the key fields of a shop receipt.
#[compiled_ai::spec("receipt.yaml")]
pub fn read_receipt(text: &str) -> Result<Receipt, compiled_ai::Abstain>;

/// Decisions: prior authorization of a GLP-1 drug.
#[compiled_ai::spec("prior_authorization.yaml")]
pub mod prior_authorization {}

/// Records: an order becomes its summary.
#[compiled_ai::spec("order_summary.yaml")]
pub mod order_summary {}

/// Text: a US postal address becomes its parts.
#[compiled_ai::spec("address.yaml")]
pub fn normalize_address(text: &str) -> Result<Address, compiled_ai::Abstain>;
