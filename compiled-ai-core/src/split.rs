//! Which examples a model may see and which are held out.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::hash;
use crate::spec::{Example, Spec};

/// The two parts of a spec's examples, each in the spec's order.
#[derive(Debug, Clone)]
pub struct Split<'a> {
    /// May stand in a prompt.
    pub shown: Vec<&'a Example>,
    /// Never stand in a prompt.
    pub held_out: Vec<&'a Example>,
}

/// Splits the examples of `spec`.
///
/// Examples that say `held_out:` themselves are taken at their word. Of the others, `accuracy.held_out` of them (rounded to
/// the nearest) are held out: those whose input has the smallest hash. So the split depends on nothing but the inputs.
pub fn split(spec: &Spec) -> Split<'_> {
    let mut undecided: Vec<(hash::Hash, usize)> = spec
        .examples
        .iter()
        .enumerate()
        .filter(|(_, example)| example.held_out.is_none())
        .map(|(index, example)| (hash::input(&example.input), index))
        .collect();
    undecided.sort();
    let share = spec.accuracy.held_out * Decimal::from(undecided.len());
    let count = share.round().to_usize().unwrap_or(0).min(undecided.len());
    let mut is_held_out: Vec<bool> = spec.examples.iter().map(|example| example.held_out == Some(true)).collect();
    undecided[..count].iter().for_each(|(_, index)| is_held_out[*index] = true);
    let part = |wanted: bool| {
        spec.examples
            .iter()
            .zip(&is_held_out)
            .filter(|(_, held)| **held == wanted)
            .map(|(example, _)| example)
            .collect()
    };
    Split { shown: part(false), held_out: part(true) }
}
