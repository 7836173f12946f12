//! Values as JSON: what a candidate is called with and what a prompt shows.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compiled_ai_core::spec::Example;
use compiled_ai_core::value::Value;
use serde_json::Value as Json;

/// `value` in the form that generated types read: decimals as strings, so that no digit passes through a float.
pub fn value(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::from(*value),
        Value::Int(value) => Json::from(*value),
        Value::Decimal(value) => Json::from(value.to_string()),
        Value::Float(value) => Json::from(*value),
        Value::String(value) | Value::Enum(value) => Json::from(value.as_str()),
        Value::Date(value) => Json::from(value.to_string()),
        Value::Time(value) => Json::from(value.to_string()),
        Value::DateTime(value) => Json::from(value.to_string()),
        Value::Bytes(value) => Json::from(STANDARD.encode(value)),
        Value::List(values) => values.iter().map(self::value).collect(),
        Value::Map(map) | Value::Record(map) => {
            map.iter().map(|(key, value)| (key.clone(), self::value(value))).collect()
        }
    }
}

/// The input of an example as a JSON object.
pub fn input(example: &Example) -> Json {
    example.input.iter().map(|(name, input)| (name.clone(), value(input))).collect()
}
