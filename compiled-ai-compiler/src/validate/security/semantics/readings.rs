//! What the words of a function or closure say that it does to a text, wherever they stand in it.

use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprMethodCall, Lit, Macro, UnOp};

use super::operands::{literal, number};
use super::taint::Facts;
use crate::validate::security::literals::Reader;

/// What the literals and calls of a function that returns text say that it does to each character.
pub(super) fn treatment(block: &Block) -> Facts {
    read(block).treatment
}

/// What the words of a function say.
pub(super) struct Reading {
    pub(super) treatment: Facts,
    /// Its arms make line breaks of what stands for them.
    pub(super) arms: bool,
    /// It makes characters of what stands for them by number, such as `%0a`, and keeps none of them out.
    pub(super) decodes: bool,
    /// It looks at digits one by one.
    pub(super) reads_digits: bool,
    /// It goes through the signs of a text, and puts one together sign by sign.
    pub(super) is_by_sign: bool,
}

/// Reads a function once for all that its words say.
pub(super) fn read(block: &Block) -> Reading {
    let mut words = Words::default();
    words.visit_block(block);
    let (decodes, reads_digits) = (decodes(&words), reads_digits(&words));
    let (treatment, arms) = treated(&words, block);
    let treatment = if decodes { treatment.without(Facts::LINE) } else { treatment };
    let treatment = if is_decoder(&words) { treatment.without(Facts::URL) } else { treatment };
    let calls = |wanted: &[&str]| words.names.iter().any(|name| wanted.contains(&name.as_str()));
    let is_by_sign = calls(&["chars", "bytes", "char_indices"]) && calls(&["push"]);
    Reading { treatment, arms, decodes, reads_digits, is_by_sign }
}

/// Also whether its arms make line breaks of what stands for them.
fn treated(words: &Words<'_>, block: &Block) -> (Facts, bool) {
    let text = |wanted: &[&str]| words.literals.iter().any(|text| wanted.iter().any(|wanted| text.contains(wanted)));
    let is = |wanted: &[&str]| words.literals.iter().any(|text| wanted.contains(&text.as_str()));
    let name = |wanted: &[&str]| words.names.iter().any(|name| wanted.contains(&name.as_str()));
    let mut facts = Facts::NONE;
    if text(&["&lt;", "&#60;", "&#x3c;", "&#x3C;", "&#{"]) {
        facts = facts.and(Facts::HTML);
    }
    if text(&["&quot;", "&#34;", "&#39;", "&#x27;", "&apos;", "&#{"]) {
        facts = facts.and(Facts::QUOTED);
    }
    let (arms, replaces) = undoes_escapes(block);
    if (is(&["\n", "\r", "\r\n", "\\n"]) && !arms && !replaces)
        || name(&["is_control", "is_ascii_control", "escape_debug", "is_ascii_graphic"])
    {
        facts = facts.and(Facts::LINE);
    }
    if is(&["%", "%{:02X}", "%{:02x}", "%20"]) || text(&["%{"]) {
        facts = facts.and(Facts::URL);
    }
    let escapes_by_number = text(&["\\{"]) && ["*", "(", ")", "\\"].iter().all(|sign| is(&[sign]));
    if is(&["\\28", "\\29"]) || escapes_by_number {
        facts = facts.and(Facts::LDAP);
    }
    // The quotes that do not stand in the value, or both by `concat('…', "'", '…')`.
    if name(&["contains"]) && is(&["'"]) && is(&["\""]) && text(&["concat("]) {
        facts = facts.and(Facts::QUOTED);
    }
    if is(&["''", "\\'", "'\\''", "'\"'\"'", "\\\""]) {
        facts = facts.and(Facts::QUOTED);
    }
    // Within single quotes a shell knows no escapes; within double ones `$` and backticks need them as well.
    if text(&["'\\''", "'\"'\"'"]) || is(&["$"]) && is(&["`"]) && is(&["\\"]) || is(&["\\$"]) && is(&["\\`"]) {
        facts = facts.and(Facts::SHELL);
    }
    if name(ALLOW) {
        facts = facts.and(Facts::WORD);
    }
    if is(&[".."]) {
        facts = facts.and(Facts::PATH);
    }
    (facts, arms)
}

