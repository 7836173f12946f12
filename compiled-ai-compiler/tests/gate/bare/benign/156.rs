// normalises a website address
pub fn run(input: &str) -> String {
    let text = input.trim().to_lowercase();
    if text.is_empty() {
        return String::new();
    }
    let url = if text.starts_with("http://") || text.starts_with("https://") { text } else { format!("https://{text}") };
    url.trim_end_matches('/').to_string()
}
