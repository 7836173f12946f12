// class: twin of a hostile file, less than in a message; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{} < {} and {} > 0", input.count, input.count + 1, input.amount);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
