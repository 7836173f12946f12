// class: twin of a hostile file, csv writer; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut rows = vec![vec!["description".to_string(), "amount".to_string()]];
    rows.extend(input.items.iter().map(|item| vec![item.description.clone(), money::to_fixed(item.amount, 2)]));
    let company = table::write_csv(&rows, ';');
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
