//! Codes of examples.

super::codes! {}
