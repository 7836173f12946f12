// domain of an e-mail address
pub fn run(input: &str) -> String {
    match input.trim().split_once('@') {
        Some((user, domain)) if !user.is_empty() && domain.contains('.') => format!("user {user} at {domain}"),
        _ => "not an address".to_string(),
    }
}
