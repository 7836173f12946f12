// class: ordinary code, wrap a paragraph; cwe: none; layer: none
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_string());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = wrap(input.text, 24);
    let company = format!("{:-^30}|{:>+8.2}|{:<5}|{:#?}", "x", input.amount, input.count, notes.len());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
