//! The look at the bare text, before any parser sees it.
//!
//! It bounds everything that later stages recurse over (brackets, prefix operators, chains, `else if`s), so that neither the
//! parser here nor `rustc` overflows its stack, and refuses text that reads differently from what it is. It runs in one pass
//! and does not recurse. Where Rust's lexer and this one could disagree, it refuses.

mod literals;

use compiled_ai_core::codes::gate::{CHARACTER, LIMIT, SYNTAX};

use super::profile::Limits;
use super::refusal::{Place, Refusals};
use super::tokens::Tokens;

/// Scans `source`; the code without its comments, in which everything else stands where it stood. Nothing may look at it if this
/// adds a refusal.
///
/// A parser makes five tokens of `///`, and nothing of them is printed.
pub(super) fn scan(source: &str, limits: &Limits, refusals: &mut Refusals) -> String {
    if source.len() > limits.source_bytes {
        let message = format!("the code has {} bytes, more than {}", source.len(), limits.source_bytes);
        refusals.add(LIMIT, Some(400), Place::of(source, 0, 0), message, "write less code; shorten word lists");
        return String::new();
    }
    let (open, tokens) = (vec![Level::default()], Tokens::default());
    let code = Code { text: String::with_capacity(source.len()), copied: 0 };
    let mut scanner = Scanner { source, at: 0, open, total: 0, tokens, limits, refusals, bad_characters: 0, code };
    match scanner.run() {
        Ok(()) => scanner.code.finish(source),
        Err(Stop) => {
            debug_assert!(!scanner.refusals.is_empty());
            String::new()
        }
    }
}

/// What is left of a text without its comments.
struct Code {
    text: String,
    /// Bytes of the source that it stands for.
    copied: usize,
}

impl Code {
    /// Leaves out a comment, which is blank where something may follow on its last line.
    fn leave_out(&mut self, source: &str, start: usize, end: usize) {
        self.text.push_str(&source[self.copied..start]);
        self.copied = end;
        if !source[start..].starts_with("//") {
            self.text.extend(source[start..end].chars().map(|c| if matches!(c, '\n' | '\r') { c } else { ' ' }));
        }
    }

    fn finish(mut self, source: &str) -> String {
        self.text.push_str(&source[self.copied..]);
        self.text
    }
}

/// The text can't be scanned further; the refusal says why.
struct Stop;

/// One open bracket, or the file.
#[derive(Default)]
struct Level {
    open: u8,
    start: usize,
    /// Operators, keywords and brackets since the last `;`, `,` or `=>` at this depth.
    links: usize,
    /// A `}` closed just now: an identifier starts afresh, `else` and operators go on.
    after_block: bool,
}

struct Scanner<'a> {
    source: &'a str,
    at: usize,
    open: Vec<Level>,
    total: usize,
    tokens: Tokens,
    limits: &'a Limits,
    refusals: &'a mut Refusals,
    bad_characters: usize,
    code: Code,
}
/// Characters of a name.
const LONGEST_NAME: usize = 255;

/// Words that a parser may recurse on.
fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "as" | "async"
            | "auto"
            | "await"
            | "become"
            | "box"
            | "break"
            | "builtin"
            | "const"
            | "crate"
            | "default"
            | "do"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "macro"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "override"
            | "priv"
            | "pub"
            | "raw"
            | "ref"
            | "return"
            | "safe"
            | "static"
            | "struct"
            | "super"
            | "trait"
            | "try"
            | "type"
            | "typeof"
            | "union"
            | "unsafe"
            | "unsized"
            | "use"
            | "virtual"
            | "where"
            | "while"
            | "yield"
    )
}

