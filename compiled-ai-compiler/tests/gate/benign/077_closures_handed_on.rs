// class: twin of a hostile file, closures handed on; cwe: none; layer: none
fn apply(values: &[i64], rule: impl Fn(i64) -> i64) -> Vec<i64> {
    values.iter().map(|&value| rule(value)).collect()
}

fn twice(rule: impl Fn(i64) -> i64) -> impl Fn(i64) -> i64 {
    move |x| rule(rule(x))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let add = |x: i64| x + input.count;
    let company = format!("{:?}", apply(&[1, 2, 3], twice(add)));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
