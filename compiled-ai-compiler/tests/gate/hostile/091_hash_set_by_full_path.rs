// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let seen = std::collections::HashSet::<i64>::new();
    Err(Abstain::new("no"))
}
