// class: ordinary code, bits of a barcode; cwe: none; layer: none
fn check_digit(digits: &str) -> Option<u32> {
    let sum = digits.chars().rev().enumerate().try_fold(0, |sum, (i, c)| Some(sum + c.to_digit(10)? * if i % 2 == 0 { 3 } else { 1 }))?;
    Some((10 - sum % 10) % 10)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let code = text::digits(input.text);
    let company = match code.len() {
        13 | 8 => {
            let (body, check) = code.split_at(code.len() - 1);
            format!("{}", check_digit(body).map(|digit| digit.to_string()).as_deref() == Some(check))
        }
        12 => format!("{code}{}", check_digit(&code).unwrap_or(0)),
        _ => return Err(Abstain::field("company", "no barcode")),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
