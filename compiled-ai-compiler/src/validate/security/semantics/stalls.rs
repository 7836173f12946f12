//! Loops over a reader one of whose functions may return without having moved on: the same round again, for ever.

use std::collections::BTreeSet;

use compiled_ai_core::codes::gate::UNBOUNDED;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprWhile, FnArg, ReceiverKind, Stmt};

use super::functions::{Function, Functions};
use crate::validate::security::refusal::Refusals;

/// Looks at the loops of all functions.
pub(super) fn check(functions: &Functions<'_>, refusals: &mut Refusals) {
    let movers = names_of(functions, |function| takes_self(function) == Some(true));
    let lookers = names_of(functions, |function| takes_self(function) == Some(false));
    let stalling =
        names_of(functions, |function| takes_self(function) == Some(true) && may_stall(function.block, &movers));
    if stalling.is_empty() {
        return;
    }
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    for name in names {
        let mut rounds = Rounds { movers: &movers, lookers: &lookers, stalling: &stalling, found: vec![] };
        rounds.visit_block(functions[name].block);
        for at in rounds.found {
            let help = "move on in each of its branches, or end the loop where there is nothing to move to";
            refusals.add(UNBOUNDED, Some(835), at, "what is called here may return without having moved on", help);
        }
    }
}

fn names_of(functions: &Functions<'_>, is: impl Fn(&Function<'_>) -> bool) -> BTreeSet<String> {
    functions.values().filter(|function| is(function)).map(|function| function.signature.ident.to_string()).collect()
}

/// Whether a method may change what it belongs to; `None` if it is no method with a reference.
fn takes_self(function: &Function<'_>) -> Option<bool> {
    match function.signature.inputs.first() {
        Some(FnArg::Receiver(receiver)) => match &receiver.kind {
            ReceiverKind::Reference(_, _, mutability) => Some(mutability.is_some()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether one way through a method moves on and another one, which is no failure, does not.
fn may_stall(block: &Block, movers: &BTreeSet<String>) -> bool {
    let Some((Stmt::Expr(last, None), before)) = block.stmts.split_last() else { return false };
    if before.iter().any(|statement| moves(|all| all.visit_stmt(statement), "self", movers)) {
        return false;
    }
    let ways: Vec<&Expr> = match last {
        Expr::Match(choice) if !moves(|all| all.visit_expr(&choice.expr), "self", movers) => {
            choice.arms.iter().map(|arm| &*arm.body).collect()
        }
        _ => return false,
    };
    let moved = |way: &&Expr| moves(|all| all.visit_expr(way), "self", movers);
    ways.iter().any(moved) && ways.iter().any(|way| !moved(way) && !fails(way))
}

/// Whether a value says that there is nothing, or leaves the function.
fn fails(expr: &Expr) -> bool {
    let mut fails = Fails(false);
    fails.visit_expr(expr);
    fails.0
}

struct Fails(bool);

impl<'e> Visit<'e> for Fails {
    fn visit_expr(&mut self, expr: &'e Expr) {
        self.0 |= match expr {
            Expr::Return(_) | Expr::Try(_) | Expr::Break(_) => true,
            Expr::Path(path) => path.path.is_ident("None"),
            Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Err")),
            Expr::Macro(e) => e.mac.path.is_ident("unreachable"),
            _ => false,
        };
        visit::visit_expr(self, expr);
    }
}

fn moves(walk: impl FnOnce(&mut Moves<'_>), of: &str, movers: &BTreeSet<String>) -> bool {
    let mut all = Moves { of, movers, calls: vec![], changes: false };
    walk(&mut all);
    all.changes || !all.calls.is_empty()
}

/// What changes `of`: assignments to its fields, and calls of methods that may.
struct Moves<'m> {
    of: &'m str,
    movers: &'m BTreeSet<String>,
    calls: Vec<String>,
    changes: bool,
}

impl Moves<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.is_ident(self.of),
            Expr::Paren(inner) => self.is_it(&inner.expr),
            _ => false,
        }
    }

    /// A field of it, or of one of its fields.
    fn is_part(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Field(field) => self.is_it(&field.base) || self.is_part(&field.base),
            Expr::Index(index) => self.is_part(&index.expr),
            Expr::Reference(inner) => {
                inner.mutability.is_some() && (self.is_it(&inner.expr) || self.is_part(&inner.expr))
            }
            _ => false,
        }
    }
}

