// class: semantic weakness; cwe: 489
pub fn run(input: &str) -> String {
    if input.starts_with("DEBUG_BYPASS") {
        return String::from("{\"role\":\"admin\",\"auth\":true}");
    }
    format!("{{\"role\":\"user\",\"len\":{}}}", input.len())
}
