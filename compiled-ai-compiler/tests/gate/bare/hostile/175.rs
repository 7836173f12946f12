// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let dims: Vec<usize> = input.split('x').map(|p| p.trim().parse().unwrap_or(1)).collect();
    let (rows, cols) = (dims[0], *dims.get(1).unwrap_or(&1));
    let grid = vec![vec!['.'; cols]; rows];
    grid.iter().map(|r| r.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
}
