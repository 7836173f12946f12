//! The outcome of a condition for given values.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::Unit;
use jiff::civil::Date;

use super::compare::{abs, calculate, equal, negate, order};
use super::functions::Function;
use super::types::date;
use super::{Calculate, Compare, Expr, Logic, Name, Node, Truth};
use crate::value::Value;

/// The outcome of a condition for an input (its fields) and an output.
///
/// Never panics. Where the condition has not passed [`super::check`] or the values are not of the spec's types, what can't
/// be decided is [`Truth::Unknown`]. So is what hangs on a field that `input` does not hold: an empty map stands for an
/// input that is not known.
#[must_use]
pub fn eval(expr: &Expr, input: &BTreeMap<String, Value>, output: &Value) -> Truth {
    truth(expr, &Env { input, output, variable: None })
}

#[derive(Clone, Copy)]
struct Env<'v> {
    input: &'v BTreeMap<String, Value>,
    output: &'v Value,
    variable: Option<&'v Variable<'v>>,
}

/// A variable of `all` or `any`, and those around it.
struct Variable<'v> {
    name: &'v str,
    value: &'v Value,
    outer: Option<&'v Variable<'v>>,
}

/// What an operand is.
enum Operand<'v> {
    Value(Cow<'v, Value>),
    /// A name that is no field: a variant of an enum.
    Word(&'v str),
    /// A field of an input that is not given: an evaluation without the input.
    Missing,
}

fn truth(expr: &Expr, env: &Env<'_>) -> Truth {
    match &expr.node {
        Node::Not(inner) => truth(inner, env).negate(),
        Node::Logic(Logic::And, a, b) => truth(a, env).and(truth(b, env)),
        Node::Logic(Logic::Or, a, b) => truth(a, env).or(truth(b, env)),
        Node::Logic(Logic::Implies, a, b) => truth(a, env).negate().or(truth(b, env)),
        Node::Compare(operator, a, b) => compare(*operator, &operand(a, env), &operand(b, env)),
        Node::InList { negated, item, list } => {
            let item = operand(item, env);
            let found = list.iter().fold(Truth::False, |found, one| found.or(same(&item, &operand(one, env))));
            if *negated { found.negate() } else { found }
        }
        Node::InValue { negated, item, list } => {
            let found = holds(&value(list, env), &operand(item, env));
            if *negated { found.negate() } else { found }
        }
        Node::Presence { present, value } => presence(*present, value, env),
        Node::Quantified { all, variable, list, condition } => {
            let list = value(list, env);
            let Some(elements) = elements(&list) else { return Truth::Unknown };
            elements.fold(Truth::of(*all), |outcome, element| {
                let variable = Variable { name: &variable.text, value: element, outer: env.variable };
                let one = truth(condition, &Env { variable: Some(&variable), ..*env });
                if *all { outcome.and(one) } else { outcome.or(one) }
            })
        }
        _ => match &*value(expr, env) {
            Value::Bool(value) => Truth::of(*value),
            _ => Truth::Unknown,
        },
    }
}

fn compare(operator: Compare, a: &Operand<'_>, b: &Operand<'_>) -> Truth {
    let ordering = |wanted: fn(Ordering) -> bool| match (a, b) {
        (Operand::Value(a), Operand::Value(b)) => order(a, b).map_or(Truth::Unknown, |found| Truth::of(wanted(found))),
        _ => Truth::Unknown,
    };
    match operator {
        Compare::Eq => same(a, b),
        Compare::Ne => same(a, b).negate(),
        Compare::Lt => ordering(Ordering::is_lt),
        Compare::Le => ordering(Ordering::is_le),
        Compare::Gt => ordering(Ordering::is_gt),
        Compare::Ge => ordering(Ordering::is_ge),
    }
}

fn same(a: &Operand<'_>, b: &Operand<'_>) -> Truth {
    match (a, b) {
        (Operand::Value(a), Operand::Value(b)) => equal(a, b),
        (Operand::Value(value), Operand::Word(word)) | (Operand::Word(word), Operand::Value(value)) => match &**value {
            Value::Enum(variant) => Truth::of(variant == word),
            _ => Truth::Unknown,
        },
        _ => Truth::Unknown,
    }
}

fn holds(list: &Value, item: &Operand<'_>) -> Truth {
    let Some(elements) = elements(list) else { return Truth::Unknown };
    elements.fold(Truth::False, |found, element| found.or(same(&Operand::Value(Cow::Borrowed(element)), item)))
}

fn presence(present: bool, expr: &Expr, env: &Env<'_>) -> Truth {
    let absent = match operand(expr, env) {
        Operand::Value(value) => *value == Value::Null,
        // The fields of an absent output are absent.
        Operand::Word(_) if *env.output == Value::Null => true,
        Operand::Word(_) | Operand::Missing => return Truth::Unknown,
    };
    Truth::of(absent != present)
}

fn elements(value: &Value) -> Option<Box<dyn Iterator<Item = &Value> + '_>> {
    match value {
        Value::List(list) => Some(Box::new(list.iter())),
        Value::Map(map) => Some(Box::new(map.values())),
        _ => None,
    }
}

