// class: semantic weakness; cwe: 79; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("<a href=\"/c\">{}</a>", input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
