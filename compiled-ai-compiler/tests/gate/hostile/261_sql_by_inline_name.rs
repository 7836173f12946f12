// class: semantic weakness; cwe: 89; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let id = input.text.trim();
    let company = format!("DELETE FROM orders WHERE id = {id}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
