// class: ordinary code, phone normalizer; cwe: none; layer: none
fn normalize(text: &str) -> Option<String> {
    let plus = text.trim_start().starts_with('+');
    let digits = text::digits(text);
    let digits = digits.trim_start_matches("00");
    let local = match (plus, digits.len()) {
        (true, 8..=15) => return Some(format!("+{digits}")),
        (false, 10) if digits.starts_with('0') => &digits[1..],
        (false, 9..=11) => digits,
        _ => return None,
    };
    Some(["+", "49", local].concat())
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let numbers = input.lines.iter().filter_map(|line| normalize(line)).collect::<BTreeSet<_>>();
    let company = numbers.into_iter().next().unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
