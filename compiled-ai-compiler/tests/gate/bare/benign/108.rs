// tokens of a program
pub fn run(input: &str) -> String {
    let mut tokens: Vec<String> = Vec::new();
    let mut token = String::new();
    for c in input.chars() {
        if c.is_alphanumeric() || c == '_' {
            token.push(c);
        } else {
            if !token.is_empty() {
                tokens.push(std::mem::take(&mut token));
            }
            if !c.is_whitespace() {
                tokens.push(c.to_string());
            }
        }
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    let is_keyword = |token: &String| token == "let" || token == "fn";
    format!("{} tokens, {} keywords", tokens.len(), tokens.iter().filter(|t| is_keyword(t)).count())
}
