//! Functions that call themselves: as deep as the input says, without an end, or again and again on the same.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, FnArg, Pat, Stmt};

use super::functions::Called;
use super::index::Index;
use super::operands::{number, root};
use super::places::{goes_on_from_each, tries_places};
use crate::validate::security::place::span_of;

/// The parameters that a function hands to itself with something taken off: a recursion as deep as their numbers.
pub(super) fn counted_parameters(called: Called<'_>, signature: &syn::Signature, block: &Block) -> Vec<Option<String>> {
    let parameters: Vec<Option<String>> = parameters(signature).collect();
    let mut calls = Calls { called, found: vec![] };
    calls.visit_block(block);
    if calls.found.is_empty() {
        return parameters.iter().map(|_| None).collect();
    }
    let is_counted = |index: usize, parameter: &String| {
        calls.found.iter().any(|arguments| {
            arguments.get(index).is_some_and(|argument| match argument {
                Expr::Binary(e) => {
                    // What is tried in several ways each time need not go by one.
                    let by = number(&e.right).is_some() || matches!(e.op, BinOp::Sub(_)) && calls.found.len() > 1;
                    matches!(e.op, BinOp::Sub(_) | BinOp::Add(_)) && root(&e.left).as_ref() == Some(parameter) && by
                }
                Expr::MethodCall(call) => {
                    matches!(
                        call.method.to_string().as_str(),
                        "wrapping_sub" | "saturating_sub" | "wrapping_add" | "saturating_add"
                    ) && root(&call.receiver).as_ref() == Some(parameter)
                }
                _ => false,
            })
        })
    };
    parameters
        .into_iter()
        .enumerate()
        .map(|(index, parameter)| parameter.filter(|parameter| is_counted(index, parameter)))
        .collect()
}

/// The names of what a function takes beside itself; `None` where it takes it apart.
fn parameters(signature: &syn::Signature) -> impl Iterator<Item = Option<String>> {
    signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(match &*typed.pat {
            Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        }),
        FnArg::Receiver(_) => None,
    })
}

/// Whether a function calls itself anywhere.
pub(super) fn calls_itself(block: &Block, called: Called<'_>) -> bool {
    let mut calls = Calls { called, found: vec![] };
    calls.visit_block(block);
    !calls.found.is_empty()
}

/// The calls of a function within its own body.
struct Calls<'n, 'e> {
    called: Called<'n>,
    found: Vec<Vec<&'e Expr>>,
}

impl<'e> Visit<'e> for Calls<'_, 'e> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        if let Some(arguments) = call_of(expr, self.called) {
            self.found.push(arguments);
        }
        visit::visit_expr(self, expr);
    }
}

/// The arguments, if `expr` is a call of the function itself.
pub(super) fn call_of<'e>(expr: &'e Expr, called: Called<'_>) -> Option<Vec<&'e Expr>> {
    match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if is_own_path(&path.path, called) => Some(call.args.iter().collect()),
            _ => None,
        },
        Expr::MethodCall(call)
            if call.method == *called.name
                && matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("self")) =>
        {
            Some(call.args.iter().collect())
        }
        _ => None,
    }
}

/// `name` or `Self::name`; `Vec::name` is another, and so is a free `name` for one of a type.
fn is_own_path(path: &syn::Path, called: Called<'_>) -> bool {
    let least = if called.is_of_type { 2 } else { 1 };
    let mut segments = path.segments.iter().rev();
    path.segments.len() >= least
        && segments.next().is_some_and(|last| last.ident == *called.name)
        && segments.all(|segment| segment.ident == "Self")
}

pub(super) fn is_endless_recursion(block: &Block, called: Called<'_>, index: &Index) -> bool {
    !index.leaves(block) && block_must_call(block, called)
}

fn block_must_call(block: &Block, called: Called<'_>) -> bool {
    block.stmts.iter().any(|statement| match statement {
        Stmt::Local(local) => local.init.as_ref().is_some_and(|init| must_call(&init.expr, called)),
        Stmt::Expr(expr, _) => must_call(expr, called),
        _ => false,
    })
}

/// Whether evaluating `expr` always calls the function.
fn must_call(expr: &Expr, called: Called<'_>) -> bool {
    if call_of(expr, called).is_some() {
        return true;
    }
    let of = |expr: &Expr| must_call(expr, called);
    match expr {
        Expr::Paren(e) => of(&e.expr),
        Expr::Group(e) => of(&e.expr),
        Expr::Reference(e) => of(&e.expr),
        Expr::Unary(e) => of(&e.expr),
        Expr::Cast(e) => of(&e.expr),
        Expr::Field(e) => of(&e.base),
        Expr::Binary(e) => of(&e.left) || !matches!(e.op, BinOp::And(_) | BinOp::Or(_)) && of(&e.right),
        Expr::Assign(e) => of(&e.right),
        Expr::Block(e) => block_must_call(&e.block, called),
        Expr::If(e) => {
            of(&e.cond)
                || e.else_branch
                    .as_ref()
                    .is_some_and(|(_, otherwise)| block_must_call(&e.then_branch, called) && of(otherwise))
        }
        Expr::Match(e) => of(&e.expr) || !e.arms.is_empty() && e.arms.iter().all(|arm| of(&arm.body)),
        Expr::Call(e) => e.args.iter().any(of),
        Expr::MethodCall(e) => of(&e.receiver),
        Expr::Tuple(e) => e.elems.iter().any(of),
        _ => false,
    }
}

