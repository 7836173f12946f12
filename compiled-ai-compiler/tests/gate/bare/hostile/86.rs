// class: semantic weakness; cwe: 434
pub fn run(input: &str) -> String {
    let name = input.trim();
    // Anything but exe is fine.
    if name.ends_with(".exe") {
        return "rejected".to_string();
    }
    format!("/var/www/html/uploads/{name}")
}
