//! Recursion that no name shows: a function in a table calls what calls the table again.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::codes::gate::UNBOUNDED;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure};

use super::functions::Functions;
use super::handed::{Handed, arity};
use crate::validate::security::literals::Reader;
use crate::validate::security::refusal::Refusals;

/// A place of the graph of calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Function(String),
    /// A closure that is kept somewhere.
    Closure(usize),
    /// Whatever takes so many arguments and is called as a value.
    Any(usize),
}

/// Refuses calls of values that may reach themselves.
pub(super) fn check(functions: &Functions<'_>, handed: &Handed<'_>, reader: &Reader<'_>, refusals: &mut Refusals) {
    if handed.functions.is_empty() && handed.kept.is_empty() && handed.in_macros.is_empty() {
        return;
    }
    let mut edges: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (key, function) in functions {
        let mut calls = Calls { functions, handed, reader, found: BTreeSet::new() };
        calls.visit_block(function.block);
        places.extend(calls.found.iter().filter_map(|node| match node {
            Node::Any(count) => Some((*count, function.signature.ident.span())),
            _ => None,
        }));
        edges.insert(Node::Function(key.clone()), calls.found);
        if handed.functions.contains(key) {
            edges.entry(Node::Any(arity(function))).or_default().insert(Node::Function(key.clone()));
        }
    }
    for (index, closure) in handed.kept.iter().enumerate() {
        let mut calls = Calls { functions, handed, reader, found: BTreeSet::new() };
        calls.visit_expr(&closure.body);
        edges.insert(Node::Closure(index), calls.found);
        edges.entry(Node::Any(closure.inputs.len())).or_default().insert(Node::Closure(index));
    }
    for (count, name) in &handed.in_macros {
        let reached = handed.keys(functions, name).into_iter().map(Node::Function);
        edges.entry(Node::Any(*count)).or_default().extend(reached);
    }
    for (count, at) in places {
        if reaches_itself(&Node::Any(count), &edges) {
            let help = "call functions by their names where they call each other, with a depth that has a limit";
            refusals.add(UNBOUNDED, Some(674), at, "a function is called as a value, and may call itself so", help);
        }
    }
}

fn reaches_itself(start: &Node, edges: &BTreeMap<Node, BTreeSet<Node>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Node> = edges.get(start).into_iter().flatten().collect();
    while let Some(node) = open.pop() {
        if node == start {
            return true;
        }
        if seen.insert(node) {
            open.extend(edges.get(node).into_iter().flatten());
        }
    }
    false
}

/// What a piece of code calls.
struct Calls<'c, 'f> {
    functions: &'c Functions<'f>,
    handed: &'c Handed<'f>,
    reader: &'c Reader<'c>,
    found: BTreeSet<Node>,
}

impl Calls<'_, '_> {
    fn name(&mut self, name: &str) {
        self.found.extend(self.handed.keys(self.functions, name).into_iter().map(Node::Function));
    }
}

impl<'e> Visit<'e> for Calls<'_, '_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => {
                    let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                    let is_variable = path.path.segments.len() == 1
                        && !self.functions.contains_key(&last)
                        && last.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
                    if is_variable && !self.handed.closures.contains_key(&last) {
                        self.found.insert(Node::Any(call.args.len()));
                    } else {
                        self.name(&last);
                    }
                }
                _ => _ = self.found.insert(Node::Any(call.args.len())),
            },
            Expr::MethodCall(call) => {
                self.name(&call.method.to_string());
                // `.map(parse)`.
                for argument in &call.args {
                    if let Expr::Path(path) = argument
                        && let Some(last) = path.path.segments.last()
                    {
                        self.name(&last.ident.to_string());
                    }
                }
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    // One that is kept stands for itself.
    fn visit_expr_closure(&mut self, closure: &'e ExprClosure) {
        if !self.handed.kept.iter().any(|kept| std::ptr::eq(*kept, closure)) {
            visit::visit_expr_closure(self, closure);
        }
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let (functions, handed, reader) = (self.functions, self.handed, self.reader);
        super::each_argument(reader, mac, &mut |argument| {
            let mut inner = Calls { functions, handed, reader, found: BTreeSet::new() };
            inner.visit_expr(argument);
            self.found.append(&mut inner.found);
        });
    }
}
