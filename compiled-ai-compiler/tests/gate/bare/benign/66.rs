// a relative path is checked
pub fn run(input: &str) -> String {
    let path = input.trim();
    let is_bad = path.starts_with('/')
        || path.contains('\\')
        || path.split('/').any(|part| part == ".." || part.is_empty());
    if is_bad { "rejected".to_string() } else { format!("accepted {path}") }
}
