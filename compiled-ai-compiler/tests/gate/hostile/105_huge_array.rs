// class: denial of service at compile time; cwe: 770; layer: gate
const ZEROS: [u8; 1 << 30] = [0; 1 << 30];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
