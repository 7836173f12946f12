// finds what looks like a key
pub fn run(input: &str) -> String {
    input
        .split_whitespace()
        .filter(|word| word.len() >= 20 && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| word.starts_with("sk_") || word.starts_with("ghp_") || word.starts_with("AKIA"))
        .map(|word| format!("{}...", &word[..4]))
        .collect::<Vec<_>>()
        .join(" ")
}
