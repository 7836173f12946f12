//! The last step of `target: wasm`: a candidate that passed every stage is made into the component that is shipped, and the
//! component is asked all over again.
//!
//! The stages before this judge an unoptimised module and a native program, which answer alike. The component is compiled from
//! the same source, optimised, and called in another way: so every example and every input that was made is put to it once
//! more, and where it gives another answer than the native program, nothing is locked.

mod build;
mod patterns;
mod run;
mod values;

use std::fmt;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;

use super::execution::Outcome;
use super::generate::{self, Input};
use super::run::Proven;

pub use build::{SPEC_SECTION, WIT_SECTION, build, check};
pub use run::{Answer, Callable};

/// Smaller inputs that are tried for a difference.
const SHRINKING_STEPS: usize = 400;

/// An input on which a component answers differently than the native program.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The input, as small as it could be made; `None` if it is held out.
    pub input: Option<Input>,
    /// What the native program answers, and what the component.
    pub answers: Option<(Outcome, Answer)>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Characters of an answer.
        const LONGEST: usize = 300;
        let cut = |text: String| text.chars().take(LONGEST).collect::<String>();

        match (&self.input, &self.answers) {
            (Some(input), Some((native, component))) => write!(
                f,
                "As a WebAssembly component it answers differently than as a native program.\nInput: {}\nNative: {}\nComponent: {}",
                cut(generate::text_of(input)),
                cut(format!("{native:?}")),
                cut(format!("{component:?}"))
            ),
            _ => f.write_str(
                "On a held-out example it answers differently as a WebAssembly component than as a native program.",
            ),
        }
    }
}

/// Puts every input that a candidate was proven on to `component`; what it answers differently.
///
/// # Errors
/// The engine refuses the component.
pub fn compare(component: &[u8], spec: &Spec, proven: &Proven) -> Result<Option<Difference>, Box<Diagnostic>> {
    check(component, spec)?;
    let callable = Callable::new(component, spec)?;
    let Some(differing) =
        proven.answered().iter().find(|answered| !is_same(&answered.outcome, &callable.call(&answered.input)))
    else {
        return Ok(None);
    };
    if differing.is_held_out {
        return Ok(Some(Difference { input: None, answers: None }));
    }
    let mut found = (differing.input.clone(), differing.outcome.clone(), callable.call(&differing.input));
    let mut steps = SHRINKING_STEPS;
    'smaller: loop {
        for input in generate::smaller(spec, &found.0) {
            if steps == 0 {
                break 'smaller;
            }
            steps -= 1;
            let Some(outcome) = proven.ask(spec, &input) else { continue };
            let answer = callable.call(&input);
            if !is_same(&outcome, &answer) {
                found = (input, outcome, answer);
                continue 'smaller;
            }
        }
        break;
    }
    Ok(Some(Difference { input: Some(found.0), answers: Some((found.1, found.2)) }))
}

/// Makes the component of a candidate that passed every stage, and compares it.
///
/// # Errors
/// It can't be made: a fault of the toolchain or of this compiler.
pub fn make(
    kit: &crate::kit::Kit,
    spec: &Spec,
    hash: &Hash,
    candidate: &str,
    proven: &Proven,
) -> Result<Result<Vec<u8>, Difference>, Box<Diagnostic>> {
    let component = build(kit, spec, hash, candidate)?;
    Ok(match compare(&component, spec, proven)? {
        None => Ok(component),
        Some(difference) => Err(difference),
    })
}

fn is_same(native: &Outcome, component: &Answer) -> bool {
    match (native, component) {
        (Outcome::Output(native), Answer::Output(component)) => is_identical(native, component),
        (
            Outcome::Abstained { reason, field },
            Answer::Abstained { reason: component_reason, field: component_field },
        ) => reason == component_reason && field == component_field,
        _ => false,
    }
}

/// Equal to the last digit: `1.50` is not `1.5`, and a float is its bits.
fn is_identical(a: &Value, b: &Value) -> bool {
    let maps = |a: &std::collections::BTreeMap<String, Value>, b: &std::collections::BTreeMap<String, Value>| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && is_identical(a.1, b.1))
    };
    match (a, b) {
        (Value::Decimal(a), Value::Decimal(b)) => a.to_string() == b.to_string(),
        (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_identical(a, b)),
        (Value::Map(a), Value::Map(b)) | (Value::Record(a), Value::Record(b)) => maps(a, b),
        (a, b) => a == b,
    }
}
