//! What code means, as far as its text tells: where the input goes, how much work it asks for, and which doors stand open.
//!
//! The gate takes all authority from a candidate, so that nothing here concerns what it can reach. These rules concern what it
//! hands on: markup and commands with the input in them, secrets in an output, hashes that protect nothing, work without a bound.
//! They are heuristics over syntax: what is refused is worth a look, and what passes is not proven. Rules about texts are data, in
//! `gate/semantics-1.toml`.

mod amounts;
mod branches;
mod calls;
mod claims;
mod comparisons;
mod costs;
mod crypto;
mod doors;
mod endless;
mod flow;
mod forms;
mod found;
mod functions;
mod guards;
mod handed;
mod impls;
mod index;
mod indirect;
mod keys;
mod loops;
mod methods;
mod names;
mod nested;
mod operands;
mod operators;
mod places;
mod progress;
mod readings;
mod recursion;
mod references;
mod signatures;
mod squares;
mod stalls;
mod sums;
mod taint;
mod texts;
mod treatments;
mod unrolled;
mod variables;
mod words;
mod work;

use proc_macro2::LineColumn;
use syn::{Expr, File, Macro};

use super::literals::Reader;
use super::macros::Arguments;
use super::refusal::Refusals;

/// Looks at `file`. `is_bare`: there is no spec that says what it is for. Returns the places of the texts in which each value is a
/// member of a list that the code holds.
pub(super) fn check(file: &File, reader: &Reader<'_>, is_bare: bool, refusals: &mut Refusals) -> Vec<LineColumn> {
    let functions = functions::functions(file);
    let index = index::Index::of(file, reader);
    let handed = handed::Handed::of(file, &functions, reader);
    let found = flow::follow(file, &functions, reader, &index, &handed);
    // What was cut short is refused for that.
    let words = words::Words::of(file);
    if !found.is_cut {
        texts::check(&found.built, &words, refusals);
    }
    work::check(&functions, &found, reader, &index, refusals);
    indirect::check(file, &functions, &handed, reader, refusals);
    amounts::check(file, reader, &index, refusals);
    squares::check(file, &functions, refusals);
    impls::check(file, reader, refusals);
    treatments::check(&functions, refusals);
    stalls::check(&functions, refusals);
    // A candidate of a spec runs where its stack ends before anything else does.
    if is_bare {
        nested::check(&functions, refusals);
    }
    crypto::check(file, reader, &words, refusals);
    claims::check(file, &functions, reader, &words, is_bare, refusals);
    forms::check(file, reader, refusals);
    doors::check(file, &functions, reader, &index, words, is_bare, refusals);
    if !found.is_cut && guards::has_lists(file) { texts::listed(&found.built) } else { vec![] }
}

/// Calls `look` with each expression that stands in a macro.
fn each_argument(reader: &Reader<'_>, mac: &Macro, look: &mut dyn FnMut(&Expr)) {
    let Some(parsed) = reader.arguments(mac) else { return };
    match &parsed.1 {
        Arguments::Format { values, .. } => values.iter().for_each(|(_, value)| look(value)),
        Arguments::List(values) => values.iter().for_each(look),
        Arguments::Repeat(value, length) => {
            look(value);
            look(length);
        }
        Arguments::Matches(value, _, guard) => {
            look(value);
            guard.iter().for_each(|guard| look(guard));
        }
        Arguments::Literals(_) => {}
    }
}
