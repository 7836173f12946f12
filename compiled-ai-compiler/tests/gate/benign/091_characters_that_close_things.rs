// class: twin of a hostile file, characters that close things; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut depth = 0_i64;
    let mut deepest = 0;
    for c in input.text.chars() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            '\'' | '"' | '\\' | '`' => {}
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let company = format!("{deepest}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