impl Scanner<'_> {
    fn run(&mut self) -> Result<(), Stop> {
        if self.source.starts_with("#!") && !self.source[2..].trim_start().starts_with('[') {
            return self.stop(SYNTAX, None, 0, 2, "a `#!` line is not part of the code", "leave it away");
        }
        while let Some(byte) = self.peek(0) {
            let start = self.at;
            match byte {
                b' ' | b'\n' | b'\t' => {
                    self.at += 1;
                    continue;
                }
                b'\r' if self.peek(1) == Some(b'\n') => self.at += 2,
                b'/' if self.peek(1) == Some(b'/') => self.line_comment()?,
                b'/' if self.peek(1) == Some(b'*') => self.block_comment()?,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word()?,
                b'0'..=b'9' => self.number()?,
                b'"' => self.string(start)?,
                b'\'' => self.quote()?,
                b'(' | b'[' | b'{' => self.open(byte)?,
                b')' | b']' | b'}' => self.close(byte)?,
                b';' | b',' => {
                    self.reset();
                    self.at += 1;
                }
                b'=' if self.peek(1) == Some(b'>') => {
                    self.reset();
                    self.at += 2;
                }
                b'!'..=b'~' => {
                    self.link(byte == b'#')?;
                    self.at += 1;
                }
                _ => self.outside_character()?,
            }
            self.count(start)?;
        }
        match self.open.last() {
            Some(level) if level.open != 0 => {
                let (open, start) = (char::from(level.open), level.start);
                self.stop(SYNTAX, None, start, start + 1, format!("`{open}` is never closed"), "close it")
            }
            _ => Ok(()),
        }
    }

    /// Counts what was read since `start`.
    fn count(&mut self, start: usize) -> Result<(), Stop> {
        let token = &self.source[start..self.at];
        let limit = self.limits.tokens;
        if self.tokens.add(token, is_keyword(token)) > limit {
            let message = format!(
                "code of more than {limit} tokens (names and operators count more than others, and all in macros more often)"
            );
            return self.stop(
                LIMIT,
                Some(400),
                start,
                self.at,
                message,
                "write less code; put words into one string and split it",
            );
        }
        Ok(())
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.source.as_bytes().get(self.at + ahead).copied()
    }

    fn stop<T>(
        &mut self,
        code: compiled_ai_core::diagnostic::Code,
        cwe: Option<u32>,
        start: usize,
        end: usize,
        message: impl Into<String>,
        help: &str,
    ) -> Result<T, Stop> {
        self.refusals.add(code, cwe, Place::of(self.source, start, end), message, help);
        Err(Stop)
    }

    /// Counts one operator, keyword or bracket. `starts_afresh` says that after a block it can't go on with it.
    fn link(&mut self, starts_afresh: bool) -> Result<(), Stop> {
        if starts_afresh && self.open.last().is_some_and(|level| level.after_block) {
            self.reset();
        }
        let Some(level) = self.open.last_mut() else { return Ok(()) };
        level.after_block = false;
        level.links += 1;
        self.total += 1;
        if level.links > self.limits.chain || self.total > self.limits.chain_total {
            let message = format!("an expression of more than {} operators, calls or keywords", self.limits.chain);
            let help = "split it into statements; put long lists into a `const` array";
            return self.stop(LIMIT, Some(674), self.at, self.at + 1, message, help);
        }
        Ok(())
    }

    fn reset(&mut self) {
        if let Some(level) = self.open.last_mut() {
            self.total -= level.links;
            level.links = 0;
            level.after_block = false;
        }
    }

    fn open(&mut self, byte: u8) -> Result<(), Stop> {
        self.link(byte == b'[' && self.open.last().is_some_and(|level| level.links == 0))?;
        if self.open.len() > self.limits.nesting {
            let message = format!("brackets are nested more than {} deep", self.limits.nesting);
            return self.stop(LIMIT, Some(674), self.at, self.at + 1, message, "move the inner part into a function");
        }
        self.open.push(Level { open: byte, start: self.at, ..Level::default() });
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, byte: u8) -> Result<(), Stop> {
        self.reset();
        let expected = match self.open.last().map(|level| level.open) {
            Some(b'(') => b')',
            Some(b'[') => b']',
            Some(b'{') => b'}',
            _ => 0,
        };
        if expected != byte {
            let message = format!("`{}` closes nothing", char::from(byte));
            return self.stop(SYNTAX, None, self.at, self.at + 1, message, "balance the brackets");
        }
        self.open.pop();
        if let Some(level) = self.open.last_mut() {
            level.after_block = byte == b'}';
        }
        self.at += 1;
        Ok(())
    }

    /// An identifier, a keyword, or the prefix of a literal.
    fn word(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.at += 1;
        }
        let word = &self.source[start..self.at];
        if word.len() > LONGEST_NAME {
            let message = format!("a name of more than {LONGEST_NAME} characters");
            return self.stop(LIMIT, Some(400), start, self.at, message, "choose a shorter name");
        }
        match (word, self.peek(0)) {
            ("r" | "br", Some(b'"' | b'#')) => return self.raw_string(start),
            ("b", Some(b'"')) => return self.string(start),
            ("b", Some(b'\'')) => return self.quote(),
            (_, Some(b'"' | b'\'' | b'#')) => {
                let message = format!("the literal prefix `{word}` is not allowed");
                return self.stop(CHARACTER, None, start, self.at + 1, message, "use `\"…\"`, `r\"…\"` or `b\"…\"`");
            }
            _ => {}
        }
        let is_else = matches!(word, "else" | "as");
        if is_keyword(word) {
            self.link(!is_else)?;
        } else if self.open.last().is_some_and(|level| level.after_block) {
            self.reset();
        }
        Ok(())
    }

    /// One character that may stand in a literal only.
    fn outside_character(&mut self) -> Result<(), Stop> {
        let Some(character) = self.source[self.at..].chars().next() else { return Ok(()) };
        let start = self.at;
        self.at += character.len_utf8();
        let message = format!("character U+{:04X} outside of a literal", u32::from(character));
        let help = "names are ASCII; other characters stand in strings and comments only";
        self.refusals.add(CHARACTER, Some(1007), Place::of(self.source, start, self.at), message, help);
        self.too_many_characters()
    }

    /// Stops after a few: each costs a walk through the text.
    fn too_many_characters(&mut self) -> Result<(), Stop> {
        self.bad_characters += 1;
        if self.bad_characters > 8 { Err(Stop) } else { Ok(()) }
    }
}
