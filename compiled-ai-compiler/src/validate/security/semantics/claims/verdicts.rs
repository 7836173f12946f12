//! Verdicts that do not follow from what was looked at.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Arm, BinOp, Block, Expr, ExprIf, Macro, Pat, Stmt, UnOp};

use super::super::doors::pattern_texts;
use super::super::functions::Function;
use super::super::names;
use super::super::operands::{literal, root};
use super::super::words::Words;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;

/// A loop or an iterator over two texts side by side decides whether they are equal, and nobody looks at their lengths.
pub(super) fn stops_at_the_shorter(function: Function<'_>) -> Option<Span> {
    if !returns_bool(function) {
        return None;
    }
    let mut zips = Zips { found: None, counts: false, differs: false };
    zips.visit_block(function.block);
    zips.found.filter(|_| !zips.counts && zips.differs)
}

struct Zips {
    found: Option<Span>,
    /// A length is compared.
    counts: bool,
    /// Two elements are compared.
    differs: bool,
}

impl<'f> Visit<'f> for Zips {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                if name == "zip" && is_of_text(&call.receiver) && call.args.first().is_some_and(is_of_text) {
                    self.found.get_or_insert(call.method.span());
                }
                self.counts |= matches!(name.as_str(), "len" | "count" | "next" | "is_empty");
                self.differs |= matches!(name.as_str(), "eq_ignore_ascii_case" | "eq" | "ne");
            }
            Expr::Binary(e) => {
                self.differs |= matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::BitXor(_) | BinOp::BitXorAssign(_));
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

fn is_of_text(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "bytes" | "chars" | "iter" | "as_bytes" | "into_iter" | "copied")
        }
        Expr::Reference(inner) => is_of_text(&inner.expr),
        Expr::Path(_) => true,
        _ => false,
    }
}

/// Where somebody who is named in the code, or a header that is, gets the good verdict of a function that has a bad one too.
pub(super) fn lets_somebody_in(function: Function<'_>) -> Option<Span> {
    let mut verdicts = Verdicts::default();
    verdicts.visit_block(function.block);
    if !verdicts.refuses && !returns_bool(function) {
        return None;
    }
    let mut finder = Privileged { switches: BTreeSet::new(), found: None };
    finder.visit_block(function.block);
    finder.visit_block(function.block);
    finder.found
}

/// Whether a function has a verdict that is bad.
#[derive(Default)]
struct Verdicts {
    refuses: bool,
}

impl<'f> Visit<'f> for Verdicts {
    fn visit_lit_str(&mut self, text: &'f syn::LitStr) {
        let words = names::words(&text.value());
        self.refuses |= words.len() <= 6
            && words.iter().any(|word| {
                matches!(
                    word.as_str(),
                    "deny" | "denied" | "reject" | "rejected" | "forbidden" | "refused" | "unauthorized" | "blocked"
                )
            });
    }

    fn visit_lit_bool(&mut self, _: &'f syn::LitBool) {}
}

struct Privileged {
    /// Variables that say whether a word of the code was given under the name of a header or a key.
    switches: BTreeSet<String>,
    found: Option<Span>,
}

impl Privileged {
    /// A condition that holds for one of the names of the code.
    fn singles_out(&self, cond: &Expr) -> Option<Span> {
        match cond {
            Expr::Paren(inner) => self.singles_out(&inner.expr),
            Expr::Binary(e) if matches!(e.op, BinOp::Or(_)) => {
                self.singles_out(&e.left).or_else(|| self.singles_out(&e.right))
            }
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)) => {
                let is_one = |one: &Expr, other: &Expr| {
                    literal(other).is_some_and(|text| is_name(&text))
                        && root(one).is_some_and(|name| is_identity(&name))
                };
                (is_one(&e.left, &e.right) || is_one(&e.right, &e.left)).then(|| span_of(cond))
            }
            Expr::MethodCall(call) => {
                let first = call.args.first().and_then(literal);
                let is_one = matches!(
                    call.method.to_string().as_str(),
                    "ends_with" | "starts_with" | "contains" | "eq" | "eq_ignore_ascii_case"
                ) && first.is_some_and(|text| is_name(&text))
                    && root(&call.receiver).is_some_and(|name| is_identity(&name));
                is_one.then(|| call.method.span())
            }
            Expr::Path(path) => {
                path.path.get_ident().filter(|name| self.switches.contains(&name.to_string())).map(|name| name.span())
            }
            _ => None,
        }
    }
}

