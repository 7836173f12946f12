// class: twin of a hostile file, checked conversions; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let index = usize::try_from(input.count).unwrap_or(0);
    let small = u8::try_from(input.text.len()).unwrap_or(u8::MAX);
    let wide = i64::from(small) + i64::try_from(index).unwrap_or(i64::MAX);
    let company = input.lines.get(index).cloned().unwrap_or_else(|| wide.to_string());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
