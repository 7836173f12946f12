// triangle of stars up to twenty lines
pub fn run(input: &str) -> String {
    let n = input.trim().parse::<usize>().unwrap_or(0);
    let n = if n > 20 { 20 } else { n };
    (1..=n).map(|i| "*".repeat(i)).collect::<Vec<_>>().join("\n")
}
