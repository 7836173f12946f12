// class: denial of service at compile time; cwe: 400; layer: gate
const fn spin(n: u64) -> u64 { if n == 0 { 0 } else { spin(n - 1) } }
const N: u64 = spin(100_000_000);

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
