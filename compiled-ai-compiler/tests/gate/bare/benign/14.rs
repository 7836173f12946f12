// format with width
pub fn run(input: &str) -> String {
    let width = input.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    out += &format!("+{}+\n", "-".repeat(width + 2));
    for line in input.lines() {
        out += &format!("| {line:<width$} |\n");
    }
    out += &format!("+{}+", "-".repeat(width + 2));
    out
}