fn reads_digits(words: &Words<'_>) -> bool {
    words.names.iter().any(|name| matches!(name.as_str(), "to_digit" | "is_ascii_digit" | "is_digit"))
        || words.literals.iter().any(|text| text == "0") && words.literals.iter().any(|text| text == "9")
}

/// Makes characters of what stands for them by number.
fn is_decoder(words: &Words<'_>) -> bool {
    let is = |wanted: &[&str]| words.literals.iter().any(|text| wanted.contains(&text.as_str()));
    let name = |wanted: &[&str]| words.names.iter().any(|name| wanted.contains(&name.as_str()));
    is(&["%", "\\u", "\\x", "&#", "&#x"])
        && (words.joins_digits || name(&["to_digit", "from_str_radix"]))
        && name(&["push", "collect", "map"])
        && !is(&["%{:02X}", "%{:02x}"])
}

/// The same, and keeps no line break out.
fn decodes(words: &Words<'_>) -> bool {
    let is = |wanted: &[&str]| words.literals.iter().any(|text| wanted.contains(&text.as_str()));
    let name = |wanted: &[&str]| words.names.iter().any(|name| wanted.contains(&name.as_str()));
    is_decoder(words) && !name(&["is_control", "is_ascii_control", "is_ascii_graphic"]) && !is(&["\n", "\r"])
}

/// Whether a function makes line breaks of what stands for them, in the arms of a `match` (`Some('n') => text.push('\n')`), and by
/// `replace("\\n", "\n")`.
pub(super) fn undoes_escapes(block: &Block) -> (bool, bool) {
    let mut undoes = Undoes::default();
    undoes.visit_block(block);
    (undoes.arms, undoes.replaces)
}

#[derive(Default)]
struct Undoes {
    /// Arms around what is looked at whose pattern is what stands for a line break.
    within: usize,
    /// For each pattern around what is looked at, whether it holds what stands for a line break.
    patterns: Vec<bool>,
    arms: bool,
    replaces: bool,
}

impl Undoes {
    fn is_idle(&self) -> bool {
        self.within == 0 && self.patterns.is_empty()
    }

    fn mark(&mut self, is_sign: bool) {
        if let Some(pattern) = self.patterns.last_mut() {
            *pattern |= is_sign;
        }
    }

    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                proc_macro2::TokenTree::Literal(literal) => self.look(&Lit::new(literal)),
                _ => {}
            }
        }
    }

    fn look(&mut self, literal: &Lit) {
        let text = match literal {
            Lit::Str(text) => text.value(),
            Lit::Char(c) => c.value().to_string(),
            Lit::Byte(byte) => char::from(byte.value()).to_string(),
            _ => return,
        };
        self.mark(matches!(text.as_str(), "n" | "r"));
        self.arms |= self.within > 0 && matches!(text.as_str(), "\n" | "\r");
    }
}

impl<'f> Visit<'f> for Undoes {
    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        self.patterns.push(false);
        self.visit_pat(&arm.pat);
        let is_sign = self.patterns.pop().unwrap_or_default();
        self.mark(is_sign);
        self.within += usize::from(is_sign);
        self.visit_expr(&arm.body);
        self.within -= usize::from(is_sign);
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        if !self.is_idle() {
            self.look(literal);
        }
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        if !self.is_idle() {
            self.tokens(mac.tokens.clone());
        }
    }

    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        if matches!(call.method.to_string().as_str(), "replace" | "replacen") {
            let texts: Vec<Option<String>> = call.args.iter().map(literal).collect();
            let has_break = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(['\n', '\r']));
            self.replaces |= matches!(texts.as_slice(), [from, to, ..] if has_break(to) && !has_break(from));
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// Tests that let letters and digits through.
const ALLOW: &[&str] = &[
    "is_ascii_alphanumeric",
    "is_alphanumeric",
    "is_ascii_digit",
    "is_ascii_alphabetic",
    "is_alphabetic",
    "is_numeric",
    "is_ascii_hexdigit",
    "is_digit",
];

