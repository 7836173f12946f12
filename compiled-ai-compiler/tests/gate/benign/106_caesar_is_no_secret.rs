// class: twin of a hostile file, caesar is no secret; cwe: none; layer: none
fn shift(c: char, by: u8) -> char {
    match c {
        'a'..='z' => char::from((c as u8 - b'a' + by) % 26 + b'a'),
        'A'..='Z' => char::from((c as u8 - b'A' + by) % 26 + b'A'),
        _ => c,
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company: String = input.text.chars().map(|c| shift(c, 13)).collect();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