impl<'f> Visit<'f> for Privileged {
    fn visit_expr_if(&mut self, e: &'f ExprIf) {
        if let Some(at) = self.singles_out(&e.cond)
            && ends_well(&e.then_branch)
        {
            self.found.get_or_insert(at);
        }
        visit::visit_expr_if(self, e);
    }

    fn visit_arm(&mut self, arm: &'f Arm) {
        let mut texts = vec![];
        pattern_texts(&arm.pat, &mut texts);
        if let Expr::Assign(assign) = &*arm.body
            && texts.iter().any(|(text, _)| text.to_lowercase().starts_with("x-"))
            && is_comparison(&assign.right)
            && let Some(name) = root(&assign.left)
        {
            self.switches.insert(name);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        // `let trusted = header.contains("x-…: …")`.
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
            && self.singles_out(&init.expr).is_some()
        {
            self.switches.insert(name.ident.to_string());
        }
        visit::visit_local(self, local);
    }
}

fn is_comparison(expr: &Expr) -> bool {
    match expr {
        Expr::Binary(e) => {
            matches!(e.op, BinOp::Eq(_)) && [&e.left, &e.right].into_iter().any(|side| literal(side).is_some())
        }
        Expr::MethodCall(call) => {
            call.method == "eq_ignore_ascii_case" && call.args.first().and_then(literal).is_some()
        }
        _ => false,
    }
}

/// Names of who somebody is, which no rule may depend on; what somebody may do is another thing.
fn is_identity(name: &str) -> bool {
    names::words(name).iter().any(|word| {
        matches!(
            word.as_str(),
            "user" | "username" | "login" | "account" | "email" | "token" | "pin" | "password" | "passcode" | "agent"
        )
    })
}

/// One of many names: `qa_probe`, `svc-batch`, not `admin` or `@example.com`.
fn is_name(text: &str) -> bool {
    let words = names::words(text);
    let is_role = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "admin" | "root" | "guest" | "anonymous" | "system" | "manager" | "owner" | "bot" | "none" | "unknown"
        )
    });
    !is_role && text.len() >= 3 && text.bytes().any(|byte| byte.is_ascii_alphabetic()) && !text.starts_with(['@', '.'])
}

/// What is masked in one place stands beside it in the same text as it was.
pub(super) fn shows_beside_masked(function: Function<'_>, words: &Words, reader: &Reader<'_>) -> Option<Span> {
    let masks = words.texts.iter().any(|(text, _)| {
        let text = text.to_lowercase();
        text.contains("***")
            || matches!(text.as_str(), "[redacted]" | "<redacted>" | "[hidden]" | "[masked]" | "xxxx" | "*")
            || ["[redacted]", "<redacted>", "[masked]", "[hidden]"].iter().any(|mask| text.contains(mask))
    });
    if !masks {
        return None;
    }
    let mut split = SplitUp::default();
    split.visit_block(function.block);
    let mut shown = Shown { reader, split: &split.names, found: None };
    shown.visit_block(function.block);
    shown.found
}

/// The variables that are taken apart into names and values.
#[derive(Default)]
struct SplitUp {
    names: BTreeSet<String>,
}

impl<'f> Visit<'f> for SplitUp {
    fn visit_expr_method_call(&mut self, call: &'f syn::ExprMethodCall) {
        if matches!(
            call.method.to_string().as_str(),
            "split" | "split_once" | "splitn" | "split_whitespace" | "split_terminator"
        ) && call.args.first().and_then(literal).is_none_or(|text| text != "\n")
            && let Expr::Path(path) = &*call.receiver
            && let Some(name) = path.path.get_ident()
        {
            self.names.insert(name.to_string());
        }
        visit::visit_expr_method_call(self, call);
    }

