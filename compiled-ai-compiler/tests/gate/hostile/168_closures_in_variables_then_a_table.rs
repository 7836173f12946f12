// class: non-determinism; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let up = |x: i64| x + 1;
    let down = |x: i64| x - 1;
    let both = [up, down];
    Err(Abstain::new(format!("{both:?}")))
}
