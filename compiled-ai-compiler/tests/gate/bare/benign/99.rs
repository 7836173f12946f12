// is the host on the list
const HOSTS: &[&str] = &["example.com", "www.example.com", "api.example.com"];

pub fn run(input: &str) -> String {
    let host = input.trim().strip_prefix("https://").and_then(|r| r.split('/').next()).unwrap_or("");
    if HOSTS.contains(&host) { "allowed".to_string() } else { "blocked".to_string() }
}
