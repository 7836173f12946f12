//! Taking inputs apart and putting them together otherwise.

use std::collections::BTreeMap;

use compiled_ai_core::value::Value;
use rust_decimal::Decimal;

/// Inputs that are made of one at most.
const MOST: usize = 10;

/// The plain values within a value, with their paths: `lines[0].price`.
pub(super) fn leaves(value: &Value) -> Vec<(String, &Value)> {
    fn walk<'v>(value: &'v Value, path: String, found: &mut Vec<(String, &'v Value)>) {
        match value {
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    walk(value, format!("{path}[{index}]"), found);
                }
            }
            Value::Record(fields) | Value::Map(fields) => {
                for (name, value) in fields {
                    walk(value, format!("{path}.{name}"), found);
                }
            }
            _ => found.push((path, value)),
        }
    }
    let mut found = vec![];
    walk(value, String::new(), &mut found);
    found
}

/// `input` with other texts where `change` gives one, and how many there are.
pub(super) fn texts(
    input: &BTreeMap<String, Value>,
    change: &mut dyn FnMut(&str) -> Option<String>,
) -> (BTreeMap<String, Value>, usize) {
    let mut count = 0;
    let input = every(input, &mut |value| match value {
        Value::String(text) => change(text).map(|text| {
            count += 1;
            Value::String(text)
        }),
        _ => None,
    });
    (input, count)
}

/// `input` with another number in one place, or in all.
pub(super) fn numbers(input: &BTreeMap<String, Value>) -> Vec<BTreeMap<String, Value>> {
    let changes: [fn(Decimal) -> Option<Decimal>; 2] =
        [|number| number.checked_add(Decimal::ONE), |number| number.checked_mul(Decimal::TWO)];
    let mut inputs = vec![];
    for change in changes {
        let mut changed = 0;
        loop {
            let mut seen = 0;
            let edited = every(input, &mut |value| {
                let other = other_number(value, change)?;
                seen += 1;
                (seen == changed + 1).then_some(other)
            });
            if changed >= seen || inputs.len() >= MOST {
                break;
            }
            changed += 1;
            inputs.push(edited);
        }
        if changed > 1 {
            inputs.push(every(input, &mut |value| other_number(value, change)));
        }
    }
    inputs
}

fn other_number(value: &Value, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Value> {
    let other = match value {
        Value::Int(number) => Value::Int(i64::try_from(change(Decimal::from(*number))?).ok()?),
        Value::Decimal(number) => Value::Decimal(change(*number)?),
        Value::Float(number) => Value::Float(f64::try_from(change(Decimal::try_from(*number).ok()?)?).ok()?),
        _ => return None,
    };
    (other != *value).then_some(other)
}

/// `input` with another digit in one of its numbers; those at the end, where totals stand, come first.
pub(super) fn digits(input: &BTreeMap<String, Value>) -> Vec<BTreeMap<String, Value>> {
    let mut inputs = vec![];
    for (name, value) in input {
        let Value::String(text) = value else { continue };
        let is_first = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_digit());
        let starts = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).filter(|at| is_first(*at));
        let starts: Vec<usize> = starts.collect();
        for at in starts.into_iter().rev().take(MOST * 2) {
            let digit = text.as_bytes()[at] - b'0';
            let other = char::from(b'0' + digit % 9 + 1);
            let mut input = input.clone();
            input.insert(name.clone(), Value::String(format!("{}{other}{}", &text[..at], &text[at + 1..])));
            inputs.push(input);
        }
    }
    inputs
}

fn every(input: &BTreeMap<String, Value>, change: &mut dyn FnMut(&Value) -> Option<Value>) -> BTreeMap<String, Value> {
    input.iter().map(|(name, value)| (name.clone(), changed(value, change))).collect()
}

fn changed(value: &Value, change: &mut dyn FnMut(&Value) -> Option<Value>) -> Value {
    match value {
        Value::List(values) => Value::List(values.iter().map(|value| changed(value, change)).collect()),
        Value::Map(entries) => Value::Map(every(entries, change)),
        Value::Record(fields) => Value::Record(every(fields, change)),
        _ => change(value).unwrap_or_else(|| value.clone()),
    }
}
