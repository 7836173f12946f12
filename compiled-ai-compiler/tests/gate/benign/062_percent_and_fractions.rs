// class: twin of a hostile file, percent and fractions; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{}/{} = {}%", input.count, 100, input.count);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
