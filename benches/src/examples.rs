//! The examples of the showcase specs.

use std::path::Path;

use compiled_ai_core::files::Disk;
use compiled_ai_core::load;
use compiled_ai_core::spec::Expected;
use compiled_ai_core::value::Value;
use serde_json::Value as Json;

/// An example as JSON.
pub struct Example {
    /// How messages name it.
    pub id: String,
    /// The fields of the input.
    pub input: Json,
    /// The output, or `Err` with the field of an abstention if one is named.
    pub expected: Result<Json, Option<String>>,
}

/// All examples of a showcase spec, shown and held out.
///
/// # Panics
/// If the spec can't be read; it is part of this repository.
pub fn of(stem: &str) -> Vec<Example> {
    let file = format!("{stem}.yaml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/specs").join(&file);
    let loaded = load::load(&Disk, &path, &file);
    let spec = loaded.spec.unwrap_or_else(|| panic!("`{file}`: {:?}", loaded.diagnostics));
    let examples = spec.examples.into_iter().map(|example| Example {
        id: example.id,
        input: example.input.iter().map(|(name, value)| (name.clone(), json(value))).collect(),
        expected: match &example.expected {
            Expected::Output(value) => Ok(json(value)),
            Expected::Abstain { field } => Err(field.clone()),
        },
    });
    examples.collect()
}

/// The form that generated types read. No showcase spec has floats or bytes.
fn json(value: &Value) -> Json {
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
        Value::Bytes(_) => unreachable!("no showcase spec has bytes"),
        Value::List(values) => values.iter().map(json).collect(),
        Value::Map(map) | Value::Record(map) => map.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}