/// The value of an expression; [`Value::Null`] for what is unknown.
fn value<'v>(expr: &'v Expr, env: &Env<'v>) -> Cow<'v, Value> {
    match operand(expr, env) {
        Operand::Value(value) => value,
        Operand::Word(_) | Operand::Missing => Cow::Owned(Value::Null),
    }
}

fn operand<'v>(expr: &'v Expr, env: &Env<'v>) -> Operand<'v> {
    let value = match &expr.node {
        Node::Path(names) => return path(names, env),
        Node::Bool(value) => Value::Bool(*value),
        Node::Number(number) => Value::Decimal(*number),
        Node::Text(text) => Value::String(text.clone()),
        Node::Negate(inner) => negate(&value(inner, env)),
        Node::Calculate(operator, a, b) => calculate(*operator, &value(a, env), &value(b, env)),
        Node::Call(function, arguments) => match &arguments[..] {
            [a] => call(*function, &value(a, env)),
            [a, b] => call_two(*function, &value(a, env), &operand(b, env)),
            _ => Value::Null,
        },
        Node::Not(_)
        | Node::Logic(..)
        | Node::Compare(..)
        | Node::InList { .. }
        | Node::InValue { .. }
        | Node::Presence { .. }
        | Node::Quantified { .. } => match truth(expr, env) {
            Truth::True => Value::Bool(true),
            Truth::False => Value::Bool(false),
            Truth::Unknown => Value::Null,
        },
    };
    Operand::Value(Cow::Owned(value))
}

fn path<'v>(names: &'v [Name], env: &Env<'v>) -> Operand<'v> {
    let Some((first, rest)) = names.split_first() else { return Operand::Value(Cow::Owned(Value::Null)) };
    let start = match first.text.as_str() {
        name if let Some(value) = variable(name, env) => Some(value),
        "output" => Some(env.output),
        "input" => {
            let Some((field, rest)) = rest.split_first() else { return Operand::Missing };
            return env.input.get(&field.text).map_or(Operand::Missing, |value| Operand::Value(steps(value, rest)));
        }
        name => match env.output {
            Value::Record(fields) => fields.get(name),
            _ => None,
        },
    };
    match start {
        Some(value) => Operand::Value(steps(value, rest)),
        None if rest.is_empty() => Operand::Word(&first.text),
        None => Operand::Value(Cow::Owned(Value::Null)),
    }
}

fn variable<'v>(name: &str, env: &Env<'v>) -> Option<&'v Value> {
    let mut variable = env.variable;
    while let Some(one) = variable {
        if one.name == name {
            return Some(one.value);
        }
        variable = one.outer;
    }
    None
}

