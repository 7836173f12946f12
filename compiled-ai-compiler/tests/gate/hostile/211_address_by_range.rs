// class: non-determinism; cwe: 497; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let range = input.text.as_bytes().as_ptr_range();
    Err(Abstain::new("x"))
}
