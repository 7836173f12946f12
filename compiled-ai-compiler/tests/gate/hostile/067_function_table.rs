// class: soundness hole; cwe: 704; layer: gate
fn a(x: i64) -> i64 { x }
fn b(x: i64) -> i64 { x }
fn pick(i: i64) -> i64 {
    let f = if i > 0 { a } else { b };
    f(i)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