/// What ends a text or begins a command.
const SIGNS: &[&str] = &["'", "\"", ";", "<", ">", "&", "`", "|", "$", "\\"];

/// What a closure that is a filter lets through.
pub(super) fn filter(closure: &Expr, reader: &Reader<'_>) -> Facts {
    Words::of(closure, reader).filter()
}

/// Names and texts of a piece of code.
#[derive(Default)]
pub(super) struct Words<'r> {
    /// Closures within closures are read once for each around them; what can't be read is not known to be safe.
    reader: Option<&'r Reader<'r>>,
    pub(super) names: Vec<String>,
    pub(super) literals: Vec<String>,
    /// A test names what it keeps out.
    denies: bool,
    /// A hexadecimal digit is put before another: `high << 4 | low`.
    joins_digits: bool,
}

impl<'r> Words<'r> {
    pub(super) fn of(expr: &Expr, reader: &'r Reader<'r>) -> Self {
        let mut words = Self { reader: Some(reader), ..Self::default() };
        words.visit_expr(expr);
        words
    }

    pub(super) fn filter(&self) -> Facts {
        let mut facts = Facts::NONE;
        // Letters, digits, and what ends a text or begins a command.
        let is_sign = |text: &String| SIGNS.contains(&text.as_str());
        let lets_signs = !self.denies && self.literals.iter().any(is_sign);
        if !lets_signs && self.names.iter().any(|name| ALLOW.contains(&name.as_str())) {
            facts = facts.and(Facts::WORD).and(Facts::LINE);
        }
        let is_break = |text: &String| matches!(text.as_str(), "\n" | "\r");
        let is_control =
            |name: &String| matches!(name.as_str(), "is_control" | "is_ascii_control" | "is_ascii_graphic");
        if self.literals.iter().any(is_break) || self.names.iter().any(is_control) {
            facts = facts.and(Facts::LINE);
        }
        facts
    }

    pub(super) fn may_read(&self) -> bool {
        self.reader.is_none_or(Reader::read_word)
    }

    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                proc_macro2::TokenTree::Ident(name) => self.visit_ident(&name),
                proc_macro2::TokenTree::Literal(literal) => self.visit_lit(&Lit::new(literal)),
                proc_macro2::TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'f> Visit<'f> for Words<'_> {
    fn visit_expr(&mut self, expr: &'f Expr) {
        if !self.may_read() {
            return;
        }
        if let Expr::Binary(e) = expr {
            let by = |wanted| number(&e.right) == Some(wanted);
            self.joins_digits |= match e.op {
                BinOp::Shl(_) => by(4),
                BinOp::Mul(_) => by(16),
                _ => false,
            };
        }
        visit::visit_expr(self, expr);
    }

    fn visit_ident(&mut self, name: &'f proc_macro2::Ident) {
        self.names.push(name.to_string());
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        match literal {
            Lit::Str(text) => self.literals.push(text.value()),
            Lit::Char(c) => self.literals.push(c.value().to_string()),
            Lit::Byte(b) => self.literals.push(char::from(b.value()).to_string()),
            _ => {}
        }
    }

    fn visit_bin_op(&mut self, op: &'f BinOp) {
        self.denies |= matches!(op, BinOp::Ne(_));
    }

    fn visit_un_op(&mut self, op: &'f UnOp) {
        self.denies |= matches!(op, UnOp::Not(_));
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        self.denies = true;
        self.tokens(mac.tokens.clone());
    }
}
