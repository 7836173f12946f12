//! `min` and `max` of a field.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::spec::Field;
use crate::value::Value;

/// What a value breaks of its field's limits: `is -1, less than its `min` 0`. An absent value breaks none.
///
/// The length of a string counts characters, that of bytes counts bytes, that of a list or map its entries.
pub(super) fn exceeded(value: &Value, field: &Field) -> Option<String> {
    if field.min.is_none() && field.max.is_none() {
        return None;
    }
    let (is, less, more) = compare(value, field)?;
    if let Some(min) = field.min.filter(|_| less) {
        return Some(format!("{is}, less than its `min` {min}"));
    }
    field.max.filter(|_| more).map(|max| format!("{is}, more than its `max` {max}"))
}

/// How the value reads in a message, and whether it is below `min` or above `max`.
fn compare(value: &Value, field: &Field) -> Option<(String, bool, bool)> {
    let outside =
        |number: Decimal| (field.min.is_some_and(|min| number < min), field.max.is_some_and(|max| number > max));
    let length = |length: usize, one: &str, many: &str| {
        let (less, more) = outside(Decimal::from(length));
        (format!("has {length} {}", if length == 1 { one } else { many }), less, more)
    };
    Some(match value {
        Value::Int(number) => {
            let (less, more) = outside(Decimal::from(*number));
            (format!("is {number}"), less, more)
        }
        Value::Decimal(number) => {
            let (less, more) = outside(*number);
            (format!("is {number}"), less, more)
        }
        Value::Float(number) => {
            // The limit goes to the float, not the float to the limit: 0.1 is within `min: 0.1`.
            let limit = |limit: Option<Decimal>| limit.and_then(|limit| limit.to_f64());
            let less = limit(field.min).is_some_and(|min| *number < min);
            let more = limit(field.max).is_some_and(|max| *number > max);
            (format!("is {number}"), less, more)
        }
        Value::String(text) => length(text.chars().count(), "character", "characters"),
        Value::Bytes(bytes) => length(bytes.len(), "byte", "bytes"),
        Value::List(items) => length(items.len(), "element", "elements"),
        Value::Map(entries) => length(entries.len(), "entry", "entries"),
        _ => return None,
    })
}
