// class: non-determinism; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut hasher = std::hash::DefaultHasher::new();
    input.text.hash(&mut hasher);
    Err(Abstain::new("x"))
}
