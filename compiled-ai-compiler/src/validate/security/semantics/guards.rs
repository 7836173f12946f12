//! What code checks or does to values, read off the conditions and literals of a function, wherever they stand in it.

use std::collections::HashMap;

use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprMethodCall, Lit, Macro, UnOp};

use super::taint::Facts;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;

/// Checks that hold one variable to a form.
pub(super) const CHECKED: Facts =
    Facts::WORD.and(Facts::PATH).and(Facts::LINE).and(Facts::KNOWN).and(Facts::BOUNDED).and(Facts::POSITIVE);

/// What is checked of each variable of a function.
pub(super) type Guards = HashMap<String, Facts>;

/// Reads the checks of `block`. `checkers` are the candidate's own functions that answer with a `bool`, with what they check.
pub(super) fn guards(block: &Block, reader: &Reader<'_>, checkers: &HashMap<String, Facts>) -> Guards {
    let mut found = Finder { reader, checkers, guards: Guards::new() };
    found.visit_block(block);
    found.guards
}

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
}

/// Reads a function once for all that its words say.
pub(super) fn read(block: &Block) -> Reading {
    let mut words = Words::default();
    words.visit_block(block);
    let (decodes, reads_digits) = (decodes(&words), reads_digits(&words));
    let (treatment, arms) = treated(&words, block);
    let treatment = if decodes { treatment.without(Facts::URL.and(Facts::LINE)) } else { treatment };
    Reading { treatment, arms, decodes, reads_digits }
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
    if is(&["\\2a", "\\28", "\\29", "\\5c", "\\2A"]) || escapes_by_number {
        facts = facts.and(Facts::LDAP);
    }
    // The quotes that do not stand in the value, or both by `concat('…', "'", '…')`.
    if name(&["contains"]) && is(&["'"]) && is(&["\""]) && text(&["concat("]) {
        facts = facts.and(Facts::QUOTED);
    }
    if is(&["''", "\\'", "'\\''", "'\"'\"'", "\\\""]) {
        facts = facts.and(Facts::QUOTED);
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

fn decodes(words: &Words<'_>) -> bool {
    let is = |wanted: &[&str]| words.literals.iter().any(|text| wanted.contains(&text.as_str()));
    let name = |wanted: &[&str]| words.names.iter().any(|name| wanted.contains(&name.as_str()));
    is(&["%", "\\u", "\\x", "&#", "&#x"])
        && name(&["to_digit", "from_str_radix"])
        && name(&["push", "collect", "map"])
        && !name(&["is_control", "is_ascii_control", "is_ascii_graphic"])
        && !is(&["\n", "\r"])
        && !is(&["%{:02X}", "%{:02x}"])
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
struct Words<'r> {
    /// Closures within closures are read once for each around them; what can't be read is not known to be safe.
    reader: Option<&'r Reader<'r>>,
    names: Vec<String>,
    literals: Vec<String>,
    /// A test names what it keeps out.
    denies: bool,
}

impl<'r> Words<'r> {
    fn of(expr: &Expr, reader: &'r Reader<'r>) -> Self {
        let mut words = Self { reader: Some(reader), ..Self::default() };
        words.visit_expr(expr);
        words
    }

    fn filter(&self) -> Facts {
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

    fn may_read(&self) -> bool {
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
        if self.may_read() {
            visit::visit_expr(self, expr);
        }
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

struct Finder<'r> {
    reader: &'r Reader<'r>,
    checkers: &'r HashMap<String, Facts>,
    guards: Guards,
}

impl Finder<'_> {
    fn add(&mut self, expr: &Expr, facts: Facts) {
        if let Some(name) = root(expr) {
            let known = self.guards.entry(name).or_default();
            *known = known.and(facts);
        }
    }

    /// `n`, and each of `length + n * width`.
    fn bounded(&mut self, side: &Expr) {
        match side {
            Expr::Binary(sum) if matches!(sum.op, BinOp::Add(_) | BinOp::Mul(_)) => {
                self.bounded(&sum.left);
                self.bounded(&sum.right);
            }
            Expr::Paren(inner) => self.bounded(&inner.expr),
            side => self.add(side, Facts::BOUNDED),
        }
    }

    /// `n > 100`, `100 < n`: whether the other side is a bound, and not where a recursion or a loop ends.
    fn compared(&mut self, left: &Expr, op: &BinOp, right: &Expr) {
        let is_order = matches!(op, BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_));
        for (side, other) in [(left, right), (right, left)] {
            match number(other) {
                Some(number) if number >= 3 && is_order => self.bounded(side),
                Some(0 | 1) => self.add(side, Facts::POSITIVE),
                None if is_float(other) => self.add(side, Facts::POSITIVE),
                None if is_order && is_bound(other) => self.bounded(side),
                _ => {}
            }
            if matches!(op, BinOp::Eq(_) | BinOp::Ne(_)) && is_text(other) {
                self.add(side, if literal(other).as_deref() == Some("..") { Facts::PATH } else { Facts::NONE });
            }
        }
    }
}

impl<'f> Visit<'f> for Finder<'_> {
    fn visit_expr_binary(&mut self, binary: &'f ExprBinary) {
        self.compared(&binary.left, &binary.op, &binary.right);
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        let name = call.method.to_string();
        let argument = call.args.first();
        match (name.as_str(), argument) {
            ("contains", Some(argument)) => {
                match literal(argument).as_deref() {
                    // `path.contains("..")`.
                    Some(".." | "/" | "\\") => self.add(&call.receiver, Facts::PATH),
                    Some("\n" | "\r") => self.add(&call.receiver, Facts::LINE),
                    Some(_) => {}
                    // `LIST.contains(&x)`, `(1..=9).contains(&n)`.
                    None if is_list(&call.receiver) => {
                        self.add(argument, Facts::KNOWN.and(Facts::BOUNDED).and(Facts::POSITIVE));
                    }
                    None if filter(argument, self.reader).has(Facts::WORD) => self.add(&call.receiver, CHECKED),
                    None => {}
                }
            }
            ("contains_key", Some(argument)) if is_list(&call.receiver) => self.add(argument, Facts::KNOWN),
            ("starts_with" | "ends_with", Some(argument)) => match literal(argument) {
                Some(text) if text == ".." => self.add(&call.receiver, Facts::PATH),
                // One address, to its end.
                Some(text) if address(&text).is_some_and(|rest| rest.contains('/')) => {
                    self.add(&call.receiver, Facts::KNOWN);
                }
                Some(text) if name == "ends_with" && text.starts_with('.') && text[1..].contains('.') => {
                    self.add(&call.receiver, Facts::KNOWN);
                }
                _ => {}
            },
            // `host.chars().all(|c| c.is_ascii_alphanumeric())`, `name.split('/').any(|part| part == "..")`.
            ("all" | "any", Some(argument)) => {
                let words = Words::of(argument, self.reader);
                let facts = words.filter();
                if facts.has(Facts::WORD) {
                    self.add(&call.receiver, CHECKED.without(Facts::BOUNDED).without(Facts::POSITIVE));
                } else if facts.has(Facts::LINE) {
                    self.add(&call.receiver, Facts::LINE);
                }
                if words.literals.iter().any(|text| text == "..") {
                    self.add(&call.receiver, Facts::PATH);
                }
                // `HOSTS.iter().any(|known| host == *known)`.
                if is_list(&call.receiver) {
                    for name in words.names {
                        let known = self.guards.entry(name).or_default();
                        *known = known.and(Facts::KNOWN);
                    }
                }
            }
            (method, _) => {
                if let Some(facts) = self.checkers.get(method).copied() {
                    self.add(&call.receiver, facts);
                    call.args.iter().for_each(|argument| self.add(argument, facts));
                }
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    // `match column { "id" | "city" => {} _ => return None }`.
    fn visit_expr_match(&mut self, choice: &'f syn::ExprMatch) {
        let (others, listed): (Vec<_>, Vec<_>) = choice.arms.iter().partition(|arm| !is_of_texts(&arm.pat));
        let leaves = |expr: &Expr| match expr {
            Expr::Return(_) | Expr::Continue(_) | Expr::Break(_) => true,
            Expr::Path(path) => path.path.is_ident("None"),
            Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Err")),
            Expr::Block(block) => matches!(
                block.block.stmts.last(),
                Some(syn::Stmt::Expr(Expr::Return(_) | Expr::Continue(_) | Expr::Break(_), _))
            ),
            _ => false,
        };
        if !listed.is_empty() && others.iter().all(|arm| leaves(&arm.body)) {
            self.add(&choice.expr, Facts::KNOWN);
        }
        if choice.arms.iter().any(|arm| is_of_zero(&arm.pat)) {
            self.add(&choice.expr, Facts::POSITIVE);
            for arm in &choice.arms {
                // `Ok(0) => …, Ok(n) => …`.
                if let syn::Pat::TupleStruct(one) = &arm.pat
                    && let Some(syn::Pat::Ident(name)) = one.elems.first()
                {
                    let known = self.guards.entry(name.ident.to_string()).or_default();
                    *known = known.and(Facts::POSITIVE);
                }
            }
        }
        visit::visit_expr_match(self, choice);
    }

    fn visit_expr_call(&mut self, call: &'f syn::ExprCall) {
        if let Expr::Path(path) = &*call.func
            && let Some(name) = path.path.segments.last()
            && let Some(facts) = self.checkers.get(&name.ident.to_string()).copied()
        {
            call.args.iter().for_each(|argument| self.add(argument, facts));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        match &parsed.1 {
            Arguments::Format { values, .. } => values.iter().for_each(|(_, value)| self.visit_expr(value)),
            Arguments::List(values) => values.iter().for_each(|value| self.visit_expr(value)),
            Arguments::Repeat(value, length) => {
                self.visit_expr(value);
                self.visit_expr(length);
            }
            Arguments::Matches(value, pattern, guard) => {
                if is_of_texts(pattern) {
                    self.add(value, Facts::KNOWN);
                }
                if let syn::Pat::Range(_) = &**pattern {
                    self.add(value, Facts::BOUNDED.and(Facts::POSITIVE));
                }
                self.visit_expr(value);
                guard.iter().for_each(|guard| self.visit_expr(guard));
            }
            Arguments::Literals(_) => {}
        }
    }
}

/// Whether a file has a list of texts, as a constant or as the arms of a `match`.
pub(super) fn has_lists(file: &syn::File) -> bool {
    let mut lists = Lists(false);
    lists.visit_file(file);
    lists.0
}

struct Lists(bool);

impl<'f> Visit<'f> for Lists {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        let value = match &*item.expr {
            Expr::Reference(reference) => &*reference.expr,
            value => value,
        };
        self.0 |= matches!(value, Expr::Array(array) if array.elems.len() > 1
            && array.elems.iter().all(|element| literal(element).is_some() || matches!(element, Expr::Tuple(_))));
    }

    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        self.0 |= is_of_texts(&arm.pat);
        visit::visit_arm(self, arm);
    }
}

/// Whether a pattern is a list of texts.
fn is_of_texts(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Lit(lit) => matches!(lit.lit, Lit::Str(_)),
        syn::Pat::Or(or) => or.cases.iter().all(is_of_texts),
        syn::Pat::Paren(inner) => is_of_texts(&inner.pat),
        _ => false,
    }
}

/// The variable that an expression is about: `name` of `name.trim().chars()`.
pub(super) fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Reference(inner) => root(&inner.expr),
        Expr::Paren(inner) => root(&inner.expr),
        Expr::Group(inner) => root(&inner.expr),
        Expr::Cast(inner) => root(&inner.expr),
        Expr::Index(inner) => root(&inner.expr),
        Expr::Unary(inner) if matches!(inner.op, UnOp::Deref(_)) => root(&inner.expr),
        Expr::MethodCall(call) => root(&call.receiver),
        Expr::Field(field) => match &field.member {
            syn::Member::Named(name) => Some(name.to_string()),
            syn::Member::Unnamed(_) => root(&field.base),
        },
        _ => None,
    }
}

