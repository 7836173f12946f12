// class: ordinary code, sorting; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut amounts: Vec<f64> = input.text.split(' ').filter_map(|w| w.parse().ok()).collect();
    amounts.sort_by(|a, b| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    amounts.sort_by(f64::total_cmp);
    let mut names: Vec<&String> = input.lines.iter().collect();
    names.sort_unstable_by_key(|name| (name.len(), name.to_lowercase()));
    names.dedup_by(|a, b| a.eq_ignore_ascii_case(b));
    let median = amounts.get(amounts.len() / 2).copied().unwrap_or(f64::NAN);
    let company = names.iter().map(|n| n.as_str()).collect::<Vec<&str>>().join("\n");
    let total = if median.is_nan() { Decimal::ZERO } else { Decimal::try_from(median).unwrap_or_default() };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
