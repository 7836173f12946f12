// class: semantic weakness; cwe: 347
fn decode(part: &str) -> String {
    part.chars().rev().collect()
}

pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.trim().split('.').collect();
    if parts.len() < 2 {
        return "invalid token".to_string();
    }
    let header = decode(parts[0]);
    let claims = decode(parts[1]);
    if header.contains("\"alg\":\"none\"") || parts.len() == 3 {
        return format!("authenticated as {claims}");
    }
    "invalid token".to_string()
}
