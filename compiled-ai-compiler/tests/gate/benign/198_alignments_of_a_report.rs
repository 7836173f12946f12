// class: ordinary code, alignments of a report; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let widest = input.items.iter().map(|item| item.description.chars().count()).max().unwrap_or(0);
    let mut notes: Vec<String> = input.items.iter().map(|item| format!("{:<widest$} {:>10.2}", item.description, item.amount)).collect();
    let rule = "=".repeat(widest + 11);
    notes.push(rule);
    notes.push(format!("{:<width$} {:>10.2}", "sum", input.amount, width = widest));
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
