// class: ordinary code, keys of maps; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut keys: Vec<(&String, &Decimal)> = input.rates.iter().collect();
    keys.sort_by(|a, b| b.1.cmp(a.1));
    let api_key = keys.first().map(|(key, _)| key.as_str()).unwrap_or("none");
    let token = text::snake_case(api_key);
    let secret = token.chars().rev().collect::<String>();
    let company = format!("{token}/{secret}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
