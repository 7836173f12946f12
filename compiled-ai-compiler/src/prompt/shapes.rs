//! What an example shows, as a set of marks: which outcome, which variants, what is absent, what is negative or long.

use std::collections::BTreeSet;

use compiled_ai_core::spec::{Example, Expected};
use compiled_ai_core::value::Value;

/// The marks of one or more examples.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes {
    outcome: BTreeSet<String>,
    input: BTreeSet<String>,
}

impl Shapes {
    /// How much these have that `seen` has not. A mark of the outcome counts as four of the input: it tells what to do.
    pub(super) fn new_to(&self, seen: &Self) -> usize {
        4 * self.outcome.difference(&seen.outcome).count() + self.input.difference(&seen.input).count()
    }

    pub(super) fn add(&mut self, other: Self) {
        self.outcome.extend(other.outcome);
        self.input.extend(other.input);
    }
}

/// The marks of `example`.
pub(super) fn of(example: &Example) -> Shapes {
    let mut shapes = Shapes::default();
    match &example.expected {
        Expected::Output(value) => mark(value, "output", &mut shapes.outcome),
        Expected::Abstain { field } => {
            shapes.outcome.insert("abstain".to_owned());
            shapes.outcome.insert(format!("abstain {}", field.as_deref().unwrap_or_default()));
        }
    }
    example.input.iter().for_each(|(name, value)| mark(value, name, &mut shapes.input));
    shapes
}

fn mark(value: &Value, path: &str, marks: &mut BTreeSet<String>) {
    let of = match value {
        Value::Null => "absent",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Enum(variant) => variant,
        Value::Int(number) => number_kind(*number == 0, *number < 0, false),
        Value::Decimal(number) => number_kind(number.is_zero(), number.is_sign_negative(), !number.is_integer()),
        Value::Float(number) => number_kind(*number == 0.0, *number < 0.0, number.fract() != 0.0),
        Value::String(text) => text_kind(text),
        Value::Date(_) | Value::Time(_) | Value::DateTime(_) => "present",
        Value::Bytes(bytes) => length_kind(bytes.len()),
        Value::List(values) => {
            values.iter().for_each(|value| mark(value, &format!("{path}[]"), marks));
            length_kind(values.len())
        }
        Value::Map(values) => {
            values.values().for_each(|value| mark(value, &format!("{path}[]"), marks));
            length_kind(values.len())
        }
        Value::Record(fields) => {
            fields.iter().for_each(|(name, value)| mark(value, &format!("{path}.{name}"), marks));
            "present"
        }
    };
    marks.insert(format!("{path} {of}"));
}

fn number_kind(is_zero: bool, is_negative: bool, is_fraction: bool) -> &'static str {
    match (is_zero, is_negative, is_fraction) {
        (true, ..) => "zero",
        (_, true, _) => "negative",
        (.., true) => "fraction",
        _ => "whole",
    }
}

fn text_kind(text: &str) -> &'static str {
    match text {
        _ if text.trim().is_empty() => "blank",
        _ if text.contains('\n') => "lines",
        _ if text.contains(char::is_whitespace) => "words",
        _ if text.bytes().any(|byte| byte.is_ascii_digit()) => "word with digits",
        _ => "word",
    }
}

fn length_kind(length: usize) -> &'static str {
    ["none", "one", "several"][length.min(2)]
}
