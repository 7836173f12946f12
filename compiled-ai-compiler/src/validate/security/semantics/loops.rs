//! Loops whose form shows that nothing ends them, or that what they build grows by its own length.

use std::collections::BTreeSet;

use compiled_ai_core::codes::gate::UNBOUNDED;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprLoop, ExprWhile, Pat, Stmt};

use super::endless::{is_unchanged, repeats_a_find_in, skips_the_step, wanders};
use super::index::Index;
use super::operands::{number, root};
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Loops by their form.
pub(super) struct Loops<'r, 'x> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) index: &'r Index,
    pub(super) refusals: &'x mut Refusals,
}

impl Loops<'_, '_> {
    fn endless(&mut self, at: Span) {
        let help = "change what the condition looks at in every round, or count the rounds and stop";
        self.refusals.add(UNBOUNDED, Some(835), at, "a loop that nothing ends", help);
    }

    /// A text or a list that is put behind itself in each round.
    fn growth(&mut self, body: &Block, rounds: Option<u128>) {
        if rounds.is_some_and(|rounds| rounds <= 16) || self.index.leaves(body) || self.refusals.is_full() {
            return;
        }
        let mut copies: BTreeSet<(String, String)> = BTreeSet::new();
        for statement in &body.stmts {
            match statement {
                Stmt::Local(local) => {
                    if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
                        && let Expr::MethodCall(call) = &*init.expr
                        && matches!(call.method.to_string().as_str(), "clone" | "to_vec" | "to_string" | "to_owned")
                        && let Some(of) = root(&call.receiver)
                    {
                        copies.insert((name.ident.to_string(), of));
                    }
                }
                Stmt::Expr(expr, _) => {
                    if let Some(at) = self.doubles(expr, &copies) {
                        let help = "bound the rounds by a small number, or stop at a length";
                        self.refusals.add(UNBOUNDED, Some(770), at, "what grows by its own length in each round", help);
                    }
                }
                _ => {}
            }
        }
    }

    fn doubles(&self, expr: &Expr, copies: &BTreeSet<(String, String)>) -> Option<Span> {
        match expr {
            Expr::Assign(e) => {
                let name = root(&e.left)?;
                let twice = is_text_like(&e.right) && self.mentions(&e.right, &name) >= 2;
                let repeated = matches!(&*e.right, Expr::MethodCall(call) if call.method == "repeat" && root(&call.receiver).as_ref() == Some(&name));
                (twice || repeated).then(|| span_of(expr))
            }
            Expr::Binary(e) if matches!(e.op, BinOp::AddAssign(_)) => {
                let name = root(&e.left)?;
                let is_copy = matches!(&*e.right, Expr::Reference(_)) && self.is_copy(&e.right, &name, copies);
                is_copy.then(|| span_of(expr))
            }
            Expr::MethodCall(call)
                if matches!(
                    call.method.to_string().as_str(),
                    "extend" | "push_str" | "append" | "extend_from_slice" | "extend_from_within"
                ) =>
            {
                let name = root(&call.receiver)?;
                let is_copy = call.method == "extend_from_within"
                    || call.args.iter().any(|argument| self.is_copy(argument, &name, copies));
                is_copy.then(|| call.method.span())
            }
            _ => None,
        }
    }

    fn is_copy(&self, argument: &Expr, name: &str, copies: &BTreeSet<(String, String)>) -> bool {
        let Some(of) = root(argument) else { return false };
        of == name || copies.contains(&(of, name.to_owned()))
    }

    fn mentions(&self, expr: &Expr, name: &str) -> usize {
        mentions(self.reader, expr, name)
    }
}

/// How often an expression names a variable.
pub(super) fn mentions(reader: &Reader<'_>, expr: &Expr, name: &str) -> usize {
    let mut mentions = Mentions { reader, name, count: 0 };
    mentions.visit_expr(expr);
    mentions.count
}

fn is_text_like(expr: &Expr) -> bool {
    match expr {
        Expr::Macro(e) => e.mac.path.segments.last().is_some_and(|last| last.ident == "format"),
        Expr::MethodCall(call) => matches!(call.method.to_string().as_str(), "concat" | "join" | "collect"),
        Expr::Binary(e) => {
            matches!(e.op, BinOp::Add(_)) && (matches!(&*e.right, Expr::Reference(_)) || is_text_like(&e.left))
        }
        _ => false,
    }
}

struct Mentions<'n, 'r> {
    reader: &'r Reader<'r>,
    name: &'n str,
    count: usize,
}

impl<'e> Visit<'e> for Mentions<'_, '_> {
    fn visit_expr_path(&mut self, path: &'e syn::ExprPath) {
        self.count += usize::from(path.path.is_ident(self.name));
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        match &parsed.1 {
            Arguments::Format { text, values, .. } => {
                let text = text.as_ref().map(syn::LitStr::value).unwrap_or_default();
                self.count += text.matches(&format!("{{{}}}", self.name)).count()
                    + text.matches(&format!("{{{}:", self.name)).count();
                for (_, value) in values {
                    let mut inner = Mentions { reader: self.reader, name: self.name, count: 0 };
                    inner.visit_expr(value);
                    self.count += inner.count;
                }
            }
            Arguments::List(values) => {
                for value in values {
                    let mut inner = Mentions { reader: self.reader, name: self.name, count: 0 };
                    inner.visit_expr(value);
                    self.count += inner.count;
                }
            }
            _ => {}
        }
    }
}

impl<'f> Visit<'f> for Loops<'_, '_> {
    fn visit_expr_for_loop(&mut self, each: &'f syn::ExprForLoop) {
        let rounds = match &*each.expr {
            Expr::Range(range) => range.end.as_ref().and_then(|end| number(end)),
            Expr::Array(array) => Some(array.elems.len() as u128),
            _ => None,
        };
        self.growth(&each.body, rounds);
        visit::visit_expr_for_loop(self, each);
    }

    fn visit_expr_loop(&mut self, endless: &'f ExprLoop) {
        if !self.index.leaves(&endless.body) || self.index.repeats_a_find(&endless.body) {
            self.endless(endless.loop_token.span);
        }
        self.growth(&endless.body, None);
        visit::visit_expr_loop(self, endless);
    }

    fn visit_expr_while(&mut self, each: &'f ExprWhile) {
        let (index, leaves) = (self.index, self.index.leaves(&each.body));
        let is_true = matches!(&*each.cond, Expr::Lit(lit) if matches!(&lit.lit, syn::Lit::Bool(value) if value.value));
        if !leaves && (is_true || is_unchanged(each, index) || wanders(each, index))
            || skips_the_step(each, index)
            || repeats_a_find_in(each, index)
        {
            self.endless(each.while_token.span);
        }
        self.growth(&each.body, None);
        visit::visit_expr_while(self, each);
    }
}
