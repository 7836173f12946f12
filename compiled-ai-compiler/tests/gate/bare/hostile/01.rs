// class: file access at compile time; cwe: 73
const NOTICE: &str = include_str!("../../Cargo.toml");

pub fn run(input: &str) -> String {
    let mut out = String::from(NOTICE);
    out.push_str(input);
    out
}
