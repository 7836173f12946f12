//! The showcase functions as jobs that can be timed: compiled, and written by hand.

use std::hint::black_box;

use compiled_ai::Abstain;
use serde_json::Value as Json;
use showcase_specs::{order_summary, prior_authorization};

use crate::{examples, handwritten};

/// Calls a function on the input of that number and keeps the answer from being optimised away.
pub type Call = Box<dyn Fn(usize) + Send + Sync>;

/// A showcase spec with two functions for it.
pub struct Job {
    /// The stem of its file.
    pub stem: &'static str,
    /// The inputs of all its examples.
    pub inputs: Vec<Json>,
    /// The function that a model wrote.
    pub compiled: Call,
    /// The function that a person wrote.
    pub by_hand: Call,
}

/// All of them, from the shortest call to the longest.
pub fn all() -> Vec<Job> {
    vec![
        job(
            "prior_authorization",
            |input: &prior_authorization::OwnedInput| prior_authorization::run(input.as_input()),
            |input| handwritten::prior_authorization::decide(input.as_input()),
        ),
        job(
            "order_summary",
            |input: &order_summary::OwnedInput| order_summary::run(input.as_input()),
            |input| handwritten::order_summary::summarize(input.as_input()),
        ),
        job(
            "address",
            |input: &Text| showcase_specs::normalize_address(&input.text),
            |input| handwritten::address::normalize(&input.text),
        ),
        job(
            "receipt",
            |input: &Text| showcase_specs::read_receipt(&input.text),
            |input| handwritten::receipt::read(&input.text),
        ),
    ]
}

#[derive(Clone, serde::Deserialize)]
struct Text {
    text: String,
}

fn job<In, Out>(
    stem: &'static str,
    compiled: impl Fn(&In) -> Result<Out, Abstain> + Send + Sync + 'static,
    by_hand: impl Fn(&In) -> Result<Out, Abstain> + Send + Sync + 'static,
) -> Job
where
    In: serde::de::DeserializeOwned + Clone + Send + Sync + 'static,
    Out: 'static,
{
    let inputs: Vec<Json> = examples::of(stem).into_iter().map(|example| example.input).collect();
    let read = |input: &Json| serde_json::from_value(input.clone()).expect("an example of the spec's types");
    let typed: Vec<In> = inputs.iter().map(read).collect();
    Job { stem, inputs, compiled: call(typed.clone(), compiled), by_hand: call(typed, by_hand) }
}

fn call<In: Send + Sync + 'static, Out>(
    inputs: Vec<In>,
    function: impl Fn(&In) -> Result<Out, Abstain> + Send + Sync + 'static,
) -> Call {
    Box::new(move |number| {
        let _ = black_box(function(black_box(&inputs[number])));
    })
}
