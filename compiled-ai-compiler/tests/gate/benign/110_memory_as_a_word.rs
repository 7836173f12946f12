// class: twin of a hostile file, memory as a word; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mem = input.items.iter().filter(|item| text::contains_ci(&item.description, "memory")).count();
    let mut heap: Vec<usize> = (0..mem).collect();
    let last = core::mem::take(&mut heap).pop();
    let ptr = last.unwrap_or(0);
    let company = format!("{ptr}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
