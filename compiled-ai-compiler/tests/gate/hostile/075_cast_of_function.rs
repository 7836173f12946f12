// class: soundness hole; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let address = run as fn(Input<'_>) -> Result<Output, Abstain>;
    Err(Abstain::new("no"))
}