    // In a `let … else` or a `match` of its own, what does not split is shown as it is.
    fn visit_macro(&mut self, _: &'f Macro) {}
}

struct Shown<'r> {
    reader: &'r Reader<'r>,
    split: &'r BTreeSet<String>,
    found: Option<Span>,
}

impl<'f> Visit<'f> for Shown<'_> {
    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        let Arguments::Format { text: Some(text), values, .. } = &parsed.1 else { return };
        let written = text.value();
        let holes = written.replace("{{", "").matches('{').count();
        let is_raw = |name: &String| {
            let inline = written.contains(&format!("{{{name}}}"));
            inline
                || values.iter().any(|(_, value)| {
                    matches!(value, Expr::Path(path) if path.path.is_ident(name.as_str()))
                        || matches!(value, Expr::MethodCall(call) if call.method == "trim"
                            && matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident(name.as_str())))
                })
        };
        // A message about one place has a number beside what it shows.
        let said: String =
            written.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, said)| said)).collect();
        let is_message = ["line", "invalid", "bad", "error", "unknown", "missing", "malformed", "expected"]
            .iter()
            .any(|word| names::words(&said).iter().any(|said| said == word));
        if holes >= 2 && !is_message && self.split.iter().any(is_raw) {
            self.found.get_or_insert(text.span());
        }
    }
}

pub(super) fn returns_bool(function: Function<'_>) -> bool {
    matches!(&function.signature.output, syn::ReturnType::Type(_, ty)
        if matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("bool")))
}

pub(super) fn ends_well(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(expr, _)) => is_good(expr),
        _ => false,
    }
}

/// `true`, `Ok(…)`, `"allow"`.
pub(super) fn is_good(expr: &Expr) -> bool {
    match expr {
        Expr::Return(e) => e.expr.as_deref().is_some_and(is_good),
        Expr::Block(e) => ends_well(&e.block),
        Expr::Paren(e) => is_good(&e.expr),
        Expr::Unary(e) if matches!(e.op, UnOp::Not(_)) => false,
        Expr::Lit(lit) => match &lit.lit {
            syn::Lit::Bool(value) => value.value,
            syn::Lit::Str(text) => is_good_word(&text.value()),
            _ => false,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                last == "Ok" && call.args.first().is_none_or(|value| !is_bad_value(value))
                    || matches!(last.as_str(), "Some" | "from") && call.args.first().is_some_and(is_good)
            }
            _ => false,
        },
        Expr::MethodCall(call) if call.args.is_empty() => is_good(&call.receiver),
        Expr::Macro(e) => match e.mac.tokens.clone().into_iter().next() {
            Some(proc_macro2::TokenTree::Literal(text)) => match syn::Lit::new(text) {
                syn::Lit::Str(text) => is_good_word(&text.value()),
                _ => false,
            },
            _ => false,
        },
        Expr::Path(path) => {
            path.path.segments.len() == 2 && {
                let last = path.path.segments[1].ident.to_string();
                is_good_word(&last)
            }
        }
        _ => false,
    }
}

fn is_bad_value(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(lit) if matches!(&lit.lit, syn::Lit::Bool(value) if !value.value))
}

/// A text that starts with a good verdict, and does not take it back.
fn is_good_word(text: &str) -> bool {
    let words = names::words(text);
    let is = |wanted: &[&str]| words.iter().take(4).any(|word| wanted.contains(&word.as_str()));
    is(&[
        "allow",
        "allowed",
        "granted",
        "grant",
        "valid",
        "verified",
        "accepted",
        "accept",
        "authenticated",
        "authorized",
        "trusted",
        "welcome",
        "approved",
        "pass",
    ]) && !is(&[
        "not",
        "un",
        "in",
        "no",
        "deny",
        "denied",
        "reject",
        "rejected",
        "invalid",
        "unverified",
        "unsigned",
        "refused",
    ])
}
