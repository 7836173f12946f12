// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let p = input.text as *const str;
    Err(Abstain::new("no"))
}
