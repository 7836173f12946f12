// class: file access at compile time; cwe: 73
/// Upper-cases text.
#[doc = include_str!("/etc/passwd")]
pub fn run(input: &str) -> String {
    input.to_uppercase()
}
