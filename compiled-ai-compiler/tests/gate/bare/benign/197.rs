// a search for what is not empty, and a depth with a limit
fn count(text: &str, needle: &str) -> usize {
    if needle.is_empty() {
        return 0;
    }
    let (mut from, mut hits) = (0, 0);
    while let Some(at) = text[from..].find(needle) {
        hits += 1;
        from += at + needle.len();
    }
    hits
}
fn skip(text: &[u8], at: usize, depth: usize) -> usize {
    let mut at = at;
    while let Some(byte) = text.get(at) {
        at = match byte {
            b'[' if depth < 40 => skip(text, at + 1, depth + 1),
            b']' => return at + 1,
            _ => at + 1,
        };
    }
    at
}
pub fn run(input: &str) -> String {
    let (needle, text) = input.split_once('\n').unwrap_or(("", input));
    format!("{} {}", count(text, needle), skip(text.as_bytes(), 0, 0))
}
