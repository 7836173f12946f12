// class: ambient authority; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rules = vec![|x: i64| x + 1, |x: i64| x * 2];
    Err(Abstain::new(format!("{rules:?}")))
}
