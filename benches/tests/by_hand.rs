//! What is measured against the compiled functions does the same job: it agrees with all examples, shown and held out.

use compiled_ai::Abstain;
use compiled_ai_benches::examples::{self, Example};
use compiled_ai_benches::handwritten;
use compiled_ai_benches::python::{self, Server};
use serde_json::Value as Json;
use showcase_specs::{Address, Receipt, order_summary as order, prior_authorization as request};

/// The ids of the examples with which `answer` does not agree, and what it says instead.
fn disagreements<Output: PartialEq + std::fmt::Debug>(
    examples: &[Example],
    read: impl Fn(&Json) -> Output,
    mut answer: impl FnMut(&Json) -> Result<Output, Option<String>>,
) -> Vec<String> {
    let judge = |example: &Example| {
        let answer = answer(&example.input);
        let agrees = match (&example.expected, &answer) {
            (Ok(expected), Ok(answer)) => read(expected) == *answer,
            (Err(expected), Err(field)) => expected.is_none() || expected == field,
            _ => false,
        };
        (!agrees).then(|| format!("{}: {answer:?}", example.id))
    };
    examples.iter().filter_map(judge).collect()
}

fn field(abstain: Abstain) -> Option<String> {
    abstain.field.map(|field| field.into_owned())
}

fn read<T: serde::de::DeserializeOwned>(json: &Json) -> T {
    serde_json::from_value(json.clone()).unwrap()
}

fn text(input: &Json) -> &str {
    input["text"].as_str().unwrap()
}

/// What the same function in Python says.
fn in_python<T: serde::de::DeserializeOwned>(
    server: &mut Server,
    stem: &str,
    input: &Json,
) -> Result<T, Option<String>> {
    let answer = server.call(stem, input).unwrap();
    match answer.abstained {
        Some(field) => Err(field),
        None => Ok(read(&answer.output)),
    }
}

macro_rules! agrees {
    ($stem:ident, $output:ty, $by_hand:expr) => {
        mod $stem {
            use super::*;

            #[test]
            fn by_hand() {
                let examples = examples::of(stringify!($stem));
                assert!(examples.iter().any(|example| example.expected.is_err()));
                let wrong = disagreements::<$output>(&examples, read, |input| $by_hand(input).map_err(field));
                assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
            }

            #[test]
            fn in_python() {
                let Some(mut server) = Server::start().unwrap() else {
                    eprintln!("{}", python::MISSING);
                    return;
                };
                let examples = examples::of(stringify!($stem));
                let answer = |input: &Json| super::in_python(&mut server, stringify!($stem), input);
                let wrong = disagreements::<$output>(&examples, read, answer);
                assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
            }
        }
    };
}

agrees!(receipt, Receipt, |input| handwritten::receipt::read(text(input)));
agrees!(address, Address, |input| handwritten::address::normalize(text(input)));
agrees!(prior_authorization, request::Output, |input| {
    let input: request::OwnedInput = read(input);
    handwritten::prior_authorization::decide(input.as_input())
});
agrees!(order_summary, order::Output, |input| {
    let input: order::OwnedInput = read(input);
    handwritten::order_summary::summarize(input.as_input())
});
