// class: ordinary code, balanced parts; cwe: none; layer: none
fn parts(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, vec![]);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            c if c == separator && depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = parts(input.text, ',').into_iter().map(str::to_string).collect();
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
