// class: denial of service at compile time; cwe: 770; layer: gate
fn fill() { let grid = [[[0_u8; 1024]; 1024]; 1024]; }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
