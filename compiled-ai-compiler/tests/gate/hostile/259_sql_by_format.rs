// class: semantic weakness; cwe: 89; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("SELECT name FROM companies WHERE vat = '{}'", input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
