// class: denial of service at compile time; cwe: 770; layer: gate
const MAX: usize = 4;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let buffer = [0_u8; u32::MAX as usize];
    Err(Abstain::new(format!("{}", buffer.len() + MAX)))
}
