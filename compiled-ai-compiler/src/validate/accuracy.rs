//! Stage 4: how many answers are right? Pure: compares outcomes with what the examples expect.

use std::collections::BTreeMap;

use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::hit;
use compiled_ai_core::lock::{Accuracies, Accuracy, Score};
use compiled_ai_core::spec::{Example, Expected, Field, Shape, Spec, Type};
use compiled_ai_core::value::Value;

use super::differential::Generated;
use super::execution::{Failure, FailureKind, HeldOutRuns, Outcome, Ran, ShownRuns};

/// How well a candidate did, and on which shown examples it went wrong.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// On the examples that a prompt may hold.
    pub shown: PartReport,
    /// On the held-out examples; `None` if there are none.
    pub held_out: Option<PartReport>,
    /// What went wrong on the shown examples, in the spec's order. Held-out examples are never among them.
    pub mistakes: Vec<Mistake<'a>>,
    /// What came of inputs that no example holds.
    pub generated: Generated,
    /// What nothing reaches, with lines of the candidate; `None` of one that did not pass, which is not measured.
    pub coverage: Option<Coverage>,
}

/// Counts over the examples of one part: all that is ever told of the held-out part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartReport {
    /// What a lock records.
    pub accuracy: Accuracy,
    /// Examples that failed to run, by the sort of failure.
    pub failures: BTreeMap<FailureKind, usize>,
}

/// Something that went wrong on a shown example.
#[derive(Debug, Clone)]
pub struct Mistake<'a> {
    /// The example.
    pub example: &'a Example,
    /// What went wrong.
    pub what: What,
}

/// What went wrong on an example.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A field of the output record has another value.
    Field {
        /// Its name.
        field: String,
        /// What the example says.
        expected: Value,
        /// What the candidate returned.
        found: Value,
    },
    /// The output, which is no record, has another value.
    Output {
        /// What the example says.
        expected: Value,
        /// What the candidate returned.
        found: Value,
    },
    /// It abstained although the example has an output.
    Abstained {
        /// Why, in the candidate's words.
        reason: String,
        /// The field that it named.
        field: Option<String>,
    },
    /// It returned an output although the example expects an abstention.
    DidNotAbstain {
        /// The field that the example names.
        field: Option<String>,
        /// What the candidate returned.
        found: Value,
    },
    /// It abstained, as the example expects, but on another field.
    AbstainedElsewhere {
        /// The field that the example names.
        expected: String,
        /// The field that the candidate named.
        found: Option<String>,
    },
    /// It failed to run.
    Failed(Failure),
}

impl Report<'_> {
    /// Whether it failed on nothing that it was run on.
    pub fn ran(&self) -> bool {
        self.examples_ran() && self.generated.findings.is_empty()
    }

    /// Whether it failed on no example.
    pub fn examples_ran(&self) -> bool {
        self.parts().all(|part| part.failures.is_empty())
    }

    /// Whether each part reaches what the spec asks for.
    pub fn reaches(&self, spec: &Spec) -> bool {
        self.parts().all(|part| hit::reaches(&hit::score(&part.accuracy, spec.accuracy.of), spec))
    }

    /// What a lock records.
    pub fn accuracies(&self) -> Accuracies {
        Accuracies {
            shown: self.shown.accuracy.clone(),
            held_out: self.held_out.as_ref().map(|part| part.accuracy.clone()),
        }
    }

    fn parts(&self) -> impl Iterator<Item = &PartReport> {
        std::iter::once(&self.shown).chain(&self.held_out)
    }
}

/// Compares outcomes with what the examples expect.
pub fn judge<'a>(spec: &Spec, shown: &ShownRuns<'a>, held_out: &HeldOutRuns<'a>, generated: Generated) -> Report<'a> {
    let fields = output_fields(spec);
    Report {
        shown: part(shown.runs(), fields),
        held_out: (!held_out.runs().is_empty()).then(|| part(held_out.runs(), fields)),
        mistakes: shown.runs().iter().flat_map(|ran| mistakes(ran, fields)).collect(),
        generated,
        coverage: None,
    }
}

/// The fields that are scored one by one; none if the output is no record.
fn output_fields(spec: &Spec) -> &[Field] {
    let Type::Named(name) = &spec.output else { return &[] };
    match spec.types.get(name).map(|definition| &definition.shape) {
        Some(Shape::Record(fields)) => fields,
        _ => &[],
    }
}

fn part(runs: &[Ran<'_>], fields: &[Field]) -> PartReport {
    let right = runs.iter().filter(|ran| mistakes(ran, fields).is_empty()).count();
    let expected: Vec<(&Value, &Outcome)> = runs
        .iter()
        .filter_map(|ran| match &ran.example.expected {
            Expected::Output(value) => Some((value, &ran.outcome)),
            Expected::Abstain { .. } => None,
        })
        .collect();
    let abstained = expected.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Abstained { .. })).count();
    let by_field = fields.iter().map(|field| {
        let is_right = |(expected, outcome): &&(&Value, &Outcome)| match outcome {
            Outcome::Output(found) => of(expected, &field.name) == of(found, &field.name),
            Outcome::Abstained { .. } | Outcome::Failed(_) => false,
        };
        (field.name.clone(), Score::new(expected.iter().filter(is_right).count(), expected.len()))
    });
    let mut failures = BTreeMap::new();
    for ran in runs {
        if let Outcome::Failed(failure) = &ran.outcome {
            *failures.entry(failure.kind).or_insert(0) += 1;
        }
    }
    PartReport {
        accuracy: Accuracy { examples: Score::new(right, runs.len()), abstained, fields: by_field.collect() },
        failures,
    }
}

/// What is wrong with an outcome; nothing if it is right.
fn mistakes<'a>(ran: &Ran<'a>, fields: &[Field]) -> Vec<Mistake<'a>> {
    let whats = match (&ran.example.expected, &ran.outcome) {
        (_, Outcome::Failed(failure)) => vec![What::Failed(failure.clone())],
        (Expected::Output(expected), Outcome::Output(found)) if fields.is_empty() => {
            if expected == found {
                vec![]
            } else {
                vec![What::Output { expected: expected.clone(), found: found.clone() }]
            }
        }
        (Expected::Output(expected), Outcome::Output(found)) => fields
            .iter()
            .map(|field| (field, of(expected, &field.name), of(found, &field.name)))
            .filter(|(_, expected, found)| expected != found)
            .map(|(field, expected, found)| What::Field {
                field: field.name.clone(),
                expected: expected.clone(),
                found: found.clone(),
            })
            .collect(),
        (Expected::Output(_), Outcome::Abstained { reason, field }) => {
            vec![What::Abstained { reason: reason.clone(), field: field.clone() }]
        }
        (Expected::Abstain { field }, Outcome::Output(found)) => {
            vec![What::DidNotAbstain { field: field.clone(), found: found.clone() }]
        }
        (Expected::Abstain { field: Some(expected) }, Outcome::Abstained { field: found, .. })
            if found.as_ref() != Some(expected) =>
        {
            vec![What::AbstainedElsewhere { expected: expected.clone(), found: found.clone() }]
        }
        (Expected::Abstain { .. }, Outcome::Abstained { .. }) => vec![],
    };
    whats.into_iter().map(|what| Mistake { example: ran.example, what }).collect()
}

/// A field of a record; a value of a checked record has each of its fields.
fn of<'v>(value: &'v Value, field: &str) -> &'v Value {
    match value {
        Value::Record(fields) => fields.get(field).unwrap_or(&Value::Null),
        _ => &Value::Null,
    }
}
