// class: ordinary code, shipping zones; cwe: none; layer: none
const ZONES: [(&str, &[&str], i64); 3] =
    [("domestic", &["DE"], 490), ("union", &["AT", "FR", "NL", "BE", "PL", "CZ"], 990), ("world", &[], 1990)];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let code = input.reference.unwrap_or("DE").trim().to_uppercase();
    let zone = ZONES.iter().find(|(_, countries, _)| countries.is_empty() || countries.contains(&code.as_str()));
    let Some((company, _, cents)) = zone else { return Err(Abstain::new("no zone")) };
    let weight: Decimal = input.items.iter().map(|item| item.quantity).sum();
    let total = money::from_cents(*cents) + money::round_to_step(weight, Decimal::new(5, 1));
    Ok(Output { company: company.to_string(), date: None, total, items: vec![], notes: vec![] })
}
