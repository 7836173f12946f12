//! Values of a spec's types: what examples hold, and what a compiled function takes and returns.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

/// A value that has been checked against a [`crate::spec::Type`].
///
/// Equality is the exact match of the accuracy stage: decimals compare by value (`9.0 == 9.00`), everything else exactly.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An absent `T?`.
    Null,
    /// `bool`
    Bool(bool),
    /// `int`
    Int(i64),
    /// `decimal`
    Decimal(Decimal),
    /// `float`, always finite
    Float(f64),
    /// `string`
    String(String),
    /// `date`
    Date(Date),
    /// `time`
    Time(Time),
    /// `datetime`, without a zone
    DateTime(DateTime),
    /// `bytes`
    Bytes(Vec<u8>),
    /// `[T]`
    List(Vec<Value>),
    /// `{map: T}`
    Map(BTreeMap<String, Value>),
    /// A record: every field of its type is present, absent ones as [`Value::Null`].
    Record(BTreeMap<String, Value>),
    /// A variant of an enum, by its name in the spec.
    Enum(String),
}
