// class: ordinary code, currency symbols and signs; cwe: none; layer: none
fn signed(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let is_negative = text.starts_with(['-', '−', '(']) || text.ends_with("CR");
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let value = money::parse_amount(&digits)?;
    Some(if is_negative { -value } else { value })
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let total = input.lines.iter().filter_map(|line| signed(line)).sum::<Decimal>();
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
