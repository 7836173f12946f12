//! Credentials that stand in the code as numbers, as letters, in pieces or backwards.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::codes::gate::SECRET;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, Lit, Pat};

use super::super::names;
use super::super::operands::{literal, number, root};
use super::super::words::Words;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Words of names of what somebody proves himself by.
const PROOFS: &[&str] = &[
    "pass",
    "password",
    "passwd",
    "pw",
    "pwd",
    "pin",
    "passcode",
    "passphrase",
    "phrase",
    "secret",
    "token",
    "key",
    "credential",
    "cred",
    "creds",
    "otp",
    "login",
    "attempt",
    "supplied",
    "presented",
    "badge",
];
/// The same, of names that are never those of entries in a table.
const STRICT: &[&str] =
    &["pass", "password", "passwd", "pw", "pwd", "pin", "passcode", "passphrase", "secret", "otp", "credential"];
/// What a text that is worth spelling has at least.
const SHORTEST: usize = 5;
/// Comparisons, and names for the same, that are kept.
const MOST: usize = 512;

/// Refuses a text that is spelled in the code and compared with what somebody proves himself by.
pub(super) fn check(file: &File, reader: &Reader<'_>, words: &Words, refusals: &mut Refusals) {
    if !words.names(PROOFS) {
        return;
    }
    let mut found = Spelled { reader, spelled: BTreeMap::new(), same: BTreeMap::new(), pairs: vec![], tables: vec![] };
    found.visit_file(file);
    if found.spelled.is_empty() {
        return;
    }
    let is_proof = |name: &String| names::words(name).iter().any(|word| PROOFS.contains(&word.as_str()));
    let is_strict = |name: &String| names::words(name).iter().any(|word| STRICT.contains(&word.as_str()));
    let is_proof = |name: &String, at: &Span| {
        is_proof(name) && (is_strict(name) || !found.tables.iter().any(|table| table.start() == at.start()))
    };
    let at = found.pairs.iter().find_map(|(one, other)| match (found.place(one), found.place(other)) {
        (Some(at), None) if is_proof(other, &at) => Some(at),
        (None, Some(at)) if is_proof(one, &at) => Some(at),
        _ => None,
    });
    if let Some(at) = at {
        let help = "generated code knows no password; take what is expected from `input`";
        refusals.add(SECRET, Some(798), at, "a credential is spelled in the code", help);
    }
}

struct Spelled<'r> {
    reader: &'r Reader<'r>,
    /// Names of texts that are spelled.
    spelled: BTreeMap<String, Span>,
    /// What names are made of.
    same: BTreeMap<String, BTreeSet<String>>,
    /// What is compared with what.
    pairs: Vec<(String, String)>,
    /// Those of the spelled that are lists of who and what.
    tables: Vec<Span>,
}

