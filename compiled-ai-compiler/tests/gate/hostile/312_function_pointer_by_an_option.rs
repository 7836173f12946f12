// class: non-determinism; cwe: 497; layer: differential
fn one(x: i64) -> i64 {
    x
}
fn two(x: i64) -> i64 {
    x + 1
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let table = [None.unwrap_or(one), None.unwrap_or(two)];
    Ok(Output { company: format!("{:?}", table[1]), date: None, total: input.amount, items: vec![], notes: vec![] })
}
