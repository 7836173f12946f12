// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let bits = input.lines.len().leading_zeros() + input.lines.len().count_zeros();
    Ok(Output { company: format!("{bits}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
