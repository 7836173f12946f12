// class: ordinary code, fuzzy matching; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    const NAMES: &[&str] = &["Tesco", "Aldi", "Lidl"];
    let best = similarity::best_match(input.text, NAMES, 0.8);
    let company = match best {
        Some(found) => found.candidate.to_string(),
        None => words::company_name(input.text).unwrap_or(input.text).to_owned(),
    };
    let score = similarity::jaro_winkler(&company, NAMES[0]);
    let rounded = (score * 100.0).floor();
    let total = if score > 0.5 && rounded.is_finite() { Decimal::from(rounded as i64) } else { Decimal::ZERO };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
