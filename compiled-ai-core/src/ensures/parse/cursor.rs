//! Where the parser is in its tokens, and what it says where another one was expected.

use super::{MAX_NESTING, Parsed, Parser, Problem, Spanned, Token};

impl Parser {
    pub(super) fn peek(&self) -> &Spanned {
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    pub(super) fn next(&mut self) -> Spanned {
        let token = self.peek().clone();
        self.at += 1;
        token
    }

    pub(super) fn previous_end(&self) -> usize {
        self.tokens[..self.at.min(self.tokens.len())].last().map_or(0, |token| token.span.end)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(&self.peek().token, Token::Word(found) if found == word)
    }

    pub(super) fn word_after(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.at + 1), Some(Spanned { token: Token::Word(found), .. }) if found == word)
    }

    pub(super) fn is_symbol(&self, symbol: &str) -> bool {
        matches!(&self.peek().token, Token::Symbol(found) if *found == symbol)
    }

    pub(super) fn skip_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn skip_symbol(&mut self, symbol: &str) -> bool {
        let found = self.is_symbol(symbol);
        self.at += usize::from(found);
        found
    }

    pub(super) fn word(&mut self, word: &str, help: &str) -> Result<(), Problem> {
        if self.skip_word(word) { Ok(()) } else { Err(self.expected(word, help)) }
    }

    pub(super) fn symbol(&mut self, symbol: &str, help: &str) -> Result<(), Problem> {
        if self.skip_symbol(symbol) { Ok(()) } else { Err(self.expected(symbol, help)) }
    }

    pub(super) fn expected(&self, wanted: &str, help: &str) -> Problem {
        let Spanned { token, span } = self.peek();
        Problem::new(span.clone(), format!("expected `{wanted}`, found {}", found(token))).help(help)
    }

    pub(super) fn leftover(&self) -> Problem {
        let Spanned { token, span } = self.peek();
        let problem = Problem::new(span.clone(), format!("expected an operator, found {}", found(token)));
        match token {
            Token::Symbol(")") => problem.help("there is no `(` that it closes"),
            Token::Word(word) if word == "then" => problem.help("write `if … then …`"),
            _ => problem.help("join conditions with `and` or `or`, and put strings in quotes"),
        }
    }

    pub(super) fn nested(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.nesting == MAX_NESTING {
            return Err(Problem::new(self.peek().span.clone(), "the condition is nested too deeply")
                .help("write several conditions; all of them must hold"));
        }
        self.nesting += 1;
        let parsed = parse(self);
        self.nesting -= 1;
        parsed
    }
}

fn found(token: &Token) -> String {
    match token {
        Token::Word(word) => format!("`{word}`"),
        Token::Number(number) => format!("`{number}`"),
        Token::Text(_) => "a string".to_owned(),
        Token::Symbol(symbol) => format!("`{symbol}`"),
        Token::End => "the end".to_owned(),
    }
}
