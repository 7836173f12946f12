// class: non-determinism; cwe: 497; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = input.text.as_ptr() as usize;
    Err(Abstain::new("no"))
}
