// attributes of a tag
pub fn run(input: &str) -> String {
    let inner = input.trim().trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let mut parts = inner.split_whitespace();
    let name = parts.next().unwrap_or("");
    let attributes: Vec<String> = parts
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| format!("{key}={}", value.trim_matches('"')))
        .collect();
    format!("{name}: {}", attributes.join(", "))
}
