//! Literals and comments, of which only the end and the characters matter.

use compiled_ai_core::codes::gate::{CHARACTER, LIMIT, SYNTAX};

use super::super::characters;
use super::super::refusal::Place;
use super::{Scanner, Stop};

/// Words that are no names in Rust 2024, so that one written with `r#` is another name than all others.
const RESERVED: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "try", "type", "typeof", "unsafe",
    "unsized", "use", "virtual", "where", "while", "yield",
];

/// Characters of a number, its suffix and its `_`; a `u128` has 128 binary digits.
const LONGEST_NUMBER: usize = 192;

impl Scanner<'_> {
    pub(super) fn number(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.at += 1;
        }
        // Reading a number takes the square of its length.
        if self.at - start > LONGEST_NUMBER {
            let message = format!("a number of more than {LONGEST_NUMBER} characters");
            return self.stop(LIMIT, Some(400), start, self.at, message, "no number type is that wide");
        }
        self.no_suffix_quote(start)
    }

    /// `"…"`; the position is at the opening quote.
    pub(super) fn string(&mut self, start: usize) -> Result<(), Stop> {
        self.at += 1;
        loop {
            match self.peek(0) {
                None => {
                    return self.stop(SYNTAX, None, start, start + 1, "a string is never closed", "close it with `\"`");
                }
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 1;
                    self.inside_character()?;
                }
                Some(_) => self.inside_character()?,
            }
        }
        self.at += 1;
        self.no_suffix_quote(start)
    }

    /// `r"…"` or `r#"…"#`; the position is after the prefix.
    pub(super) fn raw_string(&mut self, start: usize) -> Result<(), Stop> {
        let hashes = self.source[self.at..].bytes().take_while(|&byte| byte == b'#').count();
        self.at += hashes;
        if self.peek(0) != Some(b'"') {
            return self.raw_identifier(start, hashes);
        }
        if hashes > 255 {
            return self.stop(LIMIT, Some(400), start, self.at, "a raw string with more than 255 `#`", "use fewer");
        }
        self.at += 1;
        loop {
            match self.peek(0) {
                None => return self.stop(SYNTAX, None, start, start + 1, "a raw string is never closed", "close it"),
                Some(b'"') => {
                    self.at += 1;
                    let closing = self.source[self.at..].bytes().take(hashes).take_while(|&byte| byte == b'#').count();
                    if closing == hashes {
                        self.at += hashes;
                        return self.no_suffix_quote(start);
                    }
                }
                Some(_) => self.inside_character()?,
            }
        }
    }

    /// `r#type`; the position is after the `#`. Only a keyword may be written so: any other name is the same without it, and would be
    /// looked for in vain.
    fn raw_identifier(&mut self, start: usize, hashes: usize) -> Result<(), Stop> {
        let word_start = self.at;
        while self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.at += 1;
        }
        let is_plain = hashes == 1 && self.source[start..].starts_with("r#");
        if is_plain && RESERVED.contains(&&self.source[word_start..self.at]) {
            return self.no_suffix_quote(start);
        }
        let help = "choose a name that is no keyword, and write it without `r#`";
        self.stop(CHARACTER, None, start, self.at, "a raw identifier", help)
    }

    /// A character literal or a lifetime; the position is at the quote.
    pub(super) fn quote(&mut self) -> Result<(), Stop> {
        let start = self.at;
        self.at += 1;
        let mut rest = self.source[self.at..].chars();
        match (rest.next(), rest.next()) {
            (Some('\\'), Some(_)) => {
                self.at += 1;
                self.inside_character()?;
                // `\u{…}` and `\x41` have more; none of it is a quote.
                while self
                    .peek(0)
                    .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'{' | b'}' | b'_'))
                {
                    self.at += 1;
                }
                if self.peek(0) != Some(b'\'') {
                    return self.stop(SYNTAX, None, start, self.at, "a character is never closed", "close it with `'`");
                }
                self.at += 1;
                self.no_suffix_quote(start)
            }
            (Some(character), Some('\'')) if character != '\'' => {
                self.inside_character()?;
                self.at += 1;
                self.no_suffix_quote(start)
            }
            (Some('a'..='z' | 'A'..='Z' | '_'), _) => {
                while self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                    self.at += 1;
                }
                match self.peek(0) {
                    Some(b'\'' | b'"' | b'#') => self.stop(
                        CHARACTER,
                        None,
                        start,
                        self.at,
                        "a lifetime touches what follows it",
                        "put a space between",
                    ),
                    _ => self.link(true),
                }
            }
            _ => self.stop(SYNTAX, None, start, start + 1, "a stray `'`", "a character literal holds one character"),
        }
    }

    /// A quote right after a literal is a suffix or a prefix in some versions of Rust.
    fn no_suffix_quote(&mut self, start: usize) -> Result<(), Stop> {
        match self.peek(0) {
            Some(b'"' | b'\'' | b'#' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..) => {
                self.stop(CHARACTER, None, start, self.at, "a literal touches what follows it", "put a space between")
            }
            _ => Ok(()),
        }
    }

    pub(super) fn line_comment(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while self.peek(0).is_some_and(|byte| byte != b'\n') {
            self.inside_character()?;
        }
        self.code.leave_out(self.source, start, self.at);
        Ok(())
    }

    pub(super) fn block_comment(&mut self) -> Result<(), Stop> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some(b'/'), Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some(b'*'), Some(b'/')) => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        self.code.leave_out(self.source, start, self.at);
                        return Ok(());
                    }
                }
                (Some(_), _) => self.inside_character()?,
                (None, _) => {
                    return self.stop(
                        SYNTAX,
                        None,
                        start,
                        start + 2,
                        "a comment is never closed",
                        "close it with `*/`",
                    );
                }
            }
        }
    }

    /// One character of a literal or comment.
    pub(super) fn inside_character(&mut self) -> Result<(), Stop> {
        let Some(character) = self.source[self.at..].chars().next() else { return Ok(()) };
        let start = self.at;
        self.at += character.len_utf8();
        if character == '\r' && self.peek(0) == Some(b'\n') {
            return Ok(());
        }
        match characters::problem(character) {
            None => Ok(()),
            Some(kind) => {
                let code = u32::from(character);
                let message = format!("{kind} U+{code:04X} in a literal or comment");
                let help = format!("write it as `\\u{{{code:x}}}` in a string, or leave it away");
                self.refusals.add(CHARACTER, Some(1007), Place::of(self.source, start, self.at), message, help);
                self.too_many_characters()
            }
        }
    }
}
