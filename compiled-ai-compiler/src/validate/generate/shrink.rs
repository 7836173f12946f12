//! Smaller values: each has less in it than the one before, so that taking one after the other ends.

use std::collections::BTreeMap;

use compiled_ai_core::value::Value;
use compiled_ai_runtime::Decimal;

use super::text::boundary;

/// Texts and lists are taken apart into this many pieces at most; finer cuts come once they are short.
const FINEST: usize = 32;

/// Inputs with one place made smaller, the boldest steps first.
pub(super) fn records(record: &BTreeMap<String, Value>) -> Vec<BTreeMap<String, Value>> {
    let mut steps: Vec<Vec<BTreeMap<String, Value>>> = vec![];
    for (name, value) in record {
        let with = |value| {
            let mut smaller = record.clone();
            smaller.insert(name.clone(), value);
            smaller
        };
        steps.push(values(value).into_iter().map(with).collect());
    }
    // A step of each field in turn: the large text is not done before the small number is looked at.
    let longest = steps.iter().map(Vec::len).max().unwrap_or(0);
    let mut steps: Vec<_> = steps.into_iter().map(Vec::into_iter).collect();
    (0..longest).flat_map(|_| steps.iter_mut().filter_map(Iterator::next).collect::<Vec<_>>()).collect()
}

fn values(value: &Value) -> Vec<Value> {
    match value {
        Value::Null | Value::Enum(_) | Value::Time(_) | Value::Date(_) | Value::DateTime(_) => vec![],
        Value::Bool(true) => vec![Value::Bool(false)],
        Value::Bool(false) => vec![],
        Value::Int(number) => {
            let steps = [0, number / 1000, number / 2, number - number.signum()];
            distinct(steps.into_iter().filter(|step| step.unsigned_abs() < number.unsigned_abs()).map(Value::Int))
        }
        Value::Decimal(number) => {
            let number = number.normalize();
            let steps = [Decimal::ZERO, number.trunc(), number.round_dp(2), (number / Decimal::TWO).trunc()];
            let is_smaller = |step: &Decimal| {
                step.abs() < number.abs() || (step.abs() == number.abs() && step.scale() < number.scale())
            };
            distinct(steps.into_iter().map(|step| step.normalize()).filter(is_smaller).map(Value::Decimal))
        }
        Value::Float(number) => {
            let steps = [0.0, number.trunc(), (number / 2.0).trunc()];
            distinct(steps.into_iter().filter(|step| step.abs() < number.abs()).map(Value::Float))
        }
        Value::String(text) => texts(text).into_iter().map(Value::String).collect(),
        Value::Bytes(bytes) if bytes.is_empty() => vec![],
        Value::Bytes(bytes) => {
            let half = bytes.len() / 2;
            vec![Value::Bytes(vec![]), Value::Bytes(bytes[..half].to_vec()), Value::Bytes(bytes[half..].to_vec())]
        }
        Value::List(items) => lists(items).into_iter().map(Value::List).collect(),
        Value::Map(entries) => {
            let without = entries.keys().map(|key| {
                let mut smaller = entries.clone();
                smaller.remove(key);
                smaller
            });
            without.chain(records(entries)).map(Value::Map).collect()
        }
        Value::Record(fields) => records(fields).into_iter().map(Value::Record).collect(),
    }
}

fn lists(items: &[Value]) -> Vec<Vec<Value>> {
    if items.is_empty() {
        return vec![];
    }
    let mut smaller = vec![vec![]];
    for (start, end) in cuts(items.len()) {
        smaller.push([&items[..start], &items[end..]].concat());
    }
    for (index, item) in items.iter().enumerate().take(FINEST) {
        for value in values(item) {
            let mut with = items.to_vec();
            with[index] = value;
            smaller.push(with);
        }
    }
    smaller
}

fn texts(text: &str) -> Vec<String> {
    if text.is_empty() {
        return vec![];
    }
    let mut smaller = vec![String::new()];
    let mut cut = |start: usize, end: usize| {
        let (start, end) = (boundary(text, start), boundary(text, end));
        if start < end {
            smaller.push(format!("{}{}", &text[..start], &text[end..]));
        }
    };
    // Every line once, where they are few.
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if (2..=FINEST).contains(&lines.len()) {
        let mut start = 0;
        for line in lines {
            cut(start, start + line.len());
            start += line.len();
        }
    }
    cuts(text.len()).into_iter().for_each(|(start, end)| cut(start, end));
    if text.len() <= FINEST * 2 {
        // What is odd about a text shows once the rest is plain. Never longer, and an `a` is never replaced again.
        for (at, character) in text.char_indices().filter(|(_, c)| c.is_alphabetic() && *c != 'a') {
            smaller.push(format!("{}a{}", &text[..at], &text[at + character.len_utf8()..]));
        }
    }
    smaller
}

/// Pieces to leave out: halves, quarters, and so on down to one, or to [`FINEST`] pieces.
fn cuts(length: usize) -> Vec<(usize, usize)> {
    let mut cuts = vec![];
    let mut pieces = 2;
    loop {
        let size = length.div_ceil(pieces).max(1);
        cuts.extend((0..length).step_by(size).map(|start| (start, (start + size).min(length))));
        if size == 1 || pieces >= FINEST {
            return cuts;
        }
        pieces *= 2;
    }
}

fn distinct(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut distinct: Vec<Value> = vec![];
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct
}
