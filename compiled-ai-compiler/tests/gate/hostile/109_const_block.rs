// class: denial of service at compile time; cwe: 400; layer: gate
const N: i64 = { let mut i = 0; while i < 9_000_000_000 { i += 1; } i };

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
