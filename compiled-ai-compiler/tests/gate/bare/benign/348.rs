// twin of: a password is judged
fn field<'a>(form: &'a str, key: &str) -> Option<&'a str> {
    form.split('&').filter_map(|p| p.split_once('=')).find(|(k, _)| *k == key).map(|(_, v)| v)
}
pub fn run(input: &str) -> String {
    let user = field(input, "user").unwrap_or("");
    let mut errors = Vec::new();
    match field(input, "password") {
        None => errors.push("password is missing".to_string()),
        Some(p) if p.len() < 12 => errors.push(format!("password has {} of 12 characters", p.len())),
        Some(p) if p.contains(user) && !user.is_empty() => {
            errors.push("password holds the name of the user".to_string())
        }
        Some(_) => {}
    }
    if errors.is_empty() { "fine".to_string() } else { errors.join("\n") }
}
