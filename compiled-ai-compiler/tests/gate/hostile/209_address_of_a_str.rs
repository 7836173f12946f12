// class: non-determinism; cwe: 497; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let seed = input.text.as_ptr() as usize as i64;
    Err(Abstain::new(format!("{seed}")))
}
