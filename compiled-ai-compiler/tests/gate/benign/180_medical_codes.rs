// class: ordinary code, medical codes; cwe: none; layer: none
const CODES: &[(&str, &str)] = &[
    ("E11.9", "type 2 diabetes"), ("I10", "hypertension"), ("J45.909", "asthma"), ("M54.50", "low back pain"), ("F32.A", "depression"),
];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found: Vec<(&str, &str)> = CODES.iter().copied().filter(|(code, _)| text::contains_word_ci(input.text, code)).collect();
    let notes = found.iter().map(|(code, name)| format!("{code} {name}")).collect();
    let company = if regex!(r"\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\b").is_match(input.text) { "coded" } else { "free" }.to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
