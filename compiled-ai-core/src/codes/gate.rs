//! Codes of the security gate.

super::codes! {}
