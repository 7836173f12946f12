// class: twin of a hostile file, variants used as functions in calls; cwe: none; layer: none
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(i64),
    Word(String),
    Sign(char),
}

fn token(text: &str) -> Option<Token> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(sign), None) if !sign.is_alphanumeric() => Some(Token::Sign(sign)),
        _ => text.parse().ok().map(Token::Number).or_else(|| Some(text.to_string()).map(Token::Word)),
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let tokens: Vec<Token> = input.text.split_whitespace().filter_map(token).collect();
    let company = tokens.iter().map(|token| format!("{token:?}")).collect::<Vec<_>>().join(",");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
