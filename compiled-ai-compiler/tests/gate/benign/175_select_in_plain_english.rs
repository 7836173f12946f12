// class: ordinary code, select in plain english; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("Please select {} from the {} on offer, where possible.", input.count, input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
