// class: ordinary code, telephone area codes; cwe: none; layer: none
const AREAS: &[(&str, &str)] = &[("030", "Berlin"), ("040", "Hamburg"), ("089", "München"), ("0221", "Köln"), ("069", "Frankfurt")];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let digits = text::digits(input.text);
    let company = AREAS.iter().filter(|(code, _)| digits.starts_with(code)).max_by_key(|(code, _)| code.len()).map_or("?", |(_, city)| city).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
