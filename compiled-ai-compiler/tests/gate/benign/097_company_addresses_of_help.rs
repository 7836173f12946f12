// class: twin of a hostile file, company addresses of help; cwe: none; layer: none
const PUBLIC: &[&str] = &["info@", "billing@", "support@", "no-reply@"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let address = text::emails(input.text).into_iter().find(|mail| PUBLIC.iter().any(|start| mail.starts_with(start)));
    let company = address.unwrap_or_default().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
