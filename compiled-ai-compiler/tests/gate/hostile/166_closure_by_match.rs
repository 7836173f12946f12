// class: non-determinism; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rule = match input.count {
        0 => |x: i64| x,
        1 => |x: i64| x + 7,
        _ => |x: i64| x * 7,
    };
    Err(Abstain::new(format!("{:?} {}", rule, rule(2))))
}
