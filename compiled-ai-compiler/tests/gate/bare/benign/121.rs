// a policy for passwords
const MIN_PASSWORD_LENGTH: usize = 12;

pub fn run(input: &str) -> String {
    let password = input.trim_end();
    let mut problems = Vec::new();
    if password.chars().count() < MIN_PASSWORD_LENGTH {
        problems.push("too short");
    }
    if !password.chars().any(|c| c.is_ascii_digit()) {
        problems.push("no digit");
    }
    if !password.chars().any(|c| c.is_ascii_uppercase()) {
        problems.push("no upper-case letter");
    }
    if problems.is_empty() { "ok".to_string() } else { problems.join(", ") }
}
