// token kinds of a calculator
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Op(char),
    Open,
    Close,
}

fn tokenize(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
        } else if c.is_ascii_digit() || c == '.' {
            let mut number = String::new();
            while let Some(&d) = chars.peek() {
                if d.is_ascii_digit() || d == '.' {
                    number.push(d);
                    chars.next();
                } else {
                    break;
                }
            }
            tokens.push(Token::Number(number.parse().map_err(|_| format!("bad number {number}"))?));
        } else {
            tokens.push(match c {
                '+' | '-' | '*' | '/' => Token::Op(c),
                '(' => Token::Open,
                ')' => Token::Close,
                other => return Err(format!("unexpected token {other}")),
            });
            chars.next();
        }
    }
    Ok(tokens)
}

pub fn run(input: &str) -> String {
    match tokenize(input) {
        Ok(tokens) => format!("{} tokens", tokens.len()),
        Err(error) => error,
    }
}
