// class: ordinary code, run length; cwe: none; layer: none
fn encode(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars.chunk_by(|a, b| a == b).map(|group| format!("{}{}", group.len(), group[0])).collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = encode(input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
