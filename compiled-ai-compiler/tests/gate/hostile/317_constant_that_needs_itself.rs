// class: denial of service at compile time; cwe: 835; layer: syntax
const A: i64 = B + 1;
const B: i64 = A + 1;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{A}")))
}
