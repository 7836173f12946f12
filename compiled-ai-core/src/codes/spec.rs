//! Codes of the spec file.

super::codes! {}
