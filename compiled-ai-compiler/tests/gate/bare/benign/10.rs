// password strength
pub fn run(input: &str) -> String {
    let password = input.trim_end_matches('\n');
    let mut score = 0;
    if password.len() >= 8 {
        score += 1;
    }
    if password.chars().any(char::is_uppercase) {
        score += 1;
    }
    if password.chars().any(|c| c.is_ascii_digit()) {
        score += 1;
    }
    if password.chars().any(|c| !c.is_alphanumeric()) {
        score += 1;
    }
    let weak = ["password", "123456", "qwerty"];
    if weak.contains(&password.to_lowercase().as_str()) {
        score = 0;
    }
    match score {
        0..=1 => "weak",
        2 => "fair",
        3 => "good",
        _ => "strong",
    }
    .to_string()
}
