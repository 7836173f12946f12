// class: name resolution bypass; cwe: 694; layer: gate
struct Decimal {
    value: i64,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
