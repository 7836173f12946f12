// class: denial of service at run time; cwe: 674
fn skip(text: &[u8], at: usize, depth: usize) -> usize {
    let mut at = at;
    while let Some(byte) = text.get(at) {
        at = match byte {
            b'[' => skip(text, at + 1, depth + 1),
            b']' => return at + 1,
            _ => at + 1,
        };
    }
    at
}
pub fn run(input: &str) -> String {
    skip(input.as_bytes(), 0, 0).to_string()
}
