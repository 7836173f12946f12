//! Readers of nested text whose functions call each other, and of which none counts how deep it is.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::codes::gate::UNBOUNDED;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, FnArg, Lit, Pat, ReceiverKind, Type};

use super::functions::{Function, Functions};
use crate::validate::security::refusal::Refusals;

/// Functions of one circle that are looked at from each of them.
const MOST: usize = 64;

/// Looks at the functions that call each other in a circle. One that calls itself is looked at by its own rule.
pub(super) fn check(functions: &Functions<'_>, refusals: &mut Refusals) {
    let mut calls: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut reads: BTreeMap<&str, Reads<'_>> = BTreeMap::new();
    for (name, function) in functions {
        let mut found = Reads { functions, calls: BTreeSet::new(), opens: false, counts: false };
        found.visit_signature(function.signature);
        found.visit_block(function.block);
        calls.insert(name, found.calls.iter().copied().filter(|called| *called != name).collect());
        reads.insert(name, found);
    }
    leave_circles(&mut calls);
    let readers = calls.keys().copied().filter(|name| reads[name].opens && moves_on(functions[*name]));
    for name in readers.take(MOST).collect::<Vec<_>>() {
        let circle: Vec<&str> =
            reached(name, &calls).into_iter().filter(|other| reached(other, &calls).contains(name)).collect();
        if circle.contains(&name) && !circle.iter().any(|member| reads[member].counts) {
            let help = "count the depth in a parameter or a field, and return beyond a limit";
            let message = format!("`{name}` and what it calls go as deep as the input is nested");
            return refusals.add(UNBOUNDED, Some(674), functions[name].signature.ident.span(), message, help);
        }
    }
}

/// Leaves only what calls something that is left, over and over: each function is taken out once.
fn leave_circles<'n>(calls: &mut BTreeMap<&'n str, BTreeSet<&'n str>>) {
    let mut callers: BTreeMap<&'n str, Vec<&'n str>> = BTreeMap::new();
    for (name, called) in calls.iter() {
        called.iter().for_each(|called| callers.entry(called).or_default().push(name));
    }
    let mut ends: Vec<&'n str> = calls.iter().filter(|(_, called)| called.is_empty()).map(|(name, _)| *name).collect();
    while let Some(end) = ends.pop() {
        calls.remove(end);
        for caller in callers.get(end).into_iter().flatten() {
            if let Some(called) = calls.get_mut(caller)
                && called.remove(end)
                && called.is_empty()
            {
                ends.push(caller);
            }
        }
    }
}

fn reached<'n>(start: &str, calls: &BTreeMap<&'n str, BTreeSet<&'n str>>) -> BTreeSet<&'n str> {
    let mut seen: BTreeSet<&'n str> = BTreeSet::new();
    let mut open: Vec<&'n str> = calls.get(start).into_iter().flatten().copied().collect();
    while let Some(name) = open.pop() {
        if seen.len() < MOST && seen.insert(name) {
            open.extend(calls.get(name).into_iter().flatten());
        }
    }
    seen
}

/// Whether a function is given a place that it moves.
fn moves_on(function: Function<'_>) -> bool {
    function.signature.inputs.iter().any(|input| match input {
        FnArg::Receiver(receiver) => matches!(&receiver.kind, ReceiverKind::Reference(_, _, Some(_))),
        FnArg::Typed(argument) => matches!(&*argument.ty, Type::Reference(reference) if reference.mutability.is_some()),
    })
}

/// What a function reads and calls.
struct Reads<'f> {
    functions: &'f Functions<'f>,
    calls: BTreeSet<&'f str>,
    /// An opening bracket is looked for.
    opens: bool,
    /// Something is named like a depth or a limit.
    counts: bool,
}

impl Reads<'_> {
    fn call(&mut self, name: &syn::Ident) {
        if let Some((name, _)) = self.functions.get_key_value(&name.to_string()) {
            self.calls.insert(name);
        }
    }
}

fn is_opening(literal: &Lit) -> bool {
    match literal {
        Lit::Char(c) => matches!(c.value(), '(' | '[' | '{' | '<'),
        Lit::Byte(byte) => matches!(byte.value(), b'(' | b'[' | b'{' | b'<'),
        Lit::Str(text) => matches!(text.value().as_str(), "(" | "[" | "{" | "<"),
        _ => false,
    }
}

fn is_bracket(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => is_opening(&literal.lit),
        Expr::Reference(inner) => is_bracket(&inner.expr),
        Expr::Call(call) => call.args.iter().any(is_bracket),
        _ => false,
    }
}

impl<'e> Visit<'e> for Reads<'_> {
    fn visit_ident(&mut self, name: &'e proc_macro2::Ident) {
        const WORDS: &[&str] =
            &["depth", "level", "nest", "limit", "budget", "fuel", "remaining", "deep", "max_", "left"];
        let name = name.to_string().to_lowercase();
        self.counts |= WORDS.iter().any(|word| name.contains(word));
    }

    fn visit_pat(&mut self, pattern: &'e Pat) {
        if let Pat::Lit(literal) = pattern {
            self.opens |= is_opening(&literal.lit);
        }
        visit::visit_pat(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) => {
                self.opens |= is_bracket(&e.left) || is_bracket(&e.right);
            }
            Expr::Call(call) => {
                if let Expr::Path(path) = &*call.func
                    && let Some(last) = path.path.segments.last()
                {
                    self.call(&last.ident);
                }
            }
            Expr::MethodCall(call) => {
                if matches!(&*call.receiver, Expr::Path(path) if path.path.get_ident().is_some()) {
                    self.call(&call.method);
                }
                let asks = matches!(
                    call.method.to_string().as_str(),
                    "eat"
                        | "accept"
                        | "take"
                        | "expect"
                        | "starts_with"
                        | "strip_prefix"
                        | "next_if_eq"
                        | "consume"
                        | "skip"
                );
                self.opens |= asks && call.args.iter().any(is_bracket);
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}
