//! Values of a type: every unusual one, one near another, and one from nothing.

use std::collections::BTreeMap;

use compiled_ai_core::spec::{Field, Shape, Type, TypeDef};
use compiled_ai_core::value::Value;
use compiled_ai_runtime::{Date, DateTime, Decimal, Time};

use super::dictionary::Dictionary;
use super::limits;
use super::random::Random;
use super::text;

/// Makes values. Types never hold themselves, so that values are as deep as their type.
pub(super) struct Maker<'a> {
    pub(super) types: &'a BTreeMap<String, TypeDef>,
    pub(super) dictionary: &'a Dictionary,
    pub(super) random: Random,
}

impl<'a> Maker<'a> {
    fn shape(&self, name: &str) -> Option<&'a Shape> {
        self.types.get(name).map(|definition| &definition.shape)
    }

    /// `base` with one unusual value in one place, for each value and place.
    pub(super) fn edges(&mut self, base: &Value, ty: &Type) -> Vec<Value> {
        match (ty, base) {
            (Type::Optional(inner), base) => {
                let base = if *base == Value::Null { self.fresh(inner) } else { base.clone() };
                let mut values = self.edges(&base, inner);
                values.push(Value::Null);
                values
            }
            (Type::String, Value::String(base)) => {
                text::edges(base, self.dictionary).into_iter().map(Value::String).collect()
            }
            (Type::List(item), Value::List(items)) => {
                let mut values = vec![Value::List(vec![]), Value::List(items.iter().rev().cloned().collect())];
                let first = items.first().cloned().unwrap_or_else(|| self.fresh(item));
                values.push(Value::List(vec![first.clone()]));
                values.push(Value::List(vec![first.clone(); 2]));
                for edge in self.edges(&first, item) {
                    let mut with = items.clone();
                    match with.first_mut() {
                        Some(first) => *first = edge,
                        None => with.push(edge),
                    }
                    values.push(Value::List(with));
                }
                values
            }
            (Type::Map(item), Value::Map(entries)) => {
                let (key, first) = entries
                    .first_key_value()
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .unwrap_or_else(|| ("a".to_owned(), self.fresh(item)));
                let mut values = vec![Value::Map(BTreeMap::new())];
                for odd in ["", " ", "é", "0"] {
                    let mut with = entries.clone();
                    with.insert(odd.to_owned(), first.clone());
                    values.push(Value::Map(with));
                }
                for edge in self.edges(&first, item) {
                    let mut with = entries.clone();
                    with.insert(key.clone(), edge);
                    values.push(Value::Map(with));
                }
                values
            }
            (Type::Named(name), base) => match (self.shape(name), base) {
                (Some(Shape::Record(fields)), Value::Record(record)) => {
                    self.record_edges(record, fields).into_iter().map(Value::Record).collect()
                }
                (Some(Shape::Enum(variants)), _) => {
                    variants.iter().map(|variant| Value::Enum(variant.name.clone())).collect()
                }
                _ => vec![],
            },
            _ => scalars(ty, self.dictionary),
        }
    }

    /// As [`Self::edges`], for fields.
    pub(super) fn record_edges(
        &mut self,
        base: &BTreeMap<String, Value>,
        fields: &[Field],
    ) -> Vec<BTreeMap<String, Value>> {
        let mut records = vec![];
        for field in fields {
            let Some(value) = base.get(&field.name) else { continue };
            let mut edges = limits::edges(field);
            edges.extend(self.edges(value, &field.ty));
            for edge in edges {
                let mut record = base.clone();
                record.insert(field.name.clone(), limits::fit(edge, field));
                records.push(record);
            }
        }
        records
    }

    /// `base` with something large in one place, for each place that can be large.
    pub(super) fn long(&mut self, base: &Value, ty: &Type) -> Vec<Value> {
        match (ty, base) {
            (Type::Optional(inner), base) if *base != Value::Null => self.long(base, inner),
            (Type::String, Value::String(base)) => {
                text::long(base, self.dictionary, &mut self.random).into_iter().map(Value::String).collect()
            }
            (Type::List(item), Value::List(items)) if !items.is_empty() => {
                let size = crate::json::value(base).to_string().len();
                let times = (text::long_for(size) / size.max(1)).max(1);
                let mut values = vec![Value::List(items.iter().cycle().take(items.len() * times).cloned().collect())];
                for long in self.long(&items[0], item) {
                    let mut with = items.clone();
                    with[0] = long;
                    values.push(Value::List(with));
                }
                values
            }
            (Type::Named(name), Value::Record(record)) => match self.shape(name) {
                Some(Shape::Record(fields)) => {
                    self.record_long(record, fields).into_iter().map(Value::Record).collect()
                }
                _ => vec![],
            },
            _ => vec![],
        }
    }

    /// As [`Self::long`], for fields.
    pub(super) fn record_long(
        &mut self,
        base: &BTreeMap<String, Value>,
        fields: &[Field],
    ) -> Vec<BTreeMap<String, Value>> {
        let mut records = vec![];
        for field in fields {
            let Some(value) = base.get(&field.name) else { continue };
            for long in self.long(value, &field.ty) {
                let mut record = base.clone();
                record.insert(field.name.clone(), limits::fit(long, field));
                records.push(record);
            }
        }
        records
    }

    /// Changes fields in one to three places.
    pub(super) fn mutate_record(&mut self, record: &mut BTreeMap<String, Value>, fields: &[Field]) {
        for _ in 0..=self.random.below(3) {
            let Some(field) = self.random.pick(fields) else { return };
            let base = record.get(&field.name).cloned().unwrap_or(Value::Null);
            let value = self.mutate(&base, &field.ty);
            record.insert(field.name.clone(), limits::fit(value, field));
        }
    }

    /// A value near `base`.
    fn mutate(&mut self, base: &Value, ty: &Type) -> Value {
        match (ty, base) {
            (Type::Optional(_), _) if self.random.once_in(6) => Value::Null,
            (Type::Optional(inner), Value::Null) => self.fresh(inner),
            (Type::Optional(inner), base) => self.mutate(base, inner),
            (Type::String, Value::String(base)) => Value::String(text::spoil(base, self.dictionary, &mut self.random)),
            (Type::List(item), Value::List(items)) => {
                let mut items = items.clone();
                let (a, b) = (self.random.below(items.len()), self.random.below(items.len()));
                match self.random.below(6) {
                    0 if !items.is_empty() => _ = items.remove(a),
                    1 if !items.is_empty() => items.insert(b, items[a].clone()),
                    2 if !items.is_empty() => items.swap(a, b),
                    3 => items.push(self.fresh(item)),
                    _ if !items.is_empty() => items[a] = self.mutate(&items[a], item),
                    _ => {}
                }
                Value::List(items)
            }
            (Type::Map(item), Value::Map(entries)) => {
                let mut entries = entries.clone();
                let key = entries.keys().nth(self.random.below(entries.len())).cloned().unwrap_or_default();
                match self.random.below(4) {
                    0 => _ = entries.remove(&key),
                    1 => {
                        let other = text::spoil(&key, self.dictionary, &mut self.random);
                        let value = self.fresh(item);
                        entries.insert(other, value);
                    }
                    _ => {
                        let value = match entries.get(&key) {
                            Some(value) => self.mutate(value, item),
                            None => self.fresh(item),
                        };
                        entries.insert(key, value);
                    }
                }
                Value::Map(entries)
            }
            (Type::Named(name), Value::Record(record)) => {
                let mut record = record.clone();
                if let Some(Shape::Record(fields)) = self.shape(name) {
                    self.mutate_record(&mut record, fields);
                }
                Value::Record(record)
            }
            _ => self.fresh(ty),
        }
    }

    /// A value from nothing.
    fn fresh(&mut self, ty: &Type) -> Value {
        let many = self.random.below(4);
        match ty {
            Type::Optional(_) if self.random.once_in(3) => Value::Null,
            Type::Optional(inner) => self.fresh(inner),
            Type::String => {
                let edges = text::edges("", self.dictionary);
                Value::String(self.random.pick(&edges).cloned().unwrap_or_default())
            }
            Type::List(item) => Value::List((0..many).map(|_| self.fresh(item)).collect()),
            Type::Map(item) => Value::Map((0..many).map(|key| (format!("k{key}"), self.fresh(item))).collect()),
            Type::Named(name) => match self.shape(name) {
                Some(Shape::Record(fields)) => Value::Record(self.fresh_record(fields)),
                Some(Shape::Enum(variants)) => {
                    self.random.pick(variants).map_or(Value::Null, |variant| Value::Enum(variant.name.clone()))
                }
                None => Value::Null,
            },
            _ => {
                let scalars = scalars(ty, self.dictionary);
                let edge = self.random.pick(&scalars).cloned().unwrap_or(Value::Null);
                // Half of the numbers are ordinary ones.
                if self.random.once_in(2) { self.ordinary(ty).unwrap_or(edge) } else { edge }
            }
        }
    }

    pub(super) fn fresh_record(&mut self, fields: &[Field]) -> BTreeMap<String, Value> {
        let value = |field: &Field| (field.name.clone(), limits::fit(self.fresh(&field.ty), field));
        fields.iter().map(value).collect()
    }

    fn ordinary(&mut self, ty: &Type) -> Option<Value> {
        let number = self.random.below(100_000) as i64 - 20_000;
        Some(match ty {
            Type::Int => Value::Int(number / 100),
            Type::Decimal => Value::Decimal(Decimal::new(number, self.random.below(4) as u32)),
            Type::Float => Value::Float(number as f64 / 100.0),
            Type::Date => Value::Date(Date::new(1990 + self.random.below(60) as i16, 12, 31).ok()?),
            _ => return None,
        })
    }
}

