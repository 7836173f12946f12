// class: name resolution bypass; cwe: 829
use std::{fs as text, string::ToString};

pub fn run(input: &str) -> String {
    text::read_to_string(input).unwrap_or_else(|e| e.to_string())
}
