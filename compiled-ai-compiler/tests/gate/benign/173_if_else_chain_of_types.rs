// class: ordinary code, if else chain of types; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let first = input.text.lines().next().unwrap_or("").trim();
    let company = if first.is_empty() {
        "empty"
    } else if first.parse::<i64>().is_ok() {
        "integer"
    } else if first.parse::<Decimal>().is_ok() {
        "decimal"
    } else if dates::parse_date(first, dates::DateOrder::Ymd).is_some() {
        "date"
    } else if dates::parse_time(first).is_some() {
        "time"
    } else if matches!(first.to_ascii_lowercase().as_str(), "true" | "false" | "yes" | "no") {
        "bool"
    } else if text::emails(first).len() == 1 {
        "mail"
    } else {
        "text"
    };
    let company = company.to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
