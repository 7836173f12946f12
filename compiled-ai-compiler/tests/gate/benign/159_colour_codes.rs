// class: ordinary code, colour codes; cwe: none; layer: none
fn colour(text: &str) -> Option<(u8, u8, u8)> {
    let hex = text.strip_prefix('#')?;
    let part = |at: usize| hex.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    Some((part(0)?, part(2)?, part(4)?))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = input.text.split_whitespace().find_map(colour).map_or("none".to_string(), |(r, g, b)| format!("rgb({r}, {g}, {b})"));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
