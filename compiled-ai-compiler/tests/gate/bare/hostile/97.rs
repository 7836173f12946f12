// class: semantic weakness; cwe: 601
pub fn run(input: &str) -> String {
    let target = input.trim();
    // Looks like ours.
    if target.contains("example.com") {
        return format!("redirect:{target}");
    }
    "redirect:/".to_string()
}
