// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let seen: std::collections::HashSet<&str> = input.text.lines().collect();
    let text: String = seen.into_iter().collect();
    Err(Abstain::new("no"))
}
