//! Work that grows with the square of the input, and searches that go on with nothing.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use compiled_ai_core::codes::gate::UNBOUNDED;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Expr, File, FnArg, Pat};

use super::functions::Functions;
use super::operands::{literal, number, root};
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Looks at the functions of a file.
pub(super) fn check(file: &File, functions: &Functions<'_>, refusals: &mut Refusals) {
    let mut squares = Squares::default();
    squares.visit_file(file);
    // One alone is how people write; two are a text that takes minutes.
    if let (true, Some(at)) = (squares.kinds() >= 2, squares.at) {
        let help = "collect the characters first; push at the end and reverse once; go through a list with an index";
        refusals.add(UNBOUNDED, Some(407), at, "work that grows with the square of the input", help);
    }
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    let mut calls = None;
    for name in names {
        let function = functions[name];
        let mut searches = Searches { open: vec![], found: vec![], asked: vec![] };
        searches.visit_block(function.block);
        for (of, at) in &searches.found {
            let index = function.signature.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_))).position(
                |input| matches!(input, FnArg::Typed(typed) if matches!(&*typed.pat, Pat::Ident(n) if n.ident == of.as_str())),
            );
            let Some(index) = index else { continue };
            if searches.asked.contains(of) || calls.get_or_insert_with(|| Calls::of(file)).always_write(name, index) {
                continue;
            }
            let help = "refuse what is empty first";
            refusals.add(UNBOUNDED, Some(835), *at, "a search that never ends if what is searched for is empty", help);
        }
    }
}

#[derive(Default)]
struct Squares {
    loops: usize,
    nth: bool,
    removes: bool,
    inserts: bool,
    at: Option<Span>,
}

impl Squares {
    fn kinds(&self) -> usize {
        usize::from(self.nth) + usize::from(self.removes) + usize::from(self.inserts)
    }
}

impl<'f> Visit<'f> for Squares {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
                self.loops += 1;
                visit::visit_expr(self, expr);
                self.loops -= 1;
                return;
            }
            Expr::MethodCall(call) if self.loops > 0 => {
                let first = call.args.first();
                let is_zero = first.and_then(number) == Some(0);
                let of_chars = matches!(&*call.receiver, Expr::MethodCall(inner) if inner.method == "chars");
                let found = match call.method.to_string().as_str() {
                    "nth" if of_chars && first.and_then(number).is_none() => &mut self.nth,
                    "remove" if is_zero => &mut self.removes,
                    "insert" | "insert_str" if is_zero => &mut self.inserts,
                    _ => return visit::visit_expr(self, expr),
                };
                *found = true;
                self.at.get_or_insert(call.method.span());
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// Loops that look for a variable and go on behind it by its length.
struct Searches {
    open: Vec<String>,
    found: Vec<(String, Span)>,
    /// Variables that are asked whether they are empty.
    asked: Vec<String>,
}

impl<'f> Visit<'f> for Searches {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::While(each) => {
                if let Expr::Let(cond) = &*each.cond
                    && let Expr::MethodCall(call) = &*cond.expr
                    && call.method == "find"
                    && let Some(Expr::Path(path)) = call.args.first()
                    && let Some(name) = path.path.get_ident()
                {
                    self.open.push(name.to_string());
                    visit::visit_expr(self, expr);
                    self.open.pop();
                    return;
                }
            }
            Expr::Binary(e) if matches!(e.op, syn::BinOp::AddAssign(_)) && !self.open.is_empty() => {
                let mut lengths = vec![];
                added_lengths(&e.right, &mut lengths);
                if let Some(of) = self.open.iter().find(|of| lengths.contains(of)) {
                    self.found.push((of.clone(), span_of(&e.left)));
                }
            }
            Expr::MethodCall(call) if call.method == "is_empty" => self.asked.extend(root(&call.receiver)),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// The variables whose lengths are in a sum.
fn added_lengths(expr: &Expr, of: &mut Vec<String>) {
    match expr {
        Expr::Paren(inner) => added_lengths(&inner.expr, of),
        Expr::Binary(e) => {
            added_lengths(&e.left, of);
            added_lengths(&e.right, of);
        }
        Expr::MethodCall(call) if call.method == "len" => of.extend(root(&call.receiver)),
        _ => {}
    }
}

/// For each function that is called, and each argument that it is given, whether all calls write that out.
#[derive(Default)]
struct Calls(HashMap<String, Vec<bool>>);

impl Calls {
    fn of(file: &File) -> Self {
        let mut calls = Self::default();
        calls.visit_file(file);
        calls
    }

    fn always_write(&self, name: &str, index: usize) -> bool {
        // A call with fewer arguments is one of something else.
        self.0.get(name).is_some_and(|written| written.get(index).copied().unwrap_or_default())
    }
}

impl<'f> Visit<'f> for Calls {
    fn visit_expr_call(&mut self, call: &'f syn::ExprCall) {
        if let Expr::Path(path) = &*call.func
            && let Some(last) = path.path.segments.last()
        {
            let written = call.args.iter().map(|given| literal(given).is_some());
            match self.0.entry(last.ident.to_string()) {
                Entry::Vacant(entry) => _ = entry.insert(written.collect()),
                Entry::Occupied(mut entry) => {
                    let known = entry.get_mut();
                    known.truncate(call.args.len());
                    known.iter_mut().zip(written).for_each(|(all, one)| *all &= one);
                }
            }
        }
        visit::visit_expr_call(self, call);
    }
}
