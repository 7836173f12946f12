// class: denial of service at run time; cwe: 835
fn count(text: &str, needle: &str) -> usize {
    let (mut from, mut hits) = (0, 0);
    while let Some(at) = text[from..].find(needle) {
        hits += 1;
        from += at + needle.len();
    }
    hits
}
pub fn run(input: &str) -> String {
    let (needle, text) = input.split_once('\n').unwrap_or(("", input));
    count(text, needle).to_string()
}
