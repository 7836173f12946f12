// class: ordinary code, slices and patterns; cwe: none; layer: none
fn describe(values: &[i64]) -> String {
    match values {
        [] => "none".to_string(),
        [only] => format!("one: {only}"),
        [first, .., last] if first == last => format!("ends in {first}"),
        [first, middle @ .., last] => format!("{first}..{last} around {}", middle.len()),
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let values: Vec<i64> = input.text.split(',').flat_map(|part| part.trim().parse()).collect();
    let company = describe(&values);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
