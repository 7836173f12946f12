// class: name resolution bypass; cwe: 694
mod text {
    pub fn trim(value: &str) -> String {
        value.to_string()
    }
}
pub fn run(input: &str) -> String {
    text::trim(input)
}
