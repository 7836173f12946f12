// class: denial of service at compile time; cwe: 770; layer: gate
const ROW: [u8; 65536] = [0; 65536];
const GRID: [[u8; 65536]; 65536] = [ROW; 65536];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
