// class: non-determinism; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = [2.0].into_iter().map(f64::exp).count();
    Err(Abstain::new("no"))
}
