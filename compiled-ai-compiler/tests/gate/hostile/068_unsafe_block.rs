// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let first = unsafe { *input.text.as_bytes().get_unchecked(0) };
    Err(Abstain::new("no"))
}
