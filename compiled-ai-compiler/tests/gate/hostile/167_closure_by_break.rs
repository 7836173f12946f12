// class: non-determinism; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut n = 0;
    let rule = loop {
        n += 1;
        if n > input.count {
            break |x: i64| x;
        }
        if n > 5 {
            break |x: i64| x + 1;
        }
    };
    Err(Abstain::new(format!("{rule:?}")))
}
