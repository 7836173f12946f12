// class: twin of a hostile file, luhn by hand; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let digits: Vec<u32> = input.text.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, &d)| if i % 2 == 1 { (d * 2) / 10 + (d * 2) % 10 } else { d }).sum();
    let company = format!("{}", digits.len() > 12 && sum % 10 == 0 && text::is_luhn(input.text));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
