// class: name resolution bypass; cwe: 694; layer: gate
fn helper<Decimal>(value: Decimal) -> Decimal { value }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
