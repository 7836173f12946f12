// checks a file's type by its extension from a list
const ALLOWED: [&str; 4] = ["png", "jpg", "jpeg", "gif"];

pub fn run(input: &str) -> String {
    let name = input.trim();
    let extension = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    if name.contains('/') || name.contains('\\') || name.contains("..") {
        return "rejected: path".to_string();
    }
    if ALLOWED.contains(&extension.as_str()) { "accepted".to_string() } else { "rejected: type".to_string() }
}
