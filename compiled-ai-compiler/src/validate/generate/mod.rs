//! Inputs that no example holds: made from the spec's types, from the shown examples and from the candidate's own literals.
//!
//! The same spec and candidate always give the same inputs, in the same order. Held-out examples are never among what they
//! are made from, because an input on which a candidate fails is told to the model.

mod dictionary;
mod limits;
mod random;
mod shrink;
mod text;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::hash::Hash;
use compiled_ai_core::load::decode;
use compiled_ai_core::spec::{Example, Spec};
use compiled_ai_core::value::Value;

use super::execution::node;
use crate::json;
use dictionary::Dictionary;
use random::Random;
use values::Maker;

/// Unusual values in one place of an example: no more than this many.
const EDGES: usize = 160;
/// Large inputs: no more than this many.
const LONG: usize = 12;
/// Examples changed at random, and inputs made from nothing.
const RANDOM: usize = 120;

/// An input: a value for each field.
pub type Input = BTreeMap<String, Value>;

/// An input that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The input; a value of the spec's input within its limits.
    pub input: Input,
    /// The example that it was made from; `None` if it was made from the types alone.
    pub from: Option<String>,
}

/// Makes the inputs that `candidate` is to be run on.
pub fn cases(spec: &Spec, hash: &Hash, shown: &[&Example], candidate: &str) -> Vec<Case> {
    made_of(&Dictionary::new(spec, candidate), spec, hash, shown)
}

/// Makes inputs without a look at any candidate: of what the spec says and the shown examples hold.
pub fn plain_cases(spec: &Spec, hash: &Hash, shown: &[&Example]) -> Vec<Case> {
    made_of(&Dictionary::of_the_spec(spec), spec, hash, shown)
}

fn made_of(dictionary: &Dictionary, spec: &Spec, hash: &Hash, shown: &[&Example]) -> Vec<Case> {
    let mut maker = Maker { types: &spec.types, dictionary, random: Random::new(hash.as_str()) };
    let mut cases = Cases { spec, seen: BTreeSet::new(), cases: vec![] };
    let bases = bases(shown);
    let bare = [(maker.fresh_record(&spec.input), None)];
    let bases = if bases.is_empty() { &bare[..] } else { &bases[..] };

    let mut edges: Vec<(Input, Option<String>)> = vec![];
    let (first, from) = &bases[0];
    edges.extend(maker.record_edges(first, &spec.input).into_iter().map(|input| (input, from.clone())));
    maker.random.shuffle(&mut edges);
    edges.into_iter().for_each(|(input, from)| cases.add(input, from, EDGES));

    let mut long: Vec<_> =
        maker.record_long(first, &spec.input).into_iter().map(|input| (input, from.clone())).collect();
    maker.random.shuffle(&mut long);
    let most = cases.cases.len() + LONG;
    long.into_iter().for_each(|(input, from)| cases.add(input, from, most));

    let most = cases.cases.len() + RANDOM;
    // An input that is out of limits or was there before is dropped, so a few more are tried.
    for number in 0..RANDOM * 2 {
        if number % 5 == 4 {
            cases.add(maker.fresh_record(&spec.input), None, most);
        } else if let Some((base, from)) = maker.random.pick(bases).cloned() {
            let mut input = base;
            maker.mutate_record(&mut input, &spec.input);
            cases.add(input, from, most);
        }
    }
    cases.cases
}

/// Inputs with less in them than `input`, the boldest steps first. All are values of the spec's input.
pub fn smaller<'s>(spec: &'s Spec, input: &Input) -> impl Iterator<Item = Input> + 's {
    shrink::records(input).into_iter().filter(move |input| is_of_type(spec, &text_of(input)))
}

/// The input as the JSON object that a candidate is called with.
pub(crate) fn text_of(input: &Input) -> String {
    let fields: serde_json::Map<_, _> = input.iter().map(|(name, value)| (name.clone(), json::value(value))).collect();
    serde_json::Value::from(fields).to_string()
}

struct Cases<'s> {
    spec: &'s Spec,
    seen: BTreeSet<Hash>,
    cases: Vec<Case>,
}

impl Cases<'_> {
    fn add(&mut self, input: Input, from: Option<String>, most: usize) {
        let text = text_of(&input);
        if self.cases.len() < most && self.seen.insert(Hash::of(&text)) && is_of_type(self.spec, &text) {
            self.cases.push(Case { input, from });
        }
    }
}

/// The shown examples, the one with the most to spoil first.
fn bases(shown: &[&Example]) -> Vec<(Input, Option<String>)> {
    let mut bases: Vec<_> = shown.iter().map(|example| (example.input.clone(), Some(example.id.clone()))).collect();
    // Longest first; the sort is stable, so ties stay in the spec's order.
    bases.sort_by_key(|(input, _)| std::cmp::Reverse(text_of(input).len()));
    bases
}

/// Whether the loader would take it in an example.
fn is_of_type(spec: &Spec, text: &str) -> bool {
    node(text).is_some_and(|node| decode::record(&node, &spec.input, &spec.types).is_ok())
}
