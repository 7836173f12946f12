// depth of paths
pub fn run(input: &str) -> String {
    input
        .lines()
        .map(|line| format!("{}: {}", line, line.matches('/').count()))
        .collect::<Vec<_>>()
        .join("\n")
}
