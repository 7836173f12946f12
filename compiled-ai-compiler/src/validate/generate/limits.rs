//! `min` and `max` of a field.

use compiled_ai_core::spec::{Field, Type};
use compiled_ai_core::value::Value;
use compiled_ai_runtime::Decimal;

/// The limits themselves, where they are of the field's value.
pub(super) fn edges(field: &Field) -> Vec<Value> {
    let ty = match &field.ty {
        Type::Optional(inner) => inner,
        ty => ty,
    };
    let limits = field.min.into_iter().chain(field.max);
    let value = |limit: Decimal| match ty {
        Type::Int => i64::try_from(limit).ok().map(Value::Int),
        Type::Decimal => Some(Value::Decimal(limit)),
        Type::Float => f64::try_from(limit).ok().map(Value::Float),
        _ => None,
    };
    limits.filter_map(value).collect()
}

/// The value, or the nearest one within the field's limits.
pub(super) fn fit(value: Value, field: &Field) -> Value {
    let (min, max) = (field.min, field.max);
    if min.is_none() && max.is_none() {
        return value;
    }
    let low = usize::try_from(min.unwrap_or_default().ceil()).unwrap_or(0);
    let high = max.map_or(usize::MAX, |max| usize::try_from(max.floor()).unwrap_or(usize::MAX));
    let bounded = |number: Decimal| {
        let number = min.map_or(number, |min| number.max(min));
        max.map_or(number, |max| number.min(max))
    };
    match value {
        Value::Int(number) => Value::Int(i64::try_from(bounded(number.into())).unwrap_or(number)),
        Value::Decimal(number) => Value::Decimal(bounded(number)),
        Value::Float(number) => {
            let limit =
                |limit: Option<Decimal>, none| limit.and_then(|limit| f64::try_from(limit).ok()).unwrap_or(none);
            Value::Float(number.max(limit(min, f64::MIN)).min(limit(max, f64::MAX)))
        }
        Value::String(text) => {
            let length = text.chars().count();
            Value::String(text.chars().chain(std::iter::repeat_n('a', low.saturating_sub(length))).take(high).collect())
        }
        Value::Bytes(mut bytes) => {
            bytes.truncate(high);
            if bytes.len() < low {
                bytes.resize(low, 0);
            }
            Value::Bytes(bytes)
        }
        Value::List(mut items) => {
            items.truncate(high);
            while items.len() < low
                && let Some(item) = items.first().cloned()
            {
                items.push(item);
            }
            Value::List(items)
        }
        Value::Map(entries) => Value::Map(entries.into_iter().take(high).collect()),
        other => other,
    }
}
