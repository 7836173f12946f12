//! Numbers and the comparison of values.

use std::cmp::Ordering;

use jiff::civil::{DateTime, Time};
use rust_decimal::Decimal;

use super::types::date;
use super::{Calculate, Truth};
use crate::value::Value;

/// A number: exact, or a float that no decimal holds exactly.
#[derive(Debug, Clone, Copy)]
enum Number {
    Exact(Decimal),
    Float(f64),
}

impl Number {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Int(int) => Some(Self::Exact(Decimal::from(*int))),
            Value::Decimal(decimal) => Some(Self::Exact(*decimal)),
            Value::Float(float) => Some(match Decimal::from_str_exact(&float.to_string()) {
                Ok(decimal) => Self::Exact(decimal),
                Err(_) => Self::Float(*float),
            }),
            _ => None,
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Exact(decimal) => Value::Decimal(decimal),
            Self::Float(float) => Value::Float(float),
        }
    }

    /// The nearest float. Going through text rounds correctly on every platform.
    fn float(self) -> f64 {
        match self {
            Self::Exact(decimal) => decimal.to_string().parse().unwrap_or(f64::NAN),
            Self::Float(float) => float,
        }
    }
}

/// The result of a calculation; [`Value::Null`] if an operand is absent or no number, or if there is no result.
pub(super) fn calculate(operator: Calculate, a: &Value, b: &Value) -> Value {
    let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) else { return Value::Null };
    let result = match (a, b) {
        (Number::Exact(a), Number::Exact(b)) => match operator {
            Calculate::Add => a.checked_add(b),
            Calculate::Subtract => a.checked_sub(b),
            Calculate::Multiply => a.checked_mul(b),
            Calculate::Divide => a.checked_div(b),
        }
        .map(Number::Exact),
        _ => {
            let (a, b) = (a.float(), b.float());
            let result = match operator {
                Calculate::Add => a + b,
                Calculate::Subtract => a - b,
                Calculate::Multiply => a * b,
                Calculate::Divide => a / b,
            };
            result.is_finite().then_some(Number::Float(result))
        }
    };
    result.map_or(Value::Null, Number::value)
}

pub(super) fn negate(value: &Value) -> Value {
    match Number::of(value) {
        Some(Number::Exact(decimal)) => Value::Decimal(-decimal),
        Some(Number::Float(float)) => Value::Float(-float),
        None => Value::Null,
    }
}

pub(super) fn abs(value: &Value) -> Value {
    match Number::of(value) {
        Some(Number::Exact(decimal)) => Value::Decimal(decimal.abs()),
        Some(Number::Float(float)) => Value::Float(float.abs()),
        None => Value::Null,
    }
}

/// Whether two values are equal; unknown if one is absent or if they are of types that don't compare.
pub(super) fn equal(a: &Value, b: &Value) -> Truth {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => Truth::of(a == b),
        (Value::Enum(a) | Value::String(a), Value::Enum(b) | Value::String(b)) => Truth::of(a == b),
        (Value::Bytes(a), Value::Bytes(b)) => Truth::of(a == b),
        (Value::List(_), Value::List(_)) | (Value::Map(_), Value::Map(_)) | (Value::Record(_), Value::Record(_)) => {
            Truth::of(a == b)
        }
        _ => order(a, b).map_or(Truth::Unknown, |ordering| Truth::of(ordering == Ordering::Equal)),
    }
}

/// The order of two numbers, strings or dates; `None` if it is unknown.
pub(super) fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => Some(a.cmp(b)),
        (Value::DateTime(a), Value::DateTime(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::String(b)) => Some(a.cmp(&date(b)?)),
        (Value::Time(a), Value::String(b)) => Some(a.cmp(&b.parse::<Time>().ok()?)),
        (Value::DateTime(a), Value::String(b)) => Some(a.cmp(&b.parse::<DateTime>().ok()?)),
        (Value::String(_), Value::Date(_) | Value::Time(_) | Value::DateTime(_)) => order(b, a).map(Ordering::reverse),
        _ => match (Number::of(a)?, Number::of(b)?) {
            (Number::Exact(a), Number::Exact(b)) => Some(a.cmp(&b)),
            (a, b) => a.float().partial_cmp(&b.float()),
        },
    }
}
