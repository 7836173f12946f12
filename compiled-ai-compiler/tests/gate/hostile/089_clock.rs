// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let now = std::time::SystemTime::now();
    Err(Abstain::new("no"))
}
