// class: non-determinism; cwe: 497; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = format!("{:p}", input.text);
    Err(Abstain::new("no"))
}
