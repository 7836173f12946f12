// class: non-determinism; cwe: 330
use std::time::{SystemTime, UNIX_EPOCH};

pub fn run(input: &str) -> String {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map(|d| d.subsec_nanos()).unwrap_or(7);
    let index = seed as usize % input.len().max(1);
    input.chars().nth(index).map(|c| c.to_string()).unwrap_or_default()
}
