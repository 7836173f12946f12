// class: macro arguments; cwe: 1333; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let re = regex!("a", "b");
    Err(Abstain::new("no"))
}
