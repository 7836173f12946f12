//! Work that grows with the square of the input, and searches that go on with nothing.

use compiled_ai_core::codes::gate::UNBOUNDED;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Expr, File, FnArg, Pat};

use super::functions::Functions;
use super::guards::{literal, number, root};
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
    for name in names {
        let function = functions[name];
        let mut searches = Searches { open: vec![], found: vec![], asked: vec![] };
        searches.visit_block(function.block);
        for (of, at) in &searches.found {
            let index = function.signature.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_))).position(
                |input| matches!(input, FnArg::Typed(typed) if matches!(&*typed.pat, Pat::Ident(n) if n.ident == of.as_str())),
            );
            let Some(index) = index else { continue };
            if searches.asked.contains(of) || is_always_written(file, name, index) {
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
            Expr::Binary(e) if matches!(e.op, syn::BinOp::AddAssign(_)) => {
                if let Some(of) = self.open.iter().find(|of| adds_length(&e.right, of)) {
                    self.found.push((of.clone(), e.left.span()));
                }
            }
            Expr::MethodCall(call) if call.method == "is_empty" => self.asked.extend(root(&call.receiver)),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

fn adds_length(expr: &Expr, of: &str) -> bool {
    match expr {
        Expr::Paren(inner) => adds_length(&inner.expr, of),
        Expr::Binary(e) => adds_length(&e.left, of) || adds_length(&e.right, of),
        Expr::MethodCall(call) => call.method == "len" && root(&call.receiver).as_deref() == Some(of),
        _ => false,
    }
}

/// Whether all calls of a function write out what they hand over at `index`.
fn is_always_written(file: &File, name: &str, index: usize) -> bool {
    let mut calls = Calls { name, index, given: vec![] };
    calls.visit_file(file);
    !calls.given.is_empty() && calls.given.iter().all(|written| *written)
}

struct Calls<'n> {
    name: &'n str,
    index: usize,
    given: Vec<bool>,
}

impl<'f> Visit<'f> for Calls<'_> {
    fn visit_expr_call(&mut self, call: &'f syn::ExprCall) {
        if matches!(&*call.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == self.name))
        {
            let is_written = call.args.get(self.index).is_some_and(|given| literal(given).is_some());
            self.given.push(is_written);
        }
        visit::visit_expr_call(self, call);
    }
}
