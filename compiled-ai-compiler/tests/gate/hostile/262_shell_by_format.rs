// class: semantic weakness; cwe: 78; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("sh -c 'rm -rf {}'", input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