impl Spelled<'_> {
    /// Where the text is spelled that a name stands for.
    fn place(&self, name: &str) -> Option<Span> {
        let mut open = vec![name];
        for _ in 0..8 {
            let name = open.pop()?;
            if let Some(at) = self.spelled.get(name) {
                return Some(*at);
            }
            open.extend(self.same.get(name).into_iter().flatten().map(String::as_str).filter(|other| *other != name));
        }
        None
    }

    fn bound(&mut self, pattern: &Pat, value: &Expr) {
        if let Pat::Type(typed) = pattern {
            return self.bound(&typed.pat, value);
        }
        match pattern {
            Pat::Ident(name) if is_spelled(value) => {
                self.spelled.insert(name.ident.to_string(), name.ident.span());
            }
            Pat::Ident(name) if self.is_table(value) => self.table(&name.ident),
            _ => {
                if let Some(of) = about(value) {
                    self.stands_for(pattern, &of);
                }
            }
        }
    }

    /// A function without arguments that returns such a text.
    fn returned(&mut self, signature: &syn::Signature, block: &syn::Block) {
        if let Some(syn::Stmt::Expr(last, None)) = block.stmts.last()
            && signature.inputs.is_empty()
        {
            if is_spelled(last) {
                self.spelled.insert(signature.ident.to_string(), signature.ident.span());
            } else if let Some(of) = about(last)
                && self.same.len() < MOST
            {
                self.same.entry(signature.ident.to_string()).or_default().insert(of);
            }
        }
    }

    fn table(&mut self, name: &syn::Ident) {
        self.spelled.insert(name.to_string(), name.span());
        self.tables.push(name.span());
    }

    /// A list of who and what: `[("anna", 48_151_623)]`.
    fn is_table(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Reference(inner) => self.is_table(&inner.expr),
            Expr::Array(array) => array.elems.iter().any(is_account),
            Expr::Macro(e) => self.reader.arguments(&e.mac).is_some_and(|parsed| match &parsed.1 {
                Arguments::List(values) => values.iter().any(is_account),
                _ => false,
            }),
            _ => false,
        }
    }

    /// The names of a pattern stand for parts of `of`.
    fn stands_for(&mut self, pattern: &Pat, of: &str) {
        match pattern {
            Pat::Ident(name) if self.same.len() < MOST => {
                let all = self.same.entry(name.ident.to_string()).or_default();
                if all.len() < 8 {
                    all.insert(of.to_owned());
                }
            }
            Pat::Reference(inner) => self.stands_for(&inner.pat, of),
            Pat::Paren(inner) => self.stands_for(&inner.pat, of),
            Pat::Tuple(tuple) => tuple.elems.iter().for_each(|inner| self.stands_for(inner, of)),
            _ => {}
        }
    }

    fn compared(&mut self, one: &Expr, other: &Expr) {
        let mut name = |side: &Expr| {
            if is_spelled(side) {
                // No name that code may have.
                let name = "[]".to_owned();
                self.spelled.entry(name.clone()).or_insert_with(|| span_of(side));
                return Some(name);
            }
            about(side)
        };
        if let (Some(one), Some(other)) = (name(one), name(other))
            && self.pairs.len() < MOST
        {
            self.pairs.push((one, other));
        }
    }

    fn pattern(&mut self, of: &Expr, pattern: &Pat) {
        match pattern {
            Pat::Slice(slice) => {
                let letters = slice.elems.iter().map(|element| match element {
                    Pat::Lit(lit) => letter(&lit.lit),
                    _ => None,
                });
                if let (Some(letters), Some(name)) = (letters.collect::<Option<String>>(), about(of))
                    && is_text(&letters)
                    && self.pairs.len() < MOST
                {
                    self.spelled.entry("[]".to_owned()).or_insert_with(|| slice.bracket_token.span.join());
                    self.pairs.push(("[]".to_owned(), name));
                }
            }
            Pat::Or(or) => or.cases.iter().for_each(|case| self.pattern(of, case)),
            Pat::Paren(inner) => self.pattern(of, &inner.pat),
            Pat::Reference(inner) => self.pattern(of, &inner.pat),
            Pat::TupleStruct(tuple) if tuple.elems.len() == 1 => self.pattern(of, &tuple.elems[0]),
            Pat::Guard(guard) => self.pattern(of, &guard.pat),
            _ => {}
        }
    }

    /// What stands in a macro does not live as long as the file.
    fn look(&mut self, expr: &Expr) {
        Visit::visit_expr(self, expr);
    }
}

impl<'f> Visit<'f> for Spelled<'_> {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        self.returned(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        self.returned(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        if is_spelled(&item.expr) {
            self.spelled.insert(item.ident.to_string(), item.ident.span());
        } else if self.is_table(&item.expr) {
            self.table(&item.ident);
        }
        visit::visit_item_const(self, item);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        if let Some(init) = &local.init {
            self.bound(&local.pat, &init.expr);
        }
        visit::visit_local(self, local);
    }

    fn visit_field_value(&mut self, field: &'f syn::FieldValue) {
        if let syn::Member::Named(name) = &field.member {
            if is_spelled(&field.expr) {
                self.spelled.insert(name.to_string(), name.span());
            } else if self.is_table(&field.expr) {
                self.table(name);
            }
        }
        visit::visit_field_value(self, field);
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) => self.compared(&e.left, &e.right),
            Expr::MethodCall(call) => {
                let first = call.args.first();
                match (call.method.to_string().as_str(), first) {
                    (
                        "eq" | "ne" | "cmp" | "zip" | "starts_with" | "ends_with" | "eq_ignore_ascii_case",
                        Some(other),
                    ) => {
                        self.compared(&call.receiver, other);
                    }
                    ("all" | "any" | "position" | "for_each" | "map" | "fold", _) => {
                        if let (Some(Expr::Closure(closure)), Some(of)) = (call.args.last(), about(&call.receiver)) {
                            closure.inputs.iter().for_each(|input| self.stands_for(input, &of));
                        }
                    }
                    _ => {}
                }
            }
            Expr::Call(call) if call.args.len() == 2 => self.compared(&call.args[0], &call.args[1]),
            Expr::ForLoop(e) => {
                if let Some(of) = about(&e.expr) {
                    self.stands_for(&e.pat, &of);
                }
            }
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| self.pattern(&choice.expr, &arm.pat)),
            Expr::Let(e) => self.pattern(&e.expr, &e.pat),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let reader = self.reader;
        if let Some(parsed) = reader.arguments(mac)
            && let Arguments::Matches(value, pattern, _) = &parsed.1
        {
            self.pattern(value, pattern);
        }
        super::super::each_argument(reader, mac, &mut |argument| self.look(argument));
    }
}

