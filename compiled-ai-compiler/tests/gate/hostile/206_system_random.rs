// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let state = std::collections::hash_map::RandomState::new();
    Err(Abstain::new("x"))
}
