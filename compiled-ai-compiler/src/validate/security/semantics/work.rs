//! Loops and recursions that do not end, or whose work grows beyond any bound, as far as their form shows it.

use compiled_ai_core::codes::gate::{LIMIT, UNBOUNDED};
use proc_macro2::Span;
use syn::visit::Visit as _;

use super::found::{Found, Unbounded};
use super::functions::{Function, Functions};
use super::index::Index;
use super::loops::Loops;
use super::recursion::{backtracking, calls_itself, grows_in_type, is_descent, is_endless_recursion};
use crate::validate::security::literals::Reader;
use crate::validate::security::refusal::Refusals;

/// Refuses loops, recursions and memory without a bound.
pub(super) fn check(
    functions: &Functions<'_>,
    found: &Found,
    reader: &Reader<'_>,
    index: &Index,
    refusals: &mut Refusals,
) {
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
            Unbounded::Turns => (
                834,
                "a loop until a number is small, to which the input may add as much as it takes off",
                "count the rounds and stop at a limit, or refuse first what never ends",
            ),
        };
        refusals.add(UNBOUNDED, Some(cwe), *at, message, help);
    }
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    for name in names {
        let block = functions[name].block;
        if calls_itself(block, functions[name].called()) {
            recursion(functions[name], index, refusals);
        }
        let mut loops = Loops { reader, index, refusals };
        loops.visit_block(block);
    }
}

/// What is wrong with a function that calls itself.
fn recursion(function: Function<'_>, index: &Index, refusals: &mut Refusals) {
    let called = function.called();
    let name = called.name;
    if is_endless_recursion(function.block, called, index) {
        let help = "return without a call of itself where the input ends";
        refusals.add(
            UNBOUNDED,
            Some(674),
            function.signature.ident.span(),
            format!("`{name}` calls itself on every path"),
            help,
        );
    }
    if let Some(at) = grows_in_type(function.signature, function.block, called) {
        let help = "call it with values of the types that it was called with";
        refusals.add(UNBOUNDED, Some(674), at, format!("`{name}` calls itself with a larger type each time"), help);
    }
    if is_descent(function.signature, function.block, called) {
        let help = "count the depth in a parameter, and return beyond a limit";
        let message = format!("`{name}` calls itself as deep as the input is nested");
        refusals.add(UNBOUNDED, Some(674), function.signature.ident.span(), message, help);
    }
    if let Some(at) = backtracking(function.signature, function.block, called, returns_bool(function.signature)) {
        let help = "remember what was tried, or go through the text once with a position to come back to";
        let message = format!("`{name}` tries all ways of splitting its input, again and again");
        refusals.add(UNBOUNDED, Some(1333), at, message, help);
    }
}

fn returns_bool(signature: &syn::Signature) -> bool {
    matches!(&signature.output, syn::ReturnType::Type(_, ty) if matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("bool")))
}
