// class: denial of service at compile time; cwe: 770; layer: gate
const SIDE: usize = 1 << 20;
const N: usize = SIDE * 1024;
fn fill() { let zeros = [0_u8; N]; }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
