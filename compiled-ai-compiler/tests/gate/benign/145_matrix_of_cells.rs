// class: ordinary code, matrix of cells; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rows: Vec<Vec<String>> = input.text.lines().map(|line| line.split('\t').map(str::to_string).collect()).collect();
    let turned = table::transpose(&rows);
    let company = turned.iter().map(|row| row.join(",")).collect::<Vec<_>>().join(";");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
