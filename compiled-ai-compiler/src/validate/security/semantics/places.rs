//! Matchers that try each place from a position on, and go on from there with the rest of a pattern: once for each star of it. Those
//! that gather all places where a part of a pattern may end, and go on from each.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, FnArg, Pat, Signature, Stmt};

use super::functions::Called;
use super::operands::{number, root};
use super::recursion::call_of;
use crate::validate::security::place::span_of;

/// Where a function that answers with a `bool` calls itself with one position moved on by one and another one tried out.
pub(super) fn tries_places(signature: &Signature, block: &Block, called: Called<'_>) -> Option<Span> {
    let positions = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => named(&typed.pat),
        FnArg::Receiver(_) => None,
    });
    let mut finder = Tries { called, positions: positions.collect(), tried: vec![], found: None };
    finder.visit_block(block);
    finder.found
}

/// Where a function that gives a list of places asks itself for those that follow each of them: `for next in ends(node, text, at) {
/// all.extend(ends(node, text, next)); }`. Places that are reached twice are gone on from twice, unless something tells them apart.
pub(super) fn goes_on_from_each(signature: &Signature, block: &Block, called: Called<'_>) -> Option<Span> {
    let gives_list = matches!(&signature.output, syn::ReturnType::Type(_, ty) if matches!(&**ty, syn::Type::Path(path)
        if path.path.segments.last().is_some_and(|last| last.ident == "Vec")));
    if !gives_list {
        return None;
    }
    let mut finder = Each { called, places: vec![], is_told_apart: false, found: None };
    finder.visit_block(block);
    finder.found.filter(|_| !finder.is_told_apart)
}

struct Each<'n> {
    called: Called<'n>,
    /// Variables of the loops around what is looked at, which go through places that the function gave.
    places: Vec<String>,
    /// Something asks whether a place was there before.
    is_told_apart: bool,
    found: Option<Span>,
}

impl Each<'_> {
    /// `ends(…)`, `ends(…).into_iter()`.
    fn is_own(&self, expr: &Expr) -> bool {
        match expr {
            Expr::MethodCall(call) if call_of(expr, self.called).is_none() => self.is_own(&call.receiver),
            _ => call_of(expr, self.called).is_some(),
        }
    }
}

impl<'e> Visit<'e> for Each<'_> {
    fn visit_expr_for_loop(&mut self, each: &'e syn::ExprForLoop) {
        self.visit_expr(&each.expr);
        let before = self.places.len();
        if self.is_own(&each.expr) {
            self.places.extend(names_of(&each.pat));
        }
        self.visit_block(&each.body);
        self.places.truncate(before);
    }

    fn visit_expr_call(&mut self, call: &'e syn::ExprCall) {
        let goes_on = |argument: &Expr| root(argument).is_some_and(|name| self.places.contains(&name));
        if call.args.iter().any(goes_on)
            && matches!(&*call.func, Expr::Path(path) if path.path.is_ident(self.called.name))
        {
            self.found.get_or_insert(span_of(&call.func));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'e syn::ExprMethodCall) {
        let method = call.method.to_string();
        self.is_told_apart |= matches!(method.as_str(), "contains" | "dedup" | "insert" | "contains_key" | "entry");
        visit::visit_expr_method_call(self, call);
    }
}

struct Tries<'n> {
    called: Called<'n>,
    /// Parameters, variables that begin as one of them, and rests of them.
    positions: BTreeSet<String>,
    /// Variables of the loops and closures around what is looked at, which go through all places from a position on.
    tried: Vec<String>,
    found: Option<Span>,
}

