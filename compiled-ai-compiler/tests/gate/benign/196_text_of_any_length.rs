// class: ordinary code, text of any length; cwe: none; layer: none
fn initials(text: &str) -> String {
    text.split(|c: char| !c.is_alphabetic()).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).take(4).collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = initials(input.text);
    let notes = input.text.char_indices().step_by(10).map(|(at, c)| format!("{at}:{}", c.escape_debug())).collect();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
