//! Recursion that no name shows: a function in a table calls what calls the table again.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::codes::gate::UNBOUNDED;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, File, FnArg, Pat, Type};

use super::functions::{Function, Functions};
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

/// Refuses calls of values that may reach themselves. A parameter that is `impl Fn` is another one for each function that is given:
/// it takes a `dyn Fn` to call what calls it.
pub(super) fn check(
    file: &File,
    functions: &Functions<'_>,
    handed: &Handed<'_>,
    reader: &Reader<'_>,
    refusals: &mut Refusals,
) {
    let mut dynamic = Dynamic(false);
    dynamic.visit_file(file);
    if !dynamic.0 || handed.functions.is_empty() && handed.kept.is_empty() && handed.in_macros.is_empty() {
        return;
    }
    let mut edges: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (key, function) in functions {
        let mut calls = Calls { functions, handed, reader, fixed: fixed(function), found: BTreeSet::new() };
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
        let mut calls = Calls { functions, handed, reader, fixed: BTreeSet::new(), found: BTreeSet::new() };
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

/// Whether functions stand behind `dyn` anywhere.
struct Dynamic(bool);

impl<'f> Visit<'f> for Dynamic {
    fn visit_type_trait_object(&mut self, object: &'f syn::TypeTraitObject) {
        self.0 |= object.bounds.iter().any(|bound| match bound {
            syn::TypeParamBound::Trait(bound) => {
                bound.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with("Fn"))
            }
            _ => false,
        });
        visit::visit_type_trait_object(self, object);
    }
}

/// The parameters of a function that are `impl Fn`, or of a type parameter.
fn fixed(function: &Function<'_>) -> BTreeSet<String> {
    let generic: Vec<&syn::Ident> = function.signature.generics.type_params().map(|param| &param.ident).collect();
    let is_fixed = |ty: &Type| match ty {
        Type::ImplTrait(_) => true,
        Type::Path(path) => path.path.get_ident().is_some_and(|name| generic.contains(&name)),
        _ => false,
    };
    let fixed = function.signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(argument) => match (&*argument.pat, &*argument.ty) {
            (Pat::Ident(name), Type::Reference(reference)) if is_fixed(&reference.elem) => Some(name.ident.to_string()),
            (Pat::Ident(name), ty) if is_fixed(ty) => Some(name.ident.to_string()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    });
    fixed.collect()
}

/// What a piece of code calls.
struct Calls<'c, 'f> {
    functions: &'c Functions<'f>,
    handed: &'c Handed<'f>,
    reader: &'c Reader<'c>,
    /// Variables that hold one function only.
    fixed: BTreeSet<String>,
    found: BTreeSet<Node>,
}

impl Calls<'_, '_> {
    fn name(&mut self, name: &str) {
        self.found.extend(self.handed.keys(self.functions, name).into_iter().map(Node::Function));
    }
}

impl<'e> Calls<'_, '_> {
    /// `.map(parse)`.
    fn handed_over(&mut self, arguments: impl IntoIterator<Item = &'e Expr>) {
        for argument in arguments {
            if let Expr::Path(path) = argument
                && let Some(last) = path.path.segments.last()
            {
                self.name(&last.ident.to_string());
            }
        }
    }
}

impl<'e> Visit<'e> for Calls<'_, '_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Call(call) => {
                self.handed_over(&call.args);
                match &*call.func {
                    Expr::Path(path) => {
                        let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                        let is_variable = path.path.segments.len() == 1
                            && !self.functions.contains_key(&last)
                            && last.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
                        if is_variable && self.fixed.contains(&last) {
                            // Whoever gives it stands for it.
                        } else if is_variable && !self.handed.closures.contains_key(&last) {
                            self.found.insert(Node::Any(call.args.len()));
                        } else {
                            self.name(&last);
                        }
                    }
                    _ => _ = self.found.insert(Node::Any(call.args.len())),
                }
            }
            Expr::MethodCall(call) => {
                self.name(&call.method.to_string());
                self.handed_over(&call.args);
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    // One that is kept stands for itself.
    fn visit_expr_closure(&mut self, closure: &'e ExprClosure) {
        if !self.handed.unnamed.contains(&std::ptr::from_ref(closure)) {
            visit::visit_expr_closure(self, closure);
        }
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let (functions, handed, reader, fixed) = (self.functions, self.handed, self.reader, &self.fixed);
        super::each_argument(reader, mac, &mut |argument| {
            let mut inner = Calls { functions, handed, reader, fixed: fixed.clone(), found: BTreeSet::new() };
            inner.visit_expr(argument);
            self.found.append(&mut inner.found);
        });
    }
}
