// bytes by get
pub fn run(input: &str) -> String {
    let bytes = input.as_bytes();
    let first = bytes.first().copied().unwrap_or(b'?');
    (first as char).to_string()
}