/// A literal's text, behind references.
pub(super) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            Lit::Char(c) => Some(c.value().to_string()),
            Lit::Byte(b) => Some(char::from(b.value()).to_string()),
            Lit::ByteStr(bytes) => Some(String::from_utf8_lossy(&bytes.value()).into_owned()),
            _ => None,
        },
        Expr::Reference(inner) => literal(&inner.expr),
        Expr::Paren(inner) => literal(&inner.expr),
        Expr::Group(inner) => literal(&inner.expr),
        _ => None,
    }
}

fn is_text(expr: &Expr) -> bool {
    literal(expr).is_some()
}

/// The value of a number that is written out.
pub(super) fn number(expr: &Expr) -> Option<u128> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(int) => int.base10_parse().ok(),
            _ => None,
        },
        Expr::Paren(inner) => number(&inner.expr),
        Expr::Group(inner) => number(&inner.expr),
        Expr::Cast(inner) => number(&inner.expr),
        Expr::Reference(inner) => number(&inner.expr),
        _ => None,
    }
}

fn is_float(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Float(_)),
        Expr::Paren(inner) => is_float(&inner.expr),
        Expr::Unary(inner) => is_float(&inner.expr),
        _ => false,
    }
}

/// `0`, `Some(0)`, `Ok(0) | Err(_)`.
fn is_of_zero(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Lit(lit) => matches!(&lit.lit, Lit::Int(int) if int.base10_digits() == "0"),
        syn::Pat::Or(or) => or.cases.iter().any(is_of_zero),
        syn::Pat::Paren(inner) => is_of_zero(&inner.pat),
        syn::Pat::TupleStruct(tuple) => tuple.elems.iter().any(is_of_zero),
        _ => false,
    }
}

