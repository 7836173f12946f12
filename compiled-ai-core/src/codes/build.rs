//! Codes of the build script and the macro.

super::codes! {}
