//! Loops and recursions that do not end, or whose work grows beyond any bound, as far as their form shows it.

use compiled_ai_core::codes::gate::{LIMIT, UNBOUNDED};
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr};

use super::flow::{Found, Unbounded};
use super::functions::Functions;
use super::guards::{number, root};
use super::loops::Loops;
use super::recursion::{backtracking, grows_in_type, is_descent, is_endless_recursion};
use crate::validate::security::literals::Reader;
use crate::validate::security::refusal::Refusals;

/// Refuses loops, recursions and memory without a bound.
pub(super) fn check(functions: &Functions<'_>, found: &Found, reader: &Reader<'_>, refusals: &mut Refusals) {
    if found.is_cut {
        let help =
            "put each text together once, write what is long as one literal, and call long functions from fewer places";
        let message = "the input goes more ways than can be followed";
        refusals.add(LIMIT, Some(400), Span::call_site(), message, help);
    }
    for (at, what) in &found.unbounded {
        let (cwe, message, help) = match what {
            Unbounded::Loop => (
                834,
                "a loop runs as often as the input says",
                "compare the number with a limit first, and abstain beyond it",
            ),
            Unbounded::Memory => (
                770,
                "memory of a size that the input says",
                "compare the number with a limit first, and abstain beyond it",
            ),
            Unbounded::Recursion => {
                (674, "a recursion as deep as the input says", "compare the number with a limit first, or use a loop")
            }
            Unbounded::Step => (
                835,
                "a loop whose step the input says never ends if that is zero",
                "refuse a step that is zero or less first",
            ),
        };
        refusals.add(UNBOUNDED, Some(cwe), *at, message, help);
    }
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    for name in names {
        let block = functions[name].block;
        if is_endless_recursion(block, name) {
            let help = "return without a call of itself where the input ends";
            refusals.add(
                UNBOUNDED,
                Some(674),
                functions[name].signature.ident.span(),
                format!("`{name}` calls itself on every path"),
                help,
            );
        }
        if let Some(at) = grows_in_type(functions[name].signature, block, name) {
            let help = "call it with values of the types that it was called with";
            refusals.add(UNBOUNDED, Some(674), at, format!("`{name}` calls itself with a larger type each time"), help);
        }
        if is_descent(functions[name].signature, block, name) {
            let help = "count the depth in a parameter, and return beyond a limit";
            let message = format!("`{name}` calls itself as deep as the input is nested");
            refusals.add(UNBOUNDED, Some(674), functions[name].signature.ident.span(), message, help);
        }
        if let Some(at) = backtracking(block, name, returns_bool(functions[name].signature)) {
            let help = "remember what was tried, or go through the text once with a position to come back to";
            let message = format!("`{name}` tries all ways of splitting its input, again and again");
            refusals.add(UNBOUNDED, Some(1333), at, message, help);
        }
        let mut loops = Loops { reader, refusals };
        loops.visit_block(block);
    }
}

fn returns_bool(signature: &syn::Signature) -> bool {
    matches!(&signature.output, syn::ReturnType::Type(_, ty) if matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("bool")))
}

/// Whether a loop's body leaves it, or its function.
pub(super) fn leaves(body: &Block) -> bool {
    let mut leaves = Leaves { found: false, depth: 0 };
    leaves.visit_block(body);
    leaves.found
}

struct Leaves {
    found: bool,
    /// Loops that are open within the body: a `break` leaves only those.
    depth: usize,
}

impl<'f> Visit<'f> for Leaves {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::Return(_) | Expr::Try(_) => self.found = true,
            Expr::Break(e) if self.depth == 0 || e.label.is_some() => self.found = true,
            Expr::Closure(_) => return,
            Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => {
                self.depth += 1;
                visit::visit_expr(self, expr);
                self.depth -= 1;
                return;
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// Whether a loop's body changes `name` by one, or another small number, and by nothing else.
pub(super) fn steps_by_one(body: &Block, name: &str) -> bool {
    let changes = changes(body, name);
    !changes.is_empty()
        && changes
            .iter()
            .all(|(op, by)| matches!(op, Change::Add | Change::Sub) && number(by).is_some_and(|by| by <= 16))
}

/// The variable that is added to `name` in a loop's body, if that is the only change.
pub(super) fn step_of<'e>(body: &'e Block, name: &str) -> Option<&'e Expr> {
    match changes(body, name).as_slice() {
        [(Change::Add, by)] if matches!(by, Expr::Path(_)) => Some(by),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Add,
    Sub,
    Other,
}

pub(super) fn changes<'e>(body: &'e Block, name: &str) -> Vec<(Change, &'e Expr)> {
    let mut changes = Changes { name, found: vec![] };
    changes.visit_block(body);
    changes.found
}

struct Changes<'n, 'e> {
    name: &'n str,
    found: Vec<(Change, &'e Expr)>,
}

impl<'e> Visit<'e> for Changes<'_, 'e> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Binary(e) if root(&e.left).as_deref() == Some(self.name) && is_variable(&e.left) => match e.op {
                BinOp::AddAssign(_) => self.found.push((Change::Add, &e.right)),
                BinOp::SubAssign(_) => self.found.push((Change::Sub, &e.right)),
                BinOp::MulAssign(_)
                | BinOp::DivAssign(_)
                | BinOp::RemAssign(_)
                | BinOp::ShrAssign(_)
                | BinOp::ShlAssign(_) => {
                    self.found.push((Change::Other, &e.right));
                }
                _ => {}
            },
            Expr::Assign(e) if root(&e.left).as_deref() == Some(self.name) && is_variable(&e.left) => match &*e.right {
                Expr::Binary(sum)
                    if matches!(sum.op, BinOp::Add(_)) && root(&sum.left).as_deref() == Some(self.name) =>
                {
                    self.found.push((Change::Add, &sum.right));
                }
                Expr::Binary(sum)
                    if matches!(sum.op, BinOp::Sub(_)) && root(&sum.left).as_deref() == Some(self.name) =>
                {
                    self.found.push((Change::Sub, &sum.right));
                }
                Expr::MethodCall(call)
                    if matches!(call.method.to_string().as_str(), "wrapping_add" | "saturating_add")
                        && root(&call.receiver).as_deref() == Some(self.name)
                        && call.args.len() == 1 =>
                {
                    self.found.push((Change::Add, &call.args[0]));
                }
                other => self.found.push((Change::Other, other)),
            },
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

pub(super) fn is_variable(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Unary(inner) => is_variable(&inner.expr),
        Expr::Paren(inner) => is_variable(&inner.expr),
        _ => false,
    }
}
