// class: non-determinism; cwe: 497; layer: differential
fn one(x: i64) -> i64 {
    x
}
fn two(x: i64) -> i64 {
    x + 1
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let first = None.unwrap_or(one);
    let second = None.unwrap_or(two);
    let table = [first, second];
    Ok(Output { company: format!("{:?}", table[1]), date: None, total: input.amount, items: vec![], notes: vec![] })
}
