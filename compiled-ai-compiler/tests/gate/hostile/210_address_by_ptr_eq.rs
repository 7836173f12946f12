// class: non-determinism; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let same = core::ptr::eq(input.text, "x");
    Err(Abstain::new(format!("{same}")))
}
