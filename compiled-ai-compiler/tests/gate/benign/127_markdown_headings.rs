// class: ordinary code, markdown headings; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut notes = Vec::new();
    let mut in_fence = false;
    for line in input.text.lines() {
        if line.starts_with("```") {
            in_fence = !in_fence;
        }
        let level = line.chars().take_while(|&c| c == '#').count();
        if !in_fence && (1..=6).contains(&level) && line[level..].starts_with(' ') {
            notes.push(format!("{}{}", "  ".repeat(level - 1), line[level..].trim().trim_end_matches('#').trim_end()));
        }
    }
    Ok(Output { company: notes.first().cloned().unwrap_or_default(), date: None, total: input.amount, items: vec![], notes })
}
