// class: ordinary code, levels of a tree; cwe: none; layer: none
fn levels(text: &str) -> Vec<(usize, &str)> {
    text.lines().map(|line| ((line.len() - line.trim_start().len()) / 2, line.trim())).filter(|(_, name)| !name.is_empty()).collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut path: Vec<&str> = Vec::new();
    let mut notes = Vec::new();
    for (level, name) in levels(input.text) {
        path.truncate(level);
        path.push(name);
        notes.push(path.join("/"));
    }
    let company = notes.iter().max_by_key(|note| note.matches('/').count()).cloned().unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