/// Where a generic function calls itself with its value inside of a tuple, an array or a constructor.
pub(super) fn grows_in_type(signature: &syn::Signature, block: &Block, called: Called<'_>) -> Option<Span> {
    signature.generics.type_params().next()?;
    let mut calls = Calls { called, found: vec![] };
    calls.visit_block(block);
    let is_larger = |argument: &&&Expr| match argument {
        Expr::Tuple(tuple) => !tuple.elems.is_empty(),
        Expr::Array(_) => true,
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
            }
            _ => false,
        },
        _ => false,
    };
    calls.found.iter().flatten().find(is_larger).map(|argument| span_of(argument))
}

/// A reader of nested text that goes on with a position: nothing counts how deep it is.
pub(super) fn is_descent(signature: &syn::Signature, block: &Block, called: Called<'_>) -> bool {
    let mut position = false;
    let mut source = false;
    let mut counts = false;
    let mut compared = None;
    for input in &signature.inputs {
        let typed = match input {
            FnArg::Typed(typed) => typed,
            // `self` holds the text and where it is read, and perhaps how deep.
            FnArg::Receiver(receiver) => {
                let reads = matches!(&receiver.kind, syn::ReceiverKind::Reference(_, _, Some(_)));
                position |= reads;
                source |= reads;
                counts |= ["depth", "level", "limit", "left", "budget", "nest", "nesting", "remaining", "max_depth"]
                    .iter()
                    .any(|word| compared.get_or_insert_with(|| compared_in(block)).contains(*word));
                continue;
            }
        };
        let name = match &*typed.pat {
            Pat::Ident(name) => name.ident.to_string().to_lowercase(),
            _ => String::new(),
        };
        let is_count = ["depth", "level", "limit", "left", "budget", "nest", "remaining", "max"]
            .iter()
            .any(|word| name.contains(word));
        counts |= is_count && compared.get_or_insert_with(|| compared_in(block)).contains(&name);
        position |= match &*typed.ty {
            syn::Type::Path(path) => path.path.is_ident("usize"),
            syn::Type::Reference(reference) => {
                reference.mutability.is_some()
                    && matches!(&*reference.elem, syn::Type::Path(path) if path.path.is_ident("usize"))
            }
            _ => false,
        };
        source |= match &*typed.ty {
            syn::Type::Reference(reference) => match &*reference.elem {
                syn::Type::Slice(_) => true,
                syn::Type::Path(path) => path.path.is_ident("str"),
                _ => false,
            },
            _ => false,
        };
    }
    if counts || !position || !source {
        return false;
    }
    let mut calls = Calls { called, found: vec![] };
    calls.visit_block(block);
    let mut brackets = Brackets(false);
    brackets.visit_block(block);
    !calls.found.is_empty() && brackets.0
}

/// The variables whose values a function asks for: compares them, matches them, or counts down with a check. In lower case.
fn compared_in(block: &Block) -> BTreeSet<String> {
    let mut compared = Compared(BTreeSet::new());
    compared.visit_block(block);
    compared.0
}

struct Compared(BTreeSet<String>);

impl<'e> Visit<'e> for Compared {
    fn visit_expr(&mut self, expr: &'e Expr) {
        let (one, other) = match expr {
            Expr::Binary(e)
                if matches!(
                    e.op,
                    BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Eq(_) | BinOp::Ne(_)
                ) =>
            {
                (Some(&e.left), Some(&e.right))
            }
            Expr::Match(e) => (Some(&e.expr), None),
            Expr::MethodCall(call) if call.method == "checked_sub" => (Some(&call.receiver), None),
            _ => (None, None),
        };
        let names = [one, other].into_iter().flatten().filter_map(|expr| root(expr));
        self.0.extend(names.map(|name| name.to_lowercase()));
        visit::visit_expr(self, expr);
    }
}

/// Whether an opening bracket is looked for.
struct Brackets(bool);

