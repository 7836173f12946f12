//! Codes of validation of a candidate.

super::codes! {}
