// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let width = input.text.len().to_be_bytes().len();
    Ok(Output { company: format!("{width}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
