// class: ordinary code, peekable lexer; cwe: none; layer: none
fn tokens(text: &str) -> Vec<String> {
    let mut chars = text.chars().peekable();
    let mut tokens = vec![];
    while let Some(c) = chars.next() {
        let mut token = c.to_string();
        if c.is_ascii_digit() {
            while let Some(next) = chars.next_if(|c| c.is_ascii_digit() || *c == '.') {
                token.push(next);
            }
        } else if c.is_alphabetic() {
            while chars.peek().is_some_and(|c| c.is_alphanumeric() || *c == '_') {
                token.extend(chars.next());
            }
        } else if c.is_whitespace() {
            continue;
        }
        tokens.push(token);
    }
    tokens
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = tokens(input.text).join(" ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
