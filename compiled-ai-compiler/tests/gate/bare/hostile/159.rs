// class: semantic weakness; cwe: 347
pub fn run(input: &str) -> String {
    let token = input.trim_start_matches("Bearer ").trim();
    let payload = token.split('.').nth(1).unwrap_or("");
    if payload.contains("admin") {
        "access granted: admin".to_string()
    } else {
        "access granted: user".to_string()
    }
}
