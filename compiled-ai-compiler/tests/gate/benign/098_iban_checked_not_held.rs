// class: twin of a hostile file, iban checked not held; cwe: none; layer: none
fn is_iban(text: &str) -> bool {
    let compact: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    if compact.len() < 15 || compact.len() > 34 {
        return false;
    }
    let moved = compact.chars().skip(4).chain(compact.chars().take(4));
    let rest = moved.fold(Some(0_u32), |rest, c| {
        let value = c.to_digit(36)?;
        rest.map(|rest| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
    });
    rest == Some(1)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found = regex!(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b").find(input.text);
    let company = found.map(|m| m.as_str()).filter(|iban| is_iban(iban)).map_or(String::new(), |iban| text::mask(iban, 4));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
