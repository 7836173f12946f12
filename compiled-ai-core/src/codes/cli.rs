//! Codes of configuration and the command line.

super::codes! {}
