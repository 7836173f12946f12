// class: non-determinism; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = 2.0_f64.ln();
    Err(Abstain::new("no"))
}