/// The variable or constant that an expression is about, through calls that make something of it.
fn about(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Call(call) if call.args.len() == 1 => about(&call.args[0]),
        Expr::Call(call) if call.args.is_empty() => root(&call.func),
        Expr::MethodCall(call) => about(&call.receiver),
        Expr::Reference(inner) => about(&inner.expr),
        Expr::Unary(inner) => about(&inner.expr),
        Expr::Paren(inner) => about(&inner.expr),
        Expr::Index(inner) => about(&inner.expr),
        Expr::Try(inner) => about(&inner.expr),
        Expr::Cast(inner) => about(&inner.expr),
        _ => root(expr),
    }
}

/// `[109, 97, 105, 110]`, `['m', 'a', 'i', 'n']`, `["ma", "in"].concat()`, `"niam".chars().rev()`.
fn is_spelled(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(inner) => is_spelled(&inner.expr),
        Expr::Paren(inner) => is_spelled(&inner.expr),
        Expr::Array(array) => {
            if (2..=64).contains(&array.elems.len())
                && array.elems.iter().all(|element| matches!(element, Expr::Array(_)))
            {
                return array.elems.iter().any(is_spelled);
            }
            let letters = array.elems.iter().take(65).map(|element| match element {
                Expr::Lit(lit) => letter(&lit.lit),
                _ => None,
            });
            letters.collect::<Option<String>>().is_some_and(|text| is_text(&text))
        }
        Expr::MethodCall(call) => match (call.method.to_string().as_str(), &*call.receiver) {
            ("concat" | "join", Expr::Array(array)) => {
                let is_joined = call.args.first().is_none_or(|between| literal(between).as_deref() == Some(""));
                let pieces = array.elems.iter().take(65).map(literal).collect::<Option<String>>();
                is_joined && pieces.is_some_and(|text| is_text(&text) && !text.contains(' '))
            }
            ("rev", chars) => is_backwards(chars),
            (_, receiver) => is_spelled(receiver),
        },
        _ => false,
    }
}

fn is_backwards(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) if matches!(call.method.to_string().as_str(), "chars" | "bytes") => {
            literal(&call.receiver).is_some_and(|text| is_text(&text) && !text.contains(' '))
        }
        _ => false,
    }
}

fn letter(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Int(int) => {
            let byte: u8 = int.base10_parse().ok()?;
            (byte.is_ascii_graphic()).then(|| char::from(byte).to_string())
        }
        Lit::Char(c) => Some(c.value().to_string()),
        Lit::Byte(byte) => Some(char::from(byte.value()).to_string()),
        _ => None,
    }
}

/// A word that somebody may have chosen: no alphabet, no table, no list of signs.
fn is_text(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let letters = characters.iter().filter(|c| c.is_ascii_alphabetic()).count();
    let rises = characters.windows(2).all(|pair| pair[0] < pair[1]);
    (SHORTEST..=64).contains(&characters.len()) && letters >= 3 && !rises
}

/// `("anna", 48_151_623)`: who, and a number that nobody guesses.
fn is_account(element: &Expr) -> bool {
    let Expr::Tuple(tuple) = element else { return false };
    let is_text = |field: &Expr| literal(field).is_some();
    let is_long = |field: &Expr| number(field).is_some_and(|number| number >= 1000);
    tuple.elems.first().is_some_and(is_text) && tuple.elems.iter().skip(1).any(|field| is_text(field) || is_long(field))
}
