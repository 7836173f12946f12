//! Codes of model providers.

super::codes! {}
