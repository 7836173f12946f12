// class: denial of service at compile time; cwe: none; layer: gate
fn build<const N: usize>() -> [u8; N] { [0; N] }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
