// class: non-determinism; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = f64::powf(2.0, 0.5);
    Err(Abstain::new("no"))
}
