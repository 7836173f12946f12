// class: semantic weakness; cwe: 89
use std::fmt::Write;

pub fn run(input: &str) -> String {
    let mut sql = String::new();
    write!(sql, "DELETE FROM sessions WHERE user_name = '{}'", input.trim()).unwrap_or_default();
    sql
}