/// The unusual values of a type that holds no others.
fn scalars(ty: &Type, dictionary: &Dictionary) -> Vec<Value> {
    match ty {
        Type::Bool => vec![Value::Bool(false), Value::Bool(true)],
        Type::Int => {
            const EDGES: [i64; 16] = [
                0,
                1,
                -1,
                2,
                7,
                127,
                128,
                255,
                256,
                i32::MAX as i64,
                i32::MAX as i64 + 1,
                u32::MAX as i64 + 1,
                5_000_000_000,
                i64::MAX,
                i64::MIN,
                i64::MIN + 1,
            ];
            let known = dictionary.numbers.iter().filter_map(|&number| i64::try_from(number).ok());
            EDGES.into_iter().chain(known).map(Value::Int).collect()
        }
        Type::Decimal => {
            let edges = [
                Decimal::ZERO,
                Decimal::ONE,
                Decimal::NEGATIVE_ONE,
                Decimal::new(5, 3),
                Decimal::new(-5, 3),
                Decimal::new(1, 2),
                Decimal::new(99_999, 2),
                Decimal::new(1, 28),
                Decimal::new(-1, 28),
                Decimal::new(i64::MAX, 0),
                Decimal::from_i128_with_scale(3_333_333_333_333_333_333_333_333_333, 28),
                Decimal::MAX,
                Decimal::MIN,
            ];
            edges.into_iter().chain(dictionary.numbers.iter().copied()).map(Value::Decimal).collect()
        }
        Type::Float => {
            let edges = [
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1 + 0.2,
                1e-9,
                1e15,
                9_007_199_254_740_993.0,
                1e300,
                f64::MAX,
                f64::MIN,
                f64::MIN_POSITIVE,
                5e-324,
                f64::EPSILON,
            ];
            let known = dictionary.numbers.iter().filter_map(|number| f64::try_from(*number).ok());
            edges.into_iter().chain(known).map(Value::Float).collect()
        }
        Type::Date => dates().into_iter().map(Value::Date).collect(),
        Type::Time => times().into_iter().map(Value::Time).collect(),
        Type::DateTime => dates()
            .into_iter()
            .flat_map(|date| times().map(|time| Value::DateTime(DateTime::from_parts(date, time))))
            .collect(),
        Type::Bytes => {
            [&[][..], &[0], &[255], &[0xc3, 0x28], b"text", &[0; 1000]].map(|bytes| Value::Bytes(bytes.to_vec())).into()
        }
        Type::String | Type::Optional(_) | Type::List(_) | Type::Map(_) | Type::Named(_) => vec![],
    }
}

fn dates() -> Vec<Date> {
    let days = [
        (1, 1, 1),
        (1582, 10, 10),
        (1900, 2, 28),
        (1969, 12, 31),
        (1970, 1, 1),
        (1999, 12, 31),
        (2000, 2, 29),
        (2024, 2, 29),
        (2024, 12, 31),
        (2100, 3, 1),
        (0, 1, 1),
    ];
    let days = days.into_iter().filter_map(|(year, month, day)| Date::new(year, month, day).ok());
    days.chain([Date::MIN, Date::MAX]).collect()
}

fn times() -> [Time; 4] {
    [Time::MIN, Time::midnight(), Time::constant(12, 0, 0, 0), Time::MAX]
}
