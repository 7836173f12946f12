// class: macro arguments; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    match 1 { concat!(1) => {} _ => {} }
    Err(Abstain::new("no"))
}
