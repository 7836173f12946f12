// class: ordinary code, slice patterns; cwe: none; layer: none
fn shape(words: &[&str]) -> &'static str {
    match words {
        [] => "none",
        [one] if one.len() > 3 => "long",
        [_] => "one",
        [first, .., last] if first == last => "same ends",
        [_, middle @ .., _] if middle.len() > 2 => "many",
        [_, _, ..] => "some",
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words: Vec<&str> = input.text.split_whitespace().collect();
    let company = shape(&words).to_string();
    let total = match words[..] {
        [] => Decimal::ZERO,
        [.., last] => last.parse().unwrap_or_default(),
    };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
