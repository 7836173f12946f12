//! Rust expressions of values.

use super::pascal_case;
use crate::spec::{Shape, Spec, Type};
use crate::value::Value;

/// A Rust expression that evaluates to `value`, which has the type `ty` of `spec`.
pub fn literal(value: &Value, ty: &Type, spec: &Spec, root: &str) -> String {
    match (value, ty) {
        (Value::Null, _) => "::core::option::Option::None".to_owned(),
        (value, Type::Optional(inner)) => {
            format!("::core::option::Option::Some({})", literal(value, inner, spec, root))
        }
        (Value::Bool(value), _) => value.to_string(),
        (Value::Int(value), _) => format!("{value}i64"),
        // Through bits, so that no digit is lost on the way.
        (Value::Float(value), _) => format!("f64::from_bits({:#x})", value.to_bits()),
        (Value::Decimal(value), _) => {
            format!("{root}::kit::Decimal::from_i128_with_scale({}, {})", value.mantissa(), value.scale())
        }
        (Value::String(value), _) => format!("{root}::__private::alloc::string::String::from({value:?})"),
        (Value::Date(date), _) => {
            format!("{root}::kit::Date::constant({}, {}, {})", date.year(), date.month(), date.day())
        }
        (Value::Time(time), _) => format!("{root}::kit::Time::constant({})", clock(*time)),
        (Value::DateTime(at), _) => format!(
            "{root}::kit::DateTime::constant({}, {}, {}, {})",
            at.year(),
            at.month(),
            at.day(),
            clock(at.time())
        ),
        (Value::Bytes(bytes), _) => {
            format!("{root}::kit::Bytes::from({root}::__private::alloc::vec::Vec::<u8>::from({bytes:?}))")
        }
        (Value::List(values), Type::List(inner)) => {
            let items: Vec<String> = values.iter().map(|value| literal(value, inner, spec, root)).collect();
            format!("{root}::__private::alloc::vec::Vec::from([{}])", items.join(", "))
        }
        (Value::Map(map), Type::Map(inner)) => {
            let items: Vec<String> = map
                .iter()
                .map(|(key, value)| {
                    format!(
                        "({root}::__private::alloc::string::String::from({key:?}), {})",
                        literal(value, inner, spec, root)
                    )
                })
                .collect();
            format!("{root}::__private::alloc::collections::BTreeMap::from([{}])", items.join(", "))
        }
        (Value::Enum(variant), Type::Named(name)) => format!("{name}::{}", pascal_case(variant)),
        (Value::Record(values), Type::Named(name)) => {
            let fields = match spec.types.get(name).map(|definition| &definition.shape) {
                Some(Shape::Record(fields)) => fields.as_slice(),
                _ => &[],
            };
            let fields: Vec<String> = fields
                .iter()
                .map(|field| {
                    let value = values.get(&field.name).unwrap_or(&Value::Null);
                    format!("{}: {}", field.name, literal(value, &field.ty, spec, root))
                })
                .collect();
            format!("{name} {{ {} }}", fields.join(", "))
        }
        // A decoded value always fits its type; if it ever does not, the compiler says so here.
        (value, ty) => format!("::core::compile_error!(\"{ty} can't hold {value:?}\")"),
    }
}

fn clock(time: jiff::civil::Time) -> String {
    format!("{}, {}, {}, {}", time.hour(), time.minute(), time.second(), time.subsec_nanosecond())
}
