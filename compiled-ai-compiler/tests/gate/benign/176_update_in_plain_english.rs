// class: ordinary code, update in plain english; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = vec![format!("update: {} set aside", input.count), format!("insert coin {} into slot", input.count), format!("drop {} by the table", input.text)];
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
