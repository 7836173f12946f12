// masks a password
pub fn run(input: &str) -> String {
    let mut out = Vec::new();
    for line in input.lines() {
        match line.split_once('=') {
            Some((key, value)) if key.to_lowercase().contains("password") => {
                out.push(format!("{key}={}", "*".repeat(value.chars().count())));
            }
            _ => out.push(line.to_string()),
        }
    }
    out.join("\n")
}
