// class: environment and secrets; cwe: 526
use std::env::var;

pub fn run(input: &str) -> String {
    let mode = var("APP_MODE").unwrap_or_default();
    if mode == "strict" { input.trim().to_string() } else { input.to_string() }
}
