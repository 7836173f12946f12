// class: non-determinism; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = line!();
    Err(Abstain::new("no"))
}
