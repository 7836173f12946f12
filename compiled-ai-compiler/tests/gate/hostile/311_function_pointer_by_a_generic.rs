// class: non-determinism; cwe: 497; layer: differential
fn same<T>(value: T) -> T {
    value
}
fn one(x: i64) -> i64 {
    x
}
fn two(x: i64) -> i64 {
    x + 1
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let first = same(one);
    let second = same(two);
    let table = [first, second];
    Ok(Output { company: format!("{:?}", table[0]), date: None, total: input.amount, items: vec![], notes: vec![] })
}
