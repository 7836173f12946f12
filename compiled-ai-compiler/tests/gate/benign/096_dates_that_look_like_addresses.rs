// class: twin of a hostile file, dates that look like addresses; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let versions = ["192.168.0.1", "10.2.3", "::1", "0x7fff5fbff8c0"];
    let company = versions.iter().find(|v| input.text.contains(**v)).map_or("none", |v| v).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
