// class: ordinary code, smallest; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = input.text.trim().to_string();
    Ok(Output { company, date: None, total: input.amount, items: Vec::new(), notes: Vec::new() })
}
