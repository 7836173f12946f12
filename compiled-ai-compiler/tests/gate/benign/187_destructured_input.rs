// class: ordinary code, destructured input; cwe: none; layer: none
pub fn run(Input { text, count, amount, .. }: Input<'_>) -> Result<Output, Abstain> {
    let company = text.repeat(usize::try_from(count.clamp(0, 3)).unwrap_or(0));
    Ok(Output { company, date: None, total: amount, items: vec![], notes: vec![] })
}
