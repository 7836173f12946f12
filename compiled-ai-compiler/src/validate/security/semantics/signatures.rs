//! Checks of signatures and secrets that check nothing, or whose time tells what is right.

use std::collections::BTreeMap;

use compiled_ai_core::codes::gate::CRYPTOGRAPHY;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit, Macro, Pat};

use super::index::Index;
use super::names;
use super::operands::{literal, number};
use super::words::Words;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

pub(super) fn holds_text(block: &syn::Block) -> bool {
    let mut words = Words::default();
    words.tokens(quote::ToTokens::to_token_stream(block));
    words.texts.iter().map(|(text, _)| text.len()).sum::<usize>() >= 6
}

pub(super) fn tells_by_time(at: Span, refusals: &mut Refusals) {
    let help = "put all differences together with `|=` and `^` over the whole length, and look at the result once";
    refusals.add(CRYPTOGRAPHY, Some(208), at, "a comparison whose time tells how much of a secret is right", help);
}

pub(super) fn parameters(signature: &syn::Signature) -> Vec<String> {
    let name = |input: &syn::FnArg| match input {
        syn::FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        },
        syn::FnArg::Receiver(_) => None,
    };
    signature.inputs.iter().filter_map(name).collect()
}

/// A function that is named for verifying, answers with a `bool`, and does so without a look at what it verifies.
pub(super) fn checks_nothing(
    name: &str,
    parameters: &[String],
    function: super::functions::Function<'_>,
    index: &Index,
) -> Option<Span> {
    let words = names::words(name);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let verifies = has(&["verify", "verified", "verifies", "authenticate", "authenticated", "authorize", "authorized"])
        || has(&["check", "valid", "validate", "is"])
            && has(&["signature", "sig", "mac", "hmac", "token", "password", "auth", "jwt"]);
    let returns_bool = matches!(&function.signature.output, syn::ReturnType::Type(_, ty) if matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("bool")));
    if !verifies || !returns_bool {
        return None;
    }
    let is_true = |expr: &Expr| matches!(expr, Expr::Lit(lit) if matches!(&lit.lit, Lit::Bool(value) if value.value));
    let last = match function.block.stmts.last() {
        Some(syn::Stmt::Expr(expr, None)) => is_true(expr),
        _ => false,
    };
    let only = last && !index.leaves(function.block);
    // What is verified is never looked at, or only for being there.
    let verified: Vec<&String> = parameters.iter().filter(|name| is_signature(name)).collect();
    let mut uses = Uses::default();
    uses.visit_block(function.block);
    let unused = verified.iter().any(|name| !uses.looked_at.contains_key(*name));
    (only || unused).then(|| function.signature.ident.span())
}

fn is_signature(name: &str) -> bool {
    let words = names::words(name);
    words.iter().any(|word| matches!(word.as_str(), "signature" | "sig" | "mac" | "hmac"))
}

/// How often each variable is looked at for more than whether it is there.
#[derive(Default)]
struct Uses {
    looked_at: BTreeMap<String, usize>,
}

impl<'f> Visit<'f> for Uses {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::MethodCall(call)
                if matches!(call.method.to_string().as_str(), "is_empty" | "len" | "is_some" | "is_none" | "is_ok") =>
            {
                if !matches!(&*call.receiver, Expr::Path(_) | Expr::Field(_)) {
                    visit::visit_expr(self, expr);
                }
                return;
            }
            Expr::Path(path) => {
                if let Some(name) = path.path.get_ident() {
                    *self.looked_at.entry(name.to_string()).or_default() += 1;
                }
            }
            Expr::Field(field) => {
                if let syn::Member::Named(name) = &field.member {
                    *self.looked_at.entry(name.to_string()).or_default() += 1;
                }
            }
            // `let _ = signature;`.
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        if !matches!(local.pat, Pat::Wild(_)) {
            visit::visit_local(self, local);
        }
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        tokens(mac.tokens.clone(), &mut |name| *self.looked_at.entry(name.to_owned()).or_default() += 1);
    }
}

fn tokens(stream: proc_macro2::TokenStream, found: &mut dyn FnMut(&str)) {
    for token in stream {
        match token {
            proc_macro2::TokenTree::Ident(name) => found(&name.to_string()),
            proc_macro2::TokenTree::Group(group) => tokens(group.stream(), found),
            _ => {}
        }
    }
}

/// `for i in 0..a.len() { if a[i] != b[i] { return false; } }`.
pub(super) fn early_exit(block: &syn::Block, index: &Index) -> Option<Span> {
    let mut finder = EarlyExit { index, in_loop: false, found: None };
    finder.visit_block(block);
    finder.found
}

struct EarlyExit<'x> {
    index: &'x Index,
    in_loop: bool,
    found: Option<Span>,
}

impl<'f> Visit<'f> for EarlyExit<'_> {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
                let before = std::mem::replace(&mut self.in_loop, true);
                visit::visit_expr(self, expr);
                self.in_loop = before;
                return;
            }
            Expr::If(e) if self.in_loop && self.found.is_none() => {
                if let Expr::Binary(cond) = &*e.cond
                    && matches!(cond.op, BinOp::Ne(_))
                    && literal(&cond.left).is_none()
                    && literal(&cond.right).is_none()
                    && number(&cond.right).is_none()
                    && self.index.leaves(&e.then_branch)
                {
                    self.found = Some(span_of(&cond.left));
                }
            }
            // `a.zip(b).all(|(x, y)| x == y)`.
            Expr::MethodCall(call) if call.method == "all" && self.found.is_none() => {
                if let (Expr::MethodCall(zip), Some(Expr::Closure(closure))) = (&*call.receiver, call.args.first())
                    && zip.method == "zip"
                    && matches!(&*closure.body, Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)))
                {
                    self.found = Some(call.method.span());
                }
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}
