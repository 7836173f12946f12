// class: semantic weakness; cwe: 434
pub fn run(input: &str) -> String {
    let (name, content_type) = input.split_once(';').unwrap_or((input, ""));
    if content_type.trim().starts_with("image/") {
        format!("saved uploads/{name}")
    } else {
        "rejected".to_string()
    }
}
