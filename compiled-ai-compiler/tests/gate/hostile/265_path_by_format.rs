// class: semantic weakness; cwe: 22; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("/var/data/{}/receipt.pdf", input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
