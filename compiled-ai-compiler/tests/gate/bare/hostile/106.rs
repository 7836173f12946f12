// class: semantic weakness; cwe: 117
pub fn run(input: &str) -> String {
    let user = input.strip_prefix("user=").unwrap_or(input);
    format!("2024-05-01T12:00:00Z WARN auth: failed login for {user}")
}