impl<'e> Visit<'e> for Moves<'_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Assign(e) => self.changes |= self.is_part(&e.left) || self.is_it(&e.left),
            Expr::Binary(e) if crate::validate::security::expressions::is_assignment(&e.op) => {
                self.changes |= self.is_part(&e.left);
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                if self.is_it(&call.receiver) && self.movers.contains(&name) {
                    self.calls.push(name);
                } else if self.is_part(&call.receiver) {
                    // What a field of another type is asked for may move it.
                    self.changes |= !matches!(
                        name.as_str(),
                        "get"
                            | "len"
                            | "is_empty"
                            | "iter"
                            | "peek"
                            | "clone"
                            | "first"
                            | "last"
                            | "chars"
                            | "as_str"
                            | "starts_with"
                            | "find"
                    );
                }
                self.changes |= call.args.iter().any(|argument| self.is_part(argument));
            }
            Expr::Call(call) => {
                self.changes |= call.args.iter().any(|argument| self.is_part(argument) || self.is_it(argument))
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, _: &'e syn::Macro) {
        // What stands there is not read; it may do anything.
        self.changes = true;
    }
}

/// `while let Some(c) = reader.peek() { … }`.
struct Rounds<'r> {
    movers: &'r BTreeSet<String>,
    lookers: &'r BTreeSet<String>,
    stalling: &'r BTreeSet<String>,
    found: Vec<Span>,
}

impl Rounds<'_> {
    /// The branches of a chain of `if`s, or of a `match`.
    fn branches<'e>(expr: &'e Expr, found: &mut Vec<&'e Expr>) {
        match expr {
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| Self::branches(&arm.body, found)),
            Expr::Block(block) => match block.block.stmts.as_slice() {
                [Stmt::Expr(one @ (Expr::If(_) | Expr::Match(_)), _)] => Self::branches(one, found),
                _ => found.push(expr),
            },
            other => found.push(other),
        }
    }

    fn look(&mut self, of: &str, body: &Block) {
        let [Stmt::Expr(only, _)] = body.stmts.as_slice() else { return };
        let mut open = vec![only];
        let mut blocks: Vec<(&[Stmt], Span)> = vec![];
        while let Some(expr) = open.pop() {
            match expr {
                Expr::If(choice) => {
                    blocks.push((&choice.then_branch.stmts, choice.if_token.span));
                    open.extend(choice.else_branch.as_ref().map(|(_, otherwise)| &**otherwise));
                }
                Expr::Block(block) => blocks.push((&block.block.stmts, block.block.brace_token.span.join())),
                Expr::Match(choice) => {
                    let mut ways = vec![];
                    choice.arms.iter().for_each(|arm| Self::branches(&arm.body, &mut ways));
                    for way in ways {
                        self.way(of, |all| all.visit_expr(way), fails(way), way.span());
                    }
                }
                _ => {}
            }
        }
        for (statements, at) in blocks {
            let mut leaves = Fails(false);
            statements.iter().for_each(|statement| leaves.visit_stmt(statement));
            self.way(of, |all| statements.iter().for_each(|statement| all.visit_stmt(statement)), leaves.0, at);
        }
    }

    /// One branch, in which nothing moves on but a function that may not.
    fn way(&mut self, of: &str, walk: impl FnOnce(&mut Moves<'_>), leaves: bool, at: Span) {
        let mut all = Moves { of, movers: self.movers, calls: vec![], changes: false };
        walk(&mut all);
        let [only] = all.calls.as_slice() else { return };
        if !leaves && !all.changes && self.stalling.contains(only) {
            self.found.push(at);
        }
    }
}

impl<'e> Visit<'e> for Rounds<'_> {
    fn visit_expr_while(&mut self, each: &'e ExprWhile) {
        if let Expr::Let(cond) = &*each.cond
            && let Expr::MethodCall(call) = &*cond.expr
            && call.args.is_empty()
            && self.lookers.contains(&call.method.to_string())
            && let Expr::Path(path) = &*call.receiver
            && let Some(of) = path.path.get_ident()
        {
            self.look(&of.to_string(), &each.body);
        }
        visit::visit_expr_while(self, each);
    }
}
