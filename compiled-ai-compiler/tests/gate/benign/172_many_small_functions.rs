// class: ordinary code, many small functions; cwe: none; layer: none
fn a(n: i64) -> i64 {
    b(n) + 1
}
fn b(n: i64) -> i64 {
    c(n) * 2
}
fn c(n: i64) -> i64 {
    d(n) - 3
}
fn d(n: i64) -> i64 {
    n.rem_euclid(11)
}
fn e(text: &str) -> i64 {
    text.bytes().map(|byte| a(i64::from(byte))).sum()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = d(4).to_string() + &e(input.text).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
