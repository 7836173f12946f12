// class: semantic weakness; cwe: 89; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = "INSERT INTO receipts (company) VALUES ('".to_string() + input.text + "')";
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
