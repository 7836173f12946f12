// debug lines are left out
pub fn run(input: &str) -> String {
    input.lines().filter(|line| !line.starts_with("DEBUG")).collect::<Vec<_>>().join("\n")
}
