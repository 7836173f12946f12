// all occurrences
pub fn run(input: &str) -> String {
    let (needle, text) = input.split_once('\n').unwrap_or((input, ""));
    if needle.is_empty() {
        return "0".to_string();
    }
    let mut rest = text;
    let mut found = 0;
    while let Some(at) = rest.find(needle) {
        found += 1;
        rest = &rest[at + needle.len()..];
    }
    found.to_string()
}
