// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = core::hint::black_box(&1);
    Err(Abstain::new("no"))
}
