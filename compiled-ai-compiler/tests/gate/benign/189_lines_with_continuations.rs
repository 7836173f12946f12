// class: ordinary code, lines with continuations; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut lines: Vec<String> = Vec::new();
    for line in input.text.lines() {
        match lines.last_mut() {
            Some(last) if last.ends_with('\\') => {
                last.pop();
                last.push_str(line.trim_start());
            }
            _ => lines.push(line.to_string()),
        }
    }
    let company = lines.iter().map(|line| line.len()).max().unwrap_or(0).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: lines })
}
