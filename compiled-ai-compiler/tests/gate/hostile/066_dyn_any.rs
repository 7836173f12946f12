// class: soundness hole; cwe: 704; layer: gate
fn look(value: &dyn core::any::Any) {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