/// Whether a filter compares what it is given with a number: `|step| *step > 0`.
pub(super) fn keeps_zero_out(filter: &Expr) -> bool {
    let Expr::Closure(closure) = filter else { return false };
    let Expr::Binary(e) = &*closure.body else { return false };
    let is_order = matches!(e.op, BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Lt(_) | BinOp::Ne(_));
    is_order && [&e.left, &e.right].into_iter().any(|side| number(side).is_some() || is_float(side))
}

/// A constant, or the length of something that is there.
fn is_bound(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path),
        Expr::MethodCall(call) => matches!(call.method.to_string().as_str(), "len" | "count"),
        Expr::Paren(inner) => is_bound(&inner.expr),
        Expr::Cast(inner) => is_bound(&inner.expr),
        _ => false,
    }
}

fn is_constant(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
            || path.segments.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// What stands behind the scheme of a web address.
fn address(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

/// A list of what is refused, by its name: who is not in it may be anybody.
fn keeps_out(path: &syn::Path) -> bool {
    const OUT: &[&str] = &[
        "block",
        "blocked",
        "blocklist",
        "blacklist",
        "deny",
        "denied",
        "denylist",
        "forbidden",
        "forbid",
        "banned",
        "bad",
        "dangerous",
        "disallowed",
        "rejected",
        "excluded",
        "internal",
        "private",
        "unsafe",
    ];
    path.segments.last().is_some_and(|last| {
        super::names::words(&last.ident.to_string()).iter().any(|word| OUT.contains(&word.as_str()))
    })
}

/// A list of the code: a constant, an array or a range.
fn is_list(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path) && !keeps_out(&path.path),
        Expr::Array(_) => true,
        Expr::Range(range) => range.start.is_some() && range.end.is_some(),
        Expr::Paren(inner) => is_list(&inner.expr),
        Expr::Reference(inner) => is_list(&inner.expr),
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "iter" | "into_iter" | "copied" | "as_slice")
                && is_list(&call.receiver)
        }
        Expr::Macro(_) => false,
        _ => false,
    }
}
