// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = 1;
    let p = &raw const x;
    Err(Abstain::new("no"))
}
