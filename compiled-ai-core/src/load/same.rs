//! Finding examples with the same input without comparing each with each.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash as _, Hasher};

use crate::value::Value;

/// Positions of examples by the fingerprint of their input.
#[derive(Default)]
pub(super) struct ByInput(HashMap<u64, Vec<usize>>);

impl ByInput {
    /// The position of an example that `is_same`, among those whose input has the same fingerprint; else counts `position` in.
    pub(super) fn find_or_insert(
        &mut self,
        input: &BTreeMap<String, Value>,
        position: usize,
        is_same: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let mut hasher = DefaultHasher::new();
        hash_entries(input, &mut hasher);
        let bucket = self.0.entry(hasher.finish()).or_default();
        let same = bucket.iter().copied().find(|other| is_same(*other));
        if same.is_none() {
            bucket.push(position);
        }
        same
    }
}

/// Values that are equal have the same hash: decimals by value, and the two zeros of a float alike.
fn hash(value: &Value, hasher: &mut DefaultHasher) {
    std::mem::discriminant(value).hash(hasher);
    match value {
        Value::Null => {}
        Value::Bool(value) => value.hash(hasher),
        Value::Int(value) => value.hash(hasher),
        Value::Decimal(value) => value.normalize().hash(hasher),
        Value::Float(value) => (value + 0.0).to_bits().hash(hasher),
        Value::String(text) | Value::Enum(text) => text.hash(hasher),
        Value::Date(value) => value.hash(hasher),
        Value::Time(value) => value.hash(hasher),
        Value::DateTime(value) => value.hash(hasher),
        Value::Bytes(bytes) => bytes.hash(hasher),
        Value::List(items) => {
            items.len().hash(hasher);
            items.iter().for_each(|item| hash(item, hasher));
        }
        Value::Map(entries) | Value::Record(entries) => hash_entries(entries, hasher),
    }
}

fn hash_entries(entries: &BTreeMap<String, Value>, hasher: &mut DefaultHasher) {
    entries.len().hash(hasher);
    for (key, value) in entries {
        key.hash(hasher);
        hash(value, hasher);
    }
}
