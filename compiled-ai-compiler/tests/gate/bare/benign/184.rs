// types from a list
pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let kind = match lines.next() {
        Some("set") => "set",
        Some("omap") => "omap",
        _ => return "no such type".to_string(),
    };
    let body: Vec<String> = lines.map(|line| format!("  - {}", line.len())).collect();
    format!("--- !!{kind}\n{}", body.join("\n"))
}
