// class: uncontrolled panic; cwe: 248; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    todo!();
    Err(Abstain::new("no"))
}
