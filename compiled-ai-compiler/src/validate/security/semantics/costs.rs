//! What following values may cost, and what is remembered so that it is read once.

use proc_macro2::Span;
use syn::{Expr, Lit};

use super::flow::Flow;
use super::found::Unbounded;
use super::taint::{Facts, Value};
use super::{names, readings, texts};

/// Places that are kept of numbers without a bound.
const MOST_UNBOUNDED: usize = 64;
/// Characters of a text, and values of a list, that are looked at in one step.
const CHARACTERS_A_STEP: usize = 64;
const VALUES_A_STEP: usize = 4;

impl Flow<'_, '_> {
    /// Notes what a number without a bound is used for, once for each node.
    pub(super) fn unbounded<T>(&mut self, node: &T, what: Unbounded, at: impl FnOnce(&T) -> Span) {
        let address = std::ptr::from_ref(node).cast::<()>() as usize;
        if self.found.unbounded.len() < MOST_UNBOUNDED && self.found.noted.insert((address, what)) {
            self.found.unbounded.push((at(node), what));
        }
    }

    /// Takes steps from what is left; whether there were so many.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        match self.steps.checked_sub(steps) {
            Some(left) => self.steps = left,
            None => {
                self.steps = 0;
                self.found.is_cut = true;
            }
        }
        !self.found.is_cut
    }

    /// Takes the steps for so many characters.
    pub(super) fn spend_characters(&mut self, characters: usize) -> bool {
        self.spend(characters / CHARACTERS_A_STEP)
    }

    /// Takes the steps for looking at each value in a list, which is done once.
    pub(super) fn spend_values(&mut self, list: &Value) -> bool {
        self.spend(if list.elements.is_unread() { list.weight / VALUES_A_STEP } else { 0 })
    }

    /// What a name says of what it is given to.
    pub(super) fn said(&mut self, name: &str) -> Facts {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let facts = names::facts(name);
        self.names.insert(name.to_owned(), facts);
        facts
    }

    /// What a filter lets through.
    pub(super) fn filter(&mut self, filter: &Expr) -> Facts {
        let reader = self.reader;
        *self.filters.entry(std::ptr::from_ref(filter)).or_insert_with(|| readings::filter(filter, reader))
    }

    /// What a literal is worth.
    pub(super) fn literal(&mut self, literal: &Lit) -> Value {
        let value = self.literals.entry(std::ptr::from_ref(literal));
        value.or_insert_with(|| texts::literal_value(literal)).clone()
    }
}
