//! Cuts a condition into tokens.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Problem;

/// The longest condition, in bytes.
const MAX_BYTES: usize = 8 * 1024;
/// The most tokens: bounds the depth of chains such as `a + a + a …`, which nest in the tree without parentheses.
const MAX_TOKENS: usize = 1000;
/// The longest name, in bytes: messages repeat it, and compare it with all others.
const MAX_NAME: usize = 128;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Word(String),
    Number(Decimal),
    Text(String),
    Symbol(&'static str),
    End,
}

#[derive(Debug, Clone)]
pub(super) struct Spanned {
    pub(super) token: Token,
    pub(super) span: Range<usize>,
}

/// Longer symbols first.
const SYMBOLS: [&str; 17] = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ".", ":"];

/// What other languages write, and what to write here; longer ones first.
const FOREIGN: [(&str, &str); 12] = [
    ("=>", "write `>=` for \"at least\", or `if … then …` for an implication"),
    ("=<", "write `<=`"),
    ("<>", "write `!=`"),
    ("&&", "write `and`"),
    ("||", "write `or`"),
    ("->", "write `if … then …`"),
    ("**", "there are no powers; write `x * x`"),
    ("=", "write `==` to compare"),
    ("!", "write `not`"),
    ("&", "write `and`"),
    ("|", "write `or`"),
    ("%", "there is no `%`; write a percentage as a decimal: `0.06` for 6 %"),
];

/// The tokens of a text, the last one being [`Token::End`].
pub(super) fn lex(text: &str) -> Result<Vec<Spanned>, Problem> {
    if text.len() > MAX_BYTES {
        return Err(Problem::new(0..text.len(), format!("the condition is longer than {MAX_BYTES} bytes"))
            .help("write several conditions; all of them must hold"));
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if tokens.len() == MAX_TOKENS {
            return Err(Problem::new(
                at..text.len(),
                format!("the condition has more than {MAX_TOKENS} words and symbols"),
            )
            .help("write several conditions; all of them must hold"));
        }
        let (token, length) = token(text, at, first)?;
        tokens.push(Spanned { token, span: at..at + length });
        at += length;
    }
    tokens.push(Spanned { token: Token::End, span: text.trim_end().len()..text.len() });
    Ok(tokens)
}

fn token(text: &str, at: usize, first: char) -> Result<(Token, usize), Problem> {
    let rest = &text[at..];
    if first.is_ascii_digit() {
        return number(rest, at);
    }
    if first == '_' || first.is_alphabetic() {
        let length = word_length(rest);
        if length > MAX_NAME {
            return Err(Problem::new(at..at + length, format!("the name is longer than {MAX_NAME} bytes"))
                .help("put text in quotes: `\"…\"`"));
        }
        return Ok((Token::Word(rest[..length].to_owned()), length));
    }
    if first == '"' || first == '\'' {
        return string(rest, at, first);
    }
    if let Some((foreign, help)) = FOREIGN.iter().find(|(foreign, _)| rest.starts_with(foreign) && !is_ours(rest)) {
        return Err(Problem::new(at..at + foreign.len(), format!("`{foreign}` is not an operator here")).help(*help));
    }
    if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
        return Ok((Token::Symbol(symbol), symbol.len()));
    }
    let help = match first {
        '“' | '”' | '‘' | '’' => "write straight quotes: `\"…\"`",
        '≤' => "write `<=`",
        '≥' => "write `>=`",
        '≠' => "write `!=`",
        _ => "write names, numbers, quoted strings and operators such as `and`, `==`, `+`",
    };
    Err(Problem::new(at..at + first.len_utf8(), format!("`{}` has no meaning here", first.escape_debug())).help(help))
}

/// Whether a text that starts like a foreign operator starts with one of ours.
fn is_ours(rest: &str) -> bool {
    ["==", "!=", ">=", "<="].iter().any(|symbol| rest.starts_with(symbol))
}

fn word_length(rest: &str) -> usize {
    rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())
}

fn number(rest: &str, at: usize) -> Result<(Token, usize), Problem> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut length = digits(rest);
    if rest[length..].starts_with('.') && rest[length + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        length += 1 + digits(&rest[length + 1..]);
    }
    let tail = word_length(&rest[length..]);
    if tail > 0 {
        let written = crate::yaml::shorten(&rest[..length + tail]);
        return Err(Problem::new(at..at + length + tail, format!("`{written}` is not a number"))
            .help("write digits with at most one point: `1200.50`; put dates and codes in quotes"));
    }
    match Decimal::from_str_exact(&rest[..length]) {
        Ok(number) => Ok((Token::Number(number), length)),
        Err(_) => Err(Problem::new(at..at + length, "the number has too many digits")
            .help("a decimal has at most 28 digits, as many of them after the point as you like")),
    }
}

fn string(rest: &str, at: usize, quote: char) -> Result<(Token, usize), Problem> {
    let mut value = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((index, c)) = chars.next() {
        match c {
            _ if c == quote => return Ok((Token::Text(value), index + c.len_utf8())),
            '\\' => match chars.next() {
                Some((_, c @ ('\\' | '"' | '\''))) => value.push(c),
                Some((_, 'n')) => value.push('\n'),
                Some((_, 't')) => value.push('\t'),
                Some((end, c)) => {
                    let span = at + index..at + end + c.len_utf8();
                    return Err(Problem::new(span, format!("`\\{}` is not an escape", c.escape_debug()))
                        .help("the escapes are `\\\\`, `\\\"`, `\\'`, `\\n` and `\\t`"));
                }
                None => break,
            },
            c => value.push(c),
        }
    }
    Err(Problem::new(at..at + rest.trim_end().len(), "the string has no end").help(format!("close it with `{quote}`")))
}
