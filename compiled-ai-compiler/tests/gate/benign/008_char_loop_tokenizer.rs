// class: ordinary code, char loop tokenizer; cwe: none; layer: none
#[derive(Debug, Clone, PartialEq)]
enum Token<'a> {
    Word(&'a str),
    Number(i64),
    Symbol(char),
}

struct Lexer<'a> {
    source: &'a str,
    chars: std::iter::Peekable<std::str::CharIndices<'a>>,
}

impl<'a> Lexer<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, chars: source.char_indices().peekable() }
    }

    fn next_token(&mut self) -> Option<Token<'a>> {
        while self.chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let &(start, first) = self.chars.peek()?;
        if first.is_ascii_digit() {
            let mut value = 0_i64;
            while let Some((_, c)) = self.chars.next_if(|(_, c)| c.is_ascii_digit()) {
                value = value.saturating_mul(10).saturating_add(i64::from(c.to_digit(10).unwrap_or(0)));
            }
            return Some(Token::Number(value));
        }
        if first.is_alphabetic() {
            let mut end = start;
            while let Some((i, c)) = self.chars.next_if(|(_, c)| c.is_alphanumeric()) {
                end = i + c.len_utf8();
            }
            return Some(Token::Word(&self.source[start..end]));
        }
        self.chars.next().map(|(_, c)| Token::Symbol(c))
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut lexer = Lexer::new(input.text);
    let mut total = Decimal::ZERO;
    let mut company = String::new();
    while let Some(token) = lexer.next_token() {
        match token {
            Token::Word(word) => company += word,
            Token::Number(n) => total += Decimal::from(n),
            Token::Symbol('$' | '€' | '£') => company.clear(),
            Token::Symbol(_) => {}
        }
    }
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
