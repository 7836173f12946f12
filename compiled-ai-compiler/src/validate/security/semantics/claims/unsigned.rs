//! What is not signed, taken as if it were.

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Arm, BinOp, Expr, ExprIf, Pat, Stmt};

use super::super::doors::pattern_texts;
use super::super::functions::Function;
use super::super::names;
use super::super::operands::{literal, root};
use super::verdicts::{ends_well, is_good, returns_bool};
use crate::validate::security::place::span_of;

/// Where the algorithm `none`, or a signature that is not there, leads to a good verdict.
pub(super) fn takes_unsigned(name: &str, function: Function<'_>) -> Option<Span> {
    let verifies = returns_bool(function)
        && names::words(name).iter().any(|word| {
            VERIFIES.contains(&word.as_str()) || matches!(word.as_str(), "sig" | "signature" | "token" | "auth")
        });
    let mut finder = Unsigned { verifies, found: None };
    finder.visit_block(function.block);
    // `alg == "none" || matches(…)` as the verdict itself.
    let last = match function.block.stmts.last() {
        Some(Stmt::Expr(expr @ Expr::Binary(_), None)) if verifies => unsigned_in(expr),
        _ => None,
    };
    finder.found.or(last)
}

/// Words by which functions are named that verify.
const VERIFIES: &[&str] = &[
    "verify",
    "verified",
    "verifies",
    "valid",
    "validate",
    "check",
    "checks",
    "accept",
    "accepts",
    "accepted",
    "trusted",
    "genuine",
    "authentic",
    "ok",
];

struct Unsigned {
    /// What a function returns is a verdict.
    verifies: bool,
    found: Option<Span>,
}

impl<'f> Visit<'f> for Unsigned {
    fn visit_arm(&mut self, arm: &'f Arm) {
        let mut texts = vec![];
        pattern_texts(&arm.pat, &mut texts);
        if texts.iter().any(|(text, _)| text.eq_ignore_ascii_case("none")) && is_good(&arm.body) {
            self.found.get_or_insert(span_of(&arm.body));
        }
        if let Pat::Guard(guard) = &arm.pat
            && unsigned_in(&guard.guard).is_some()
            && is_good(&arm.body)
        {
            self.found.get_or_insert(span_of(&arm.body));
        }
        // `_ => sig.is_empty() || sig == expected`.
        if self.verifies
            && let Expr::Binary(_) = &*arm.body
            && let Some(at) = unsigned_in(&arm.body)
        {
            self.found.get_or_insert(at);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_if(&mut self, e: &'f ExprIf) {
        if let Some(at) = unsigned_in(&e.cond)
            && ends_well(&e.then_branch)
        {
            self.found.get_or_insert(at);
        }
        visit::visit_expr_if(self, e);
    }

    fn visit_expr_return(&mut self, e: &'f syn::ExprReturn) {
        if self.verifies
            && let Some(value) = &e.expr
            && let Expr::Binary(_) = &**value
            && let Some(at) = unsigned_in(value)
        {
            self.found.get_or_insert(at);
        }
        visit::visit_expr_return(self, e);
    }
}

/// A condition that holds where there is no signature: `alg == "none"`, `sig.is_empty()`, alone or beside other conditions.
fn unsigned_in(cond: &Expr) -> Option<Span> {
    match cond {
        Expr::Paren(inner) => unsigned_in(&inner.expr),
        Expr::Binary(e) if matches!(e.op, BinOp::Or(_) | BinOp::And(_)) => {
            unsigned_in(&e.left).or_else(|| unsigned_in(&e.right))
        }
        Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)) => {
            let is_none = |side: &Expr| literal(side).is_some_and(|text| text.eq_ignore_ascii_case("none"));
            let is_nothing = |side: &Expr, other: &Expr| {
                literal(side).is_some_and(|text| text.is_empty()) && root(other).is_some_and(|name| is_signature(&name))
            };
            let found =
                is_none(&e.left) || is_none(&e.right) || is_nothing(&e.left, &e.right) || is_nothing(&e.right, &e.left);
            found.then(|| span_of(cond))
        }
        Expr::MethodCall(call) => {
            let first = call.args.first().and_then(literal);
            let is_none = matches!(call.method.to_string().as_str(), "eq_ignore_ascii_case" | "eq")
                && first.is_some_and(|text| text.eq_ignore_ascii_case("none"));
            let is_empty = matches!(call.method.to_string().as_str(), "is_empty" | "is_none")
                && root(&call.receiver).is_some_and(|name| is_signature(&name));
            (is_none || is_empty).then(|| call.method.span())
        }
        _ => None,
    }
}

fn is_signature(name: &str) -> bool {
    names::words(name).iter().any(|word| matches!(word.as_str(), "sig" | "signature" | "mac" | "hmac" | "tag"))
}
