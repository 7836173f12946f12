//! Text to expression.

mod cursor;

use std::ops::Range;

use super::functions::Function;
use super::lex::{Spanned, Token, lex};
use super::{Calculate, Compare, Expr, Logic, Name, Node, Problem};
use crate::suggest;

/// How deep parentheses, calls and prefix operators may nest.
const MAX_NESTING: usize = 64;

/// Words that can't stand for a field on their own.
const RESERVED: [&str; 10] = ["if", "then", "else", "or", "and", "not", "in", "is", "true", "false"];

/// Parses a condition. No text overflows the stack: length and nesting are limited.
///
/// # Errors
/// The first [`Problem`] in the text.
pub fn parse(text: &str) -> Result<Expr, Problem> {
    let mut parser = Parser { tokens: lex(text)?, at: 0, nesting: 0 };
    if parser.peek().token == Token::End {
        return Err(
            Problem::new(0..text.len(), "the condition is empty").help("write a condition such as `total >= 0`")
        );
    }
    let expr = parser.condition()?;
    match parser.peek().token {
        Token::End => Ok(expr),
        _ => Err(parser.leftover()),
    }
}

struct Parser {
    /// Never empty; the last one is the end.
    tokens: Vec<Spanned>,
    at: usize,
    nesting: usize,
}

type Parsed = Result<Expr, Problem>;

impl Parser {
    fn condition(&mut self) -> Parsed {
        self.nested(|parser| {
            if !parser.is_word("if") {
                return parser.or();
            }
            let start = parser.next().span.start;
            let premise = parser.condition()?;
            parser.word("then", "a condition after `if` is followed by `then`: `if a > 0 then b > 0`")?;
            let conclusion = parser.condition()?;
            if parser.is_word("else") {
                return Err(Problem::new(parser.peek().span.clone(), "there is no `else`")
                    .help("write a second condition: `if not (…) then …`"));
            }
            Ok(logic(Logic::Implies, start, premise, conclusion))
        })
    }

    fn or(&mut self) -> Parsed {
        let mut left = self.and()?;
        while self.skip_word("or") {
            let right = self.and()?;
            left = logic(Logic::Or, left.span.start, left, right);
        }
        Ok(left)
    }

    fn and(&mut self) -> Parsed {
        let mut left = self.not()?;
        while self.skip_word("and") {
            let right = self.not()?;
            left = logic(Logic::And, left.span.start, left, right);
        }
        Ok(left)
    }

    fn not(&mut self) -> Parsed {
        if !self.is_word("not") {
            return self.comparison();
        }
        self.nested(|parser| {
            let start = parser.next().span.start;
            let value = parser.not()?;
            Ok(Expr { span: start..value.span.end, node: Node::Not(Box::new(value)) })
        })
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let start = left.span.start;
        let expr = if let Some(operator) = self.comparison_operator() {
            let right = self.sum()?;
            let span = start..right.span.end;
            Expr { span, node: Node::Compare(operator, Box::new(left), Box::new(right)) }
        } else if self.is_word("in") {
            self.next();
            self.membership(left, false)?
        } else if self.is_word("not") && self.word_after("in") {
            self.next();
            self.next();
            self.membership(left, true)?
        } else if self.skip_word("is") {
            let present = self.presence(&left)?;
            let span = start..self.previous_end();
            Expr { span, node: Node::Presence { present, value: Box::new(left) } }
        } else {
            return Ok(left);
        };
        let here = self.peek().span.clone();
        if self.comparison_operator().is_some() || self.is_word("in") || self.is_word("is") {
            return Err(Problem::new(here, "comparisons can't be chained").help("write `a < b and b < c`"));
        }
        Ok(expr)
    }

    fn comparison_operator(&mut self) -> Option<Compare> {
        let Token::Symbol(symbol) = self.peek().token else { return None };
        let operators = [Compare::Eq, Compare::Ne, Compare::Lt, Compare::Le, Compare::Gt, Compare::Ge];
        let operator = operators.into_iter().find(|operator| operator.symbol() == symbol)?;
        self.next();
        Some(operator)
    }

    fn membership(&mut self, item: Expr, negated: bool) -> Parsed {
        let start = item.span.start;
        let item = Box::new(item);
        if !self.is_symbol("[") {
            let list = self.sum()?;
            let span = start..list.span.end;
            return Ok(Expr { span, node: Node::InValue { negated, item, list: Box::new(list) } });
        }
        let open = self.next().span;
        let mut list = Vec::new();
        while !self.is_symbol("]") {
            list.push(self.sum()?);
            if !self.skip_symbol(",") {
                break;
            }
        }
        self.symbol("]", "close the list with `]`")?;
        let end = self.previous_end();
        if list.is_empty() {
            return Err(
                Problem::new(open.start..end, "the list is empty").help("write at least one value: `in [1, 2]`")
            );
        }
        Ok(Expr { span: start..end, node: Node::InList { negated, item, list } })
    }

    fn presence(&mut self, value: &Expr) -> Result<bool, Problem> {
        if self.skip_word("absent") {
            return Ok(false);
        }
        if self.skip_word("present") {
            return Ok(true);
        }
        let here = self.peek().span.clone();
        let opposite = match value.node {
            Node::Path(_) if self.is_word("not") => {
                "write `is present` for \"is not absent\", and `==` or `!=` to compare"
            }
            _ => "write `is absent` or `is present`, and `==` to compare",
        };
        Err(Problem::new(here, "`is` is followed by `absent` or `present`").help(opposite))
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        loop {
            let operator = match self.peek().token {
                Token::Symbol("+") => Calculate::Add,
                Token::Symbol("-") => Calculate::Subtract,
                _ => return Ok(left),
            };
            self.next();
            let right = self.product()?;
            left = calculate(operator, left, right);
        }
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.unary()?;
        loop {
            let operator = match self.peek().token {
                Token::Symbol("*") => Calculate::Multiply,
                Token::Symbol("/") => Calculate::Divide,
                _ => return Ok(left),
            };
            self.next();
            let right = self.unary()?;
            left = calculate(operator, left, right);
        }
    }

