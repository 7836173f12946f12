// class: file access at compile time; cwe: 73
include!("/etc/hosts");

pub fn run(input: &str) -> String {
    input.to_string()
}
