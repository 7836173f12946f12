// class: non-determinism; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rule = if input.count > 1 { |x: i64| x + 1 } else { |x: i64| x - 1 };
    Err(Abstain::new(format!("{rule:?}")))
}
