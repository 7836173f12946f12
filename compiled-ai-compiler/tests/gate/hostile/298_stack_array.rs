// class: denial of service at run time; cwe: 770; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let row = [input.count; 65536];
    let grid = [row; 16];
    Err(Abstain::new(format!("{}", grid[3][7])))
}
