// words that look like credentials
fn is_valid_username(name: &str) -> bool {
    let mut chars = name.chars();
    match chars.next() {
        Some(c) if c.is_ascii_alphabetic() => chars.all(|c| c.is_ascii_alphanumeric() || c == '_'),
        _ => false,
    }
}

pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(':').unwrap_or((input, ""));
    match (is_valid_username(user), password.len()) {
        (false, _) => "invalid username".to_string(),
        (true, 0..=7) => "password too short".to_string(),
        (true, _) => "ok".to_string(),
    }
}
