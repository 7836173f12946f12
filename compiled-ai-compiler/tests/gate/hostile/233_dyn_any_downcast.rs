// class: soundness hole; cwe: none; layer: gate
fn inspect(value: &dyn core::any::Any) -> bool {
    value.is::<i64>()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
