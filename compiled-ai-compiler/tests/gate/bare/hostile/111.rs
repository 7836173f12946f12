// class: semantic weakness; cwe: 1333
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match pattern.first() {
        None => text.is_empty(),
        Some(b'*') => matches(&pattern[1..], text) || (!text.is_empty() && matches(pattern, &text[1..])),
        Some(b'?') => !text.is_empty() && matches(&pattern[1..], &text[1..]),
        Some(c) => text.first() == Some(c) && matches(&pattern[1..], &text[1..]),
    }
}

pub fn run(input: &str) -> String {
    let (pattern, text) = input.split_once('\n').unwrap_or(("*", input));
    matches(pattern.as_bytes(), text.as_bytes()).to_string()
}