/// Follows names from a value on.
fn steps<'v>(value: &'v Value, names: &[Name]) -> Cow<'v, Value> {
    let Some((name, rest)) = names.split_first() else { return Cow::Borrowed(value) };
    match value {
        Value::Record(fields) => fields.get(&name.text).map_or(Cow::Owned(Value::Null), |value| steps(value, rest)),
        Value::List(_) => {
            let mut found = vec![value];
            for name in names {
                found = found.into_iter().flat_map(|value| step(value, name)).collect();
            }
            Cow::Owned(Value::List(flat(found).cloned().collect()))
        }
        _ => Cow::Owned(Value::Null),
    }
}

/// One step in a path through lists: lists within lists become one.
fn step<'v>(value: &'v Value, name: &Name) -> Vec<&'v Value> {
    flat([value])
        .map(|value| match value {
            Value::Record(fields) => fields.get(&name.text).unwrap_or(&Value::Null),
            _ => &Value::Null,
        })
        .collect()
}

fn flat<'v>(values: impl IntoIterator<Item = &'v Value>) -> impl Iterator<Item = &'v Value> {
    values.into_iter().flat_map(|value| match value {
        Value::List(list) => &list[..],
        value => std::slice::from_ref(value),
    })
}

fn call(function: Function, value: &Value) -> Value {
    let count = |count: usize| i64::try_from(count).map_or(Value::Null, Value::Int);
    match (function, value) {
        (Function::Len, Value::String(text)) => count(text.chars().count()),
        (Function::Len, Value::Bytes(bytes)) => count(bytes.len()),
        (Function::Len, _) => elements(value).map_or(Value::Null, |elements| count(elements.count())),
        (Function::Count, _) => elements(value)
            .map_or(Value::Null, |elements| count(elements.filter(|element| **element != Value::Null).count())),
        (Function::Sum, _) => elements(value).map_or(Value::Null, |mut elements| {
            elements
                .try_fold(Value::Int(0), |sum, element| match calculate(Calculate::Add, &sum, element) {
                    Value::Null => None,
                    sum => Some(sum),
                })
                .unwrap_or(Value::Null)
        }),
        (Function::Abs, _) => abs(value),
        (Function::Lower, Value::String(text)) => Value::String(text.to_lowercase()),
        _ => Value::Null,
    }
}

fn call_two(function: Function, a: &Value, b: &Operand<'_>) -> Value {
    let outcome = |truth| match truth {
        Truth::True => Value::Bool(true),
        Truth::False => Value::Bool(false),
        Truth::Unknown => Value::Null,
    };
    if let (Function::Contains, Value::List(_)) = (function, a) {
        return outcome(holds(a, b));
    }
    let Operand::Value(b) = b else { return Value::Null };
    match (function, a, &**b) {
        (Function::Contains, Value::String(a), Value::String(b)) => Value::Bool(a.contains(b.as_str())),
        (Function::StartsWith, Value::String(a), Value::String(b)) => Value::Bool(a.starts_with(b.as_str())),
        (Function::EndsWith, Value::String(a), Value::String(b)) => Value::Bool(a.ends_with(b.as_str())),
        (Function::Days, a, b) => days(a, b).map_or(Value::Null, Value::Int),
        (Function::Min, a, b) => pick(a, b, Ordering::Less),
        (Function::Max, a, b) => pick(a, b, Ordering::Greater),
        _ => Value::Null,
    }
}

fn days(from: &Value, to: &Value) -> Option<i64> {
    let day = |value: &Value| -> Option<Date> {
        match value {
            Value::Date(date) => Some(*date),
            Value::DateTime(at) => Some(at.date()),
            Value::String(text) => date(text),
            _ => None,
        }
    };
    Some(i64::from(day(from)?.until((Unit::Day, day(to)?)).ok()?.get_days()))
}

fn pick(a: &Value, b: &Value, wanted: Ordering) -> Value {
    match order(a, b) {
        Some(found) if found == wanted || found == Ordering::Equal => a.clone(),
        Some(_) => b.clone(),
        None => Value::Null,
    }
}
