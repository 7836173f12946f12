//! Codes of locks and artifacts.

super::codes! {}