    fn unary(&mut self) -> Parsed {
        if !self.is_symbol("-") {
            return self.primary();
        }
        self.nested(|parser| {
            let start = parser.next().span.start;
            let value = parser.unary()?;
            Ok(Expr { span: start..value.span.end, node: Node::Negate(Box::new(value)) })
        })
    }

    fn primary(&mut self) -> Parsed {
        let Spanned { token, span } = self.next();
        match token {
            Token::Number(number) => Ok(Expr { span, node: Node::Number(number) }),
            Token::Text(text) => Ok(Expr { span, node: Node::Text(text) }),
            Token::Symbol("(") => {
                let inner = self.condition()?;
                self.symbol(")", "close the parenthesis with `)`")?;
                Ok(Expr { span: span.start..self.previous_end(), node: inner.node })
            }
            Token::Word(word) => self.word_primary(word, span),
            Token::Symbol("[") => Err(Problem::new(span, "a list can only stand after `in`")
                .help("write `x in [a, b]`; for elements of a list, `any(x in list: …)` or `all(x in list: …)`")),
            Token::Symbol(symbol) => Err(Problem::new(span, format!("expected a value, found `{symbol}`"))),
            Token::End => Err(Problem::new(span, "the condition ends where a value is expected")),
        }
    }

    fn word_primary(&mut self, word: String, span: Range<usize>) -> Parsed {
        match word.as_str() {
            "true" => return Ok(Expr { span, node: Node::Bool(true) }),
            "false" => return Ok(Expr { span, node: Node::Bool(false) }),
            "if" | "not" => {
                return Err(Problem::new(span, format!("`{word}` can't stand here without parentheses"))
                    .help(format!("write `({word} …)`")));
            }
            reserved if RESERVED.contains(&reserved) => {
                return Err(Problem::new(span, format!("expected a value, found `{word}`"))
                    .help(format!("for a field of this name, write `output.{word}`")));
            }
            "null" | "none" | "None" | "nil" if !self.is_symbol(".") => {
                return Err(
                    Problem::new(span, format!("there is no `{word}`")).help("write `x is absent` or `x is present`")
                );
            }
            _ => {}
        }
        if self.is_symbol("(") {
            return self.nested(|parser| parser.call(&word, span));
        }
        let mut end = span.end;
        let mut names = vec![Name { text: word, span: span.clone() }];
        while self.skip_symbol(".") {
            let Spanned { token, span } = self.next();
            let Token::Word(text) = token else {
                return Err(Problem::new(span, "expected the name of a field after `.`"));
            };
            end = span.end;
            names.push(Name { text, span });
        }
        if self.is_symbol("[") {
            return Err(Problem::new(self.peek().span.clone(), "elements of a list can't be picked by number")
                .help("write `any(x in list: …)` or `all(x in list: …)`"));
        }
        Ok(Expr { span: span.start..end, node: Node::Path(names) })
    }

    fn call(&mut self, name: &str, span: Range<usize>) -> Parsed {
        self.next();
        if name == "all" || name == "any" {
            return self.quantified(name == "all", span);
        }
        let Some(function) = Function::named(name) else {
            let problem = Problem::new(span, format!("there is no function `{name}`"));
            return Err(match suggest::closest(name, Function::names()) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("the functions are {}", suggest::list(Function::names()))),
            });
        };
        let mut arguments = Vec::new();
        while !self.is_symbol(")") {
            arguments.push(self.sum()?);
            if !self.skip_symbol(",") {
                break;
            }
        }
        self.symbol(")", "close the call with `)`, and separate its arguments with `,`")?;
        let span = span.start..self.previous_end();
        let (wanted, given) = (function.parameters().len(), arguments.len());
        if wanted != given {
            let plural = if wanted == 1 { "" } else { "s" };
            return Err(Problem::new(span, format!("`{name}` takes {wanted} argument{plural}, not {given}"))
                .help(format!("write `{}`", function.signature())));
        }
        Ok(Expr { span, node: Node::Call(function, arguments) })
    }

    fn quantified(&mut self, all: bool, span: Range<usize>) -> Parsed {
        let form = if all { "write `all(x in list: x > 0)`" } else { "write `any(x in list: x > 0)`" };
        let Spanned { token, span: variable_span } = self.next();
        let Token::Word(text) = token else {
            return Err(Problem::new(variable_span, "expected a name for the element").help(form));
        };
        if RESERVED.contains(&text.as_str()) || text == "input" || text == "output" {
            return Err(Problem::new(variable_span, format!("`{text}` can't name an element")).help(form));
        }
        let variable = Name { text, span: variable_span };
        self.word("in", form)?;
        let list = Box::new(self.sum()?);
        self.symbol(":", form)?;
        let condition = Box::new(self.condition()?);
        self.symbol(")", form)?;
        let span = span.start..self.previous_end();
        Ok(Expr { span, node: Node::Quantified { all, variable, list, condition } })
    }
}

fn logic(operator: Logic, start: usize, a: Expr, b: Expr) -> Expr {
    Expr { span: start..b.span.end, node: Node::Logic(operator, Box::new(a), Box::new(b)) }
}

fn calculate(operator: Calculate, a: Expr, b: Expr) -> Expr {
    Expr { span: a.span.start..b.span.end, node: Node::Calculate(operator, Box::new(a), Box::new(b)) }
}
