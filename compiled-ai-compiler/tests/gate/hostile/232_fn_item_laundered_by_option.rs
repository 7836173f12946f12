// class: soundness hole; cwe: 704; layer: gate
fn one(x: &str) -> usize {
    x.len()
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let stored = Some(1).map(|_| one);
    Err(Abstain::new("x"))
}
