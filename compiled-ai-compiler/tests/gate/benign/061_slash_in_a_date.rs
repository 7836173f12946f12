// class: twin of a hostile file, slash in a date; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{:02}/{:02}/{}", input.today.day(), input.today.month(), input.today.year());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
