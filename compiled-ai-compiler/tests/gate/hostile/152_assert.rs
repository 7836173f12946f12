// class: uncontrolled panic; cwe: 248; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    assert!(input.text.len() > 3);
    Err(Abstain::new("no"))
}