impl<'e> Visit<'e> for Brackets {
    fn visit_lit(&mut self, lit: &'e syn::Lit) {
        self.0 |= match lit {
            syn::Lit::Char(c) => matches!(c.value(), '(' | '[' | '{' | '<'),
            syn::Lit::Byte(byte) => matches!(byte.value(), b'(' | b'[' | b'{' | b'<'),
            syn::Lit::Str(text) => matches!(text.value().as_str(), "(" | "[" | "{" | "<"),
            _ => false,
        };
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let text = mac.tokens.to_string();
        self.0 |= ["'('", "'['", "'{'", "'<'"].iter().any(|bracket| text.contains(bracket));
    }
}

/// Where a function with two calls of itself on what is left of its input chooses between them, and remembers nothing.
pub(super) fn backtracking(
    signature: &syn::Signature,
    block: &Block,
    called: Called<'_>,
    is_bool: bool,
) -> Option<Span> {
    let mut finder = Backtracking {
        called,
        is_bool,
        parameters: parameters(signature).flatten().collect(),
        found: None,
        remembers: false,
        rests: 0,
        suffixes: 0,
        bound: vec![],
    };
    finder.visit_block(block);
    if finder.found.is_none() {
        finder.found = match is_bool {
            true => tries_places(signature, block, called),
            false => goes_on_from_each(signature, block, called),
        };
    }
    finder.found.filter(|_| !finder.remembers)
}

struct Backtracking<'n> {
    called: Called<'n>,
    is_bool: bool,
    parameters: BTreeSet<String>,
    found: Option<Span>,
    remembers: bool,
    /// Calls with what is left of the input, and with what is left from a place on, so far.
    rests: usize,
    suffixes: usize,
    /// Variables that are bound in it and given to those calls: `tail` of `[_, tail @ ..]`.
    bound: Vec<String>,
}

impl<'e> Visit<'e> for Backtracking<'_> {
    fn visit_ident(&mut self, name: &'e proc_macro2::Ident) {
        let name = name.to_string().to_lowercase();
        self.remembers |= ["memo", "cache", "seen", "visited", "budget", "fuel", "steps", "tried"]
            .iter()
            .any(|word| name.contains(word));
    }

    fn visit_expr(&mut self, expr: &'e Expr) {
        if let Some(arguments) = call_of(expr, self.called) {
            self.rests += usize::from(takes_rest(&arguments));
            self.suffixes += usize::from(takes_suffix(&arguments));
            let names = arguments.iter().filter_map(|argument| match argument {
                Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
                _ => None,
            });
            self.bound.extend(names.filter(|name| !self.parameters.contains(name)));
        }
        // The outermost counts: it stands for those in it.
        let (before, rests) = (self.found, self.rests);
        match expr {
            Expr::Binary(e) if matches!(e.op, BinOp::Or(_)) => {
                let bound = self.bound.len();
                self.visit_expr(&e.left);
                let (left, middle) = (self.rests, self.bound.len());
                self.visit_expr(&e.right);
                // `step(rest, tail) || step(pattern, tail)`: the same is gone through in two ways.
                let (of_left, of_right) = self.bound[bound..].split_at(middle - bound);
                let is_same = self.is_bool && of_left.iter().any(|name| of_right.contains(name));
                if before.is_none() && (is_same || left > rests && self.rests > left) {
                    self.found = Some(span_of(&e.left));
                }
            }
            Expr::ForLoop(e) => {
                self.visit_pat(&e.pat);
                self.visit_expr(&e.expr);
                self.loop_body(&e.body);
            }
            Expr::While(e) => {
                self.visit_expr(&e.cond);
                self.loop_body(&e.body);
            }
            Expr::Loop(e) => self.loop_body(&e.body),
            Expr::MethodCall(call) if matches!(call.method.to_string().as_str(), "any" | "all") => {
                self.visit_expr(&call.receiver);
                let suffixes = self.suffixes;
                call.args.iter().for_each(|argument| self.visit_expr(argument));
                if before.is_none() && self.is_bool && self.suffixes > suffixes {
                    self.found = Some(call.method.span());
                }
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}

impl Backtracking<'_> {
    fn loop_body(&mut self, body: &Block) {
        let (before, suffixes) = (self.found, self.suffixes);
        self.visit_block(body);
        if before.is_none() && self.is_bool && self.suffixes > suffixes {
            self.found = Some(body.brace_token.span.join());
        }
    }
}

fn takes_rest(arguments: &[&Expr]) -> bool {
    takes_suffix(arguments)
        || arguments.iter().any(|argument| matches!(argument, Expr::Binary(e) if matches!(e.op, BinOp::Add(_)) && number(&e.right).is_some()))
}

/// `&text[n..]`.
fn takes_suffix(arguments: &[&Expr]) -> bool {
    arguments.iter().any(|argument| match argument {
        Expr::Reference(reference) => match &*reference.expr {
            Expr::Index(index) => matches!(&*index.index, Expr::Range(range) if range.end.is_none()),
            _ => false,
        },
        _ => false,
    })
}
