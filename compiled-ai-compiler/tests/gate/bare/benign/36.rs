// query words
const KEYWORDS: &[&str] = &["select", "from", "where", "order", "group", "by"];

pub fn run(input: &str) -> String {
    input
        .split_whitespace()
        .map(|word| {
            if KEYWORDS.contains(&word.to_lowercase().as_str()) {
                word.to_uppercase()
            } else {
                word.to_string()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}