impl Tries<'_> {
    /// `i..=end`, `(i..end).rev()`, `text.iter().skip(i)`.
    fn goes_on_from(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.goes_on_from(&inner.expr),
            Expr::Range(range) => range.start.as_ref().is_some_and(|start| self.is_position(start)),
            Expr::MethodCall(call) => {
                call.method == "skip" && call.args.first().is_some_and(|at| self.is_position(at))
                    || self.goes_on_from(&call.receiver)
            }
            _ => false,
        }
    }

    /// A position, or a few beyond it.
    fn is_position(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| self.positions.contains(&name.to_string())),
            Expr::Paren(inner) => self.is_position(&inner.expr),
            other => self.is_further(other),
        }
    }

    fn is_further(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.is_further(&inner.expr),
            Expr::Binary(e) => matches!(e.op, BinOp::Add(_)) && number(&e.right).is_some() && self.is_position(&e.left),
            Expr::Reference(reference) => matches!(&*reference.expr, Expr::Index(index)
                if matches!(&*index.index, Expr::Range(range) if range.start.is_some() && range.end.is_none())),
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| self.positions.contains(&format!("{name}.."))),
            _ => false,
        }
    }

    /// A call of the function with one argument of each kind.
    fn look(&mut self, expr: &Expr) {
        if self.tried.is_empty() || self.found.is_some() {
            return;
        }
        let Some(arguments) = call_of(expr, self.called) else { return };
        let is_tried = |argument: &&&Expr| match argument {
            Expr::Binary(e) if matches!(e.op, BinOp::Add(_)) => root(&e.left).is_some_and(|n| self.tried.contains(&n)),
            Expr::Path(_) => root(argument).is_some_and(|name| self.tried.contains(&name)),
            Expr::Reference(reference) => match &*reference.expr {
                Expr::Index(index) => matches!(&*index.index, Expr::Range(range)
                    if range.start.as_deref().and_then(root).is_some_and(|name| self.tried.contains(&name))),
                _ => false,
            },
            _ => false,
        };
        let tried = arguments.iter().position(|argument| is_tried(&argument));
        let further = arguments.iter().enumerate().any(|(index, other)| Some(index) != tried && self.is_further(other));
        if tried.is_some() && further {
            self.found = Some(span_of(expr));
        }
    }

    fn within(&mut self, names: Vec<String>, walk: impl FnOnce(&mut Self)) {
        let before = self.tried.len();
        self.tried.extend(names);
        walk(self);
        self.tried.truncate(before);
    }
}

impl<'e> Visit<'e> for Tries<'_> {
    fn visit_local(&mut self, local: &'e syn::Local) {
        if let (Some(name), Some(init)) = (named(&local.pat), &local.init)
            && self.is_position(&init.expr)
        {
            self.positions.insert(name);
        }
        visit::visit_local(self, local);
    }

    fn visit_pat_ident(&mut self, pattern: &'e syn::PatIdent) {
        // `[b'*', rest @ ..]`.
        if matches!(&pattern.subpat, Some((_, rest)) if matches!(&**rest, Pat::Rest(_))) {
            self.positions.insert(format!("{}..", pattern.ident));
        }
    }

    fn visit_expr(&mut self, expr: &'e Expr) {
        self.look(expr);
        match expr {
            Expr::ForLoop(each) if self.goes_on_from(&each.expr) => {
                self.visit_expr(&each.expr);
                self.within(names_of(&each.pat), |all| all.visit_block(&each.body));
            }
            Expr::While(each) => {
                let stepped = self.stepped(&each.body);
                self.within(stepped, |all| visit::visit_expr_while(all, each));
            }
            Expr::Loop(each) => {
                let stepped = self.stepped(&each.body);
                self.within(stepped, |all| visit::visit_expr_loop(all, each));
            }
            Expr::MethodCall(call)
                if matches!(call.method.to_string().as_str(), "any" | "find" | "position" | "all")
                    && self.goes_on_from(&call.receiver) =>
            {
                self.visit_expr(&call.receiver);
                for argument in &call.args {
                    match argument {
                        Expr::Closure(closure) => {
                            let names = closure.inputs.iter().flat_map(names_of).collect();
                            self.within(names, |all| all.visit_expr(&closure.body));
                        }
                        other => self.visit_expr(other),
                    }
                }
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}

impl Tries<'_> {
    /// Positions that the statements of a loop move on by one.
    fn stepped(&self, body: &Block) -> Vec<String> {
        let step = |statement: &Stmt| match statement {
            Stmt::Expr(Expr::Binary(e), _) if matches!(e.op, BinOp::AddAssign(_)) && number(&e.right).is_some() => {
                root(&e.left).filter(|name| self.positions.contains(name))
            }
            _ => None,
        };
        body.stmts.iter().filter_map(step).take(8).collect()
    }
}

fn named(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) if name.subpat.is_none() => Some(name.ident.to_string()),
        Pat::Type(typed) => named(&typed.pat),
        _ => None,
    }
}

/// The names that a pattern of few parts binds.
fn names_of(pattern: &Pat) -> Vec<String> {
    match pattern {
        Pat::Tuple(tuple) => tuple.elems.iter().take(4).filter_map(named).collect(),
        Pat::Reference(inner) => names_of(&inner.pat),
        other => named(other).into_iter().collect(),
    }
}
