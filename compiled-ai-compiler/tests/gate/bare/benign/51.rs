// matrix
pub fn run(input: &str) -> String {
    let grid: Vec<Vec<i32>> = input
        .lines()
        .map(|line| line.split_whitespace().map(|n| n.parse().unwrap_or_default()).collect())
        .collect();
    let columns = grid.iter().map(Vec::len).min().unwrap_or(0);
    (0..columns)
        .map(|j| grid.iter().map(|row| row[j].to_string()).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}
