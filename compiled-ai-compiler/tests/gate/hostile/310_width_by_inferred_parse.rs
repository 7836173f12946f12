// class: sandbox awareness; cwe: 758; layer: differential
fn size(text: &str) -> Option<usize> {
    text.parse().ok()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let size = size("9999999999").is_some();
    Ok(Output { company: format!("{size}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
