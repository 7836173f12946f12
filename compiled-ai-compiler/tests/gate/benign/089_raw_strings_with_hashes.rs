// class: twin of a hostile file, raw strings with hashes; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let template = r##"{"name": "#1", "path": "C:\temp"}"##;
    let bytes = br#"raw "bytes""#;
    let company = format!("{}{}", template.len(), bytes.len());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
