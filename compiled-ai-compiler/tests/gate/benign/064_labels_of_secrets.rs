// class: twin of a hostile file, labels of secrets; cwe: none; layer: none
const LABELS: &[&str] = &["password", "api key", "secret", "access token", "authorization: bearer", "private key"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lines: Vec<&str> = input.text.lines().filter(|line| !text::contains_any_ci(line, LABELS)).collect();
    let company = lines.join("\n");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
