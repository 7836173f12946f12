//! Values as the component model has them.

use std::collections::BTreeMap;

use compiled_ai_core::emit::{self, kebab};
use compiled_ai_core::spec::{Field, Shape, Spec, Type};
use compiled_ai_core::value::Value;
use jiff::civil::{Date, DateTime, Time};
use wasmtime::component::Val;

use super::run::Answer;

/// The input record.
pub(super) fn input(input: &BTreeMap<String, Value>, spec: &Spec) -> Val {
    record(input, &spec.input, spec)
}

/// What `run` returned; `None` if it is no value of its type.
pub(super) fn answer(result: Val, spec: &Spec) -> Option<Answer> {
    match result {
        Val::Result(Ok(Some(output))) => Some(Answer::Output(value(*output, &spec.output, spec)?)),
        Val::Result(Err(Some(abstain))) => {
            let Val::Record(fields) = *abstain else { return None };
            let [(_, Val::String(reason)), (_, Val::Option(field))] = <[_; 2]>::try_from(fields).ok()? else {
                return None;
            };
            let field = match field {
                Some(field) => Some(text(*field)?),
                None => None,
            };
            Some(Answer::Abstained { reason, field })
        }
        _ => None,
    }
}

fn val(value: &Value, ty: &Type, spec: &Spec) -> Val {
    match (value, ty) {
        (Value::Null, _) => Val::Option(None),
        (value, Type::Optional(inner)) => Val::Option(Some(Box::new(val(value, inner, spec)))),
        (Value::Bool(value), _) => Val::Bool(*value),
        (Value::Int(value), _) => Val::S64(*value),
        (Value::Float(value), _) => Val::Float64(*value),
        (Value::Decimal(value), _) => Val::String(value.to_string()),
        (Value::String(value), _) => Val::String(value.clone()),
        (Value::Date(value), _) => date(*value),
        (Value::Time(value), _) => time(*value),
        (Value::DateTime(value), _) => {
            Val::Record(vec![("date".to_owned(), date(value.date())), ("time".to_owned(), time(value.time()))])
        }
        (Value::Bytes(value), _) => Val::List(value.iter().map(|byte| Val::U8(*byte)).collect()),
        (Value::Enum(value), _) => Val::Enum(kebab(value)),
        (Value::List(values), Type::List(inner)) => {
            Val::List(values.iter().map(|value| val(value, inner, spec)).collect())
        }
        (Value::Map(map), Type::Map(inner)) => {
            let pair =
                |(key, value): (&String, &Value)| Val::Tuple(vec![Val::String(key.clone()), val(value, inner, spec)]);
            Val::List(map.iter().map(pair).collect())
        }
        (Value::Record(values), Type::Named(name)) => record(values, fields(name, spec), spec),
        // A decoded value always fits its type; the engine would say so.
        _ => Val::Bool(false),
    }
}

fn record(values: &BTreeMap<String, Value>, fields: &[Field], spec: &Spec) -> Val {
    let field =
        |field: &Field| (kebab(&field.name), val(values.get(&field.name).unwrap_or(&Value::Null), &field.ty, spec));
    Val::Record(emit::sorted(fields).into_iter().map(field).collect())
}

fn value(found: Val, ty: &Type, spec: &Spec) -> Option<Value> {
    Some(match (found, ty) {
        (Val::Option(None), Type::Optional(_)) => Value::Null,
        (Val::Option(Some(found)), Type::Optional(inner)) => value(*found, inner, spec)?,
        (Val::Bool(found), Type::Bool) => Value::Bool(found),
        (Val::S64(found), Type::Int) => Value::Int(found),
        (Val::Float64(found), Type::Float) => Value::Float(found),
        (Val::String(found), Type::String) => Value::String(found),
        (Val::String(found), Type::Decimal) => Value::Decimal(found.parse().ok()?),
        (found, Type::Date) => Value::Date(read_date(found)?),
        (found, Type::Time) => Value::Time(read_time(found)?),
        (Val::Record(fields), Type::DateTime) => {
            let [(_, date), (_, time)] = <[_; 2]>::try_from(fields).ok()?;
            Value::DateTime(DateTime::from_parts(read_date(date)?, read_time(time)?))
        }
        (Val::List(items), Type::Bytes) => {
            let byte = |item| if let Val::U8(byte) = item { Some(byte) } else { None };
            Value::Bytes(items.into_iter().map(byte).collect::<Option<Vec<u8>>>()?)
        }
        (Val::List(items), Type::List(inner)) => {
            Value::List(items.into_iter().map(|item| value(item, inner, spec)).collect::<Option<_>>()?)
        }
        (Val::List(items), Type::Map(inner)) => {
            let pair = |item| {
                let Val::Tuple(pair) = item else { return None };
                let [key, item] = <[_; 2]>::try_from(pair).ok()?;
                Some((text(key)?, value(item, inner, spec)?))
            };
            Value::Map(items.into_iter().map(pair).collect::<Option<_>>()?)
        }
        (Val::Enum(found), Type::Named(name)) => {
            let Shape::Enum(variants) = &spec.types.get(name)?.shape else { return None };
            Value::Enum(variants.iter().find(|variant| kebab(&variant.name) == found)?.name.clone())
        }
        (Val::Record(found), Type::Named(name)) => {
            let fields = emit::sorted(fields(name, spec));
            let pairs = fields.into_iter().zip(found);
            let pair = |(field, (_, found)): (&Field, (String, Val))| {
                Some((field.name.clone(), value(found, &field.ty, spec)?))
            };
            Value::Record(pairs.map(pair).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

fn fields<'s>(name: &str, spec: &'s Spec) -> &'s [Field] {
    match spec.types.get(name).map(|definition| &definition.shape) {
        Some(Shape::Record(fields)) => fields,
        _ => &[],
    }
}

fn text(value: Val) -> Option<String> {
    if let Val::String(text) = value { Some(text) } else { None }
}

fn date(date: Date) -> Val {
    let unsigned = |number: i8| Val::U8(number.unsigned_abs());
    Val::Record(vec![
        ("year".to_owned(), Val::S16(date.year())),
        ("month".to_owned(), unsigned(date.month())),
        ("day".to_owned(), unsigned(date.day())),
    ])
}

fn time(time: Time) -> Val {
    let unsigned = |number: i8| Val::U8(number.unsigned_abs());
    Val::Record(vec![
        ("hour".to_owned(), unsigned(time.hour())),
        ("minute".to_owned(), unsigned(time.minute())),
        ("second".to_owned(), unsigned(time.second())),
        ("nanosecond".to_owned(), Val::U32(time.subsec_nanosecond().unsigned_abs())),
    ])
}

fn read_date(found: Val) -> Option<Date> {
    let Val::Record(fields) = found else { return None };
    let [(_, Val::S16(year)), (_, Val::U8(month)), (_, Val::U8(day))] = <[_; 3]>::try_from(fields).ok()? else {
        return None;
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn read_time(found: Val) -> Option<Time> {
    let Val::Record(fields) = found else { return None };
    let [(_, Val::U8(hour)), (_, Val::U8(minute)), (_, Val::U8(second)), (_, Val::U32(nanosecond))] =
        <[_; 4]>::try_from(fields).ok()?
    else {
        return None;
    };
    let signed = |number: u8| i8::try_from(number).ok();
    Time::new(signed(hour)?, signed(minute)?, signed(second)?, i32::try_from(nanosecond).ok()?).ok()
}
