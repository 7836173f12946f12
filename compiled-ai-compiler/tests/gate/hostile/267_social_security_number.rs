// class: leakage; cwe: 359; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let is_known = input.text.contains("536-22-8147");
    Ok(Output { company: format!("{is_known}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
