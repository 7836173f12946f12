// class: denial of service at compile time; cwe: 770; layer: gate
type Row = [u8; 65536];
const ZERO: Row = [0; 65536];
const GRID: [Row; 65536] = [ZERO; 65536];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", GRID[0][0])))
}
