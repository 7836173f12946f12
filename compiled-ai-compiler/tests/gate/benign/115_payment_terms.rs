// class: ordinary code, payment terms; cwe: none; layer: none
fn days(text: &str) -> Option<i64> {
    let net = regex!(r"(?i)\b(?:net|within|innerhalb von)\s+(\d{1,3})\s*(?:days|tagen)?").captures(text)?;
    net.get(1)?.as_str().parse().ok()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let issued = dates::first_date(input.text, dates::DateOrder::Dmy).unwrap_or(input.today);
    let due = days(input.text).and_then(|days| dates::add_business_days(issued, days, &[])).unwrap_or(issued);
    let is_late = dates::days_between(due, input.today) > 0;
    let notes = vec![format!("due {}", dates::format_date(due, "%Y-%m-%d")), format!("late: {is_late}")];
    Ok(Output { company: String::new(), date: Some(due), total: input.amount, items: vec![], notes })
}
