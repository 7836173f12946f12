//! Values as JSON, in the forms of their serde implementations.
//!
//! What [`record!`](crate::record) and [`choice!`](crate::choice) write is compiled and optimised with every candidate, what they
//! call only once, with the kit. Serde's generated code is several times as much, and was half of what compiling a candidate took.

use std::collections::BTreeMap;

use compiled_ai_runtime::__private::serde::Serialize;
use compiled_ai_runtime::__private::serde_json::{self, Map};
use compiled_ai_runtime::{Abstain, Bytes, CompiledFn, Date, DateTime, Decimal, Time};

pub use compiled_ai_runtime::__private::serde_json::Value as Json;

/// Calls `F` with JSON and says in JSON what came of it, as [`compiled_ai_runtime::call_json`] does.
pub fn call<F: CompiledFn<In: Value, Out: Value>>(input: &str) -> String {
    let input = match parse(input).and_then(F::In::read) {
        Ok(input) => input,
        Err(fault) => return fault.answer(),
    };
    match F::call(&input) {
        Ok(output) => {
            let mut answer = Answer::begin("ok");
            output.write(&mut answer);
            answer.end()
        }
        Err(abstain) => abstained(abstain),
    }
}

/// A value of a spec's type.
pub trait Value: Sized {
    /// From JSON.
    fn read(json: Json) -> Result<Self, Fault>;
    /// To JSON.
    fn write(&self, answer: &mut Answer);
}

/// Why JSON is no value of a type.
pub struct Fault(String);

impl Fault {
    fn new(expected: &str, found: &Json) -> Self {
        Self(format!("expected {expected}, found {found}"))
    }

    fn answer(&self) -> String {
        failed(&format!("input does not parse: {}", self.0))
    }
}

fn parse(input: &str) -> Result<Json, Fault> {
    serde_json::from_str(input).map_err(|error| Fault(error.to_string()))
}

fn abstained(abstain: Abstain) -> String {
    let mut answer = Answer::begin("abstain");
    answer.plain(&abstain);
    answer.end()
}

fn failed(why: &str) -> String {
    let mut answer = Answer::begin("error");
    answer.plain(&why);
    answer.end()
}

/// The fields of a record.
pub struct Fields(Map<String, Json>);

impl Fields {
    /// Of an object.
    pub fn of(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Object(fields) => Ok(Self(fields)),
            other => Err(Fault::new("an object", &other)),
        }
    }

    /// The next one; an absent one is null.
    pub fn take(&mut self, name: &str) -> Json {
        self.0.remove(name).unwrap_or_default()
    }

    /// There must be no others.
    pub fn end(&self) -> Result<(), Fault> {
        self.0.keys().next().map_or(Ok(()), |name| Err(Fault(format!("unknown field `{name}`"))))
    }
}

/// An answer that is being written.
pub struct Answer {
    text: String,
    fault: Option<String>,
}

impl Answer {
    fn begin(what: &str) -> Self {
        Self { text: format!("{{\"{what}\":"), fault: None }
    }

    fn end(mut self) -> String {
        self.text.push('}');
        match self.fault {
            None => self.text,
            Some(fault) => failed(&format!("output has no JSON form: {fault}")),
        }
    }

    /// An object or a list begins or ends.
    pub fn bracket(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// The next item of a list.
    pub fn item(&mut self) {
        if !self.text.ends_with(['{', '[']) {
            self.text.push(',');
        }
    }

    /// The name of the next field.
    pub fn key(&mut self, name: &str) {
        self.item();
        self.plain(&name);
        self.text.push(':');
    }

    /// Something without parts.
    pub fn plain(&mut self, value: &impl Serialize) {
        match serde_json::to_string(value) {
            Ok(text) => self.text.push_str(&text),
            Err(error) => self.fault = Some(error.to_string()),
        }
    }
}

macro_rules! plain {
    ($($name:ty),*) => {$(
        impl Value for $name {
            fn read(json: Json) -> Result<Self, Fault> {
                serde_json::from_value(json).map_err(|error| Fault(error.to_string()))
            }
            fn write(&self, answer: &mut Answer) {
                answer.plain(self);
            }
        }
    )*};
}

plain!(bool, i64, Bytes, Date, DateTime, Decimal, String, Time);

impl Value for f64 {
    fn read(json: Json) -> Result<Self, Fault> {
        json.as_f64().ok_or_else(|| Fault::new("a number", &json))
    }
    fn write(&self, answer: &mut Answer) {
        if !self.is_finite() {
            answer.fault = Some(format!("a float is `{self}`"));
        }
        answer.plain(self);
    }
}

impl<T: Value> Value for Option<T> {
    fn read(json: Json) -> Result<Self, Fault> {
        if json.is_null() { Ok(None) } else { Ok(Some(T::read(json)?)) }
    }
    fn write(&self, answer: &mut Answer) {
        match self {
            Some(value) => value.write(answer),
            None => answer.plain(&()),
        }
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(json: Json) -> Result<Self, Fault> {
        let items = items(json)?;
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            values.push(T::read(item)?);
        }
        Ok(values)
    }
    fn write(&self, answer: &mut Answer) {
        answer.bracket('[');
        for item in self {
            answer.item();
            item.write(answer);
        }
        answer.bracket(']');
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    fn read(json: Json) -> Result<Self, Fault> {
        let Fields(fields) = Fields::of(json)?;
        let mut values = BTreeMap::new();
        for (key, value) in fields {
            values.insert(key, T::read(value)?);
        }
        Ok(values)
    }
    fn write(&self, answer: &mut Answer) {
        answer.bracket('{');
        for (key, value) in self {
            answer.key(key);
            value.write(answer);
        }
        answer.bracket('}');
    }
}

fn items(json: Json) -> Result<Vec<Json>, Fault> {
    match json {
        Json::Array(items) => Ok(items),
        other => Err(Fault::new("a list", &other)),
    }
}

/// The number of a variant.
pub fn case(json: &Json, names: &[&str]) -> Result<usize, Fault> {
    let number = json.as_str().and_then(|found| names.iter().position(|name| *name == found));
    number.ok_or_else(|| Fault::new("a variant", json))
}

/// Implements [`Value`](crate::json::Value) for a record.
#[macro_export]
macro_rules! record {
    ($name:path { $($field:ident),* }, $is_input:literal) => {
        impl $crate::json::Value for $name {
            fn read(json: $crate::json::Json) -> ::core::result::Result<Self, $crate::json::Fault> {
                let mut fields = $crate::json::Fields::of(json)?;
                let record = Self { $($field: $crate::json::Value::read(fields.take(::core::stringify!($field)))?),* };
                fields.end()?;
                ::core::result::Result::Ok(record)
            }
            fn write(&self, answer: &mut $crate::json::Answer) {
                answer.bracket('{');
                $(
                    answer.key(::core::stringify!($field));
                    $crate::json::Value::write(&self.$field, answer);
                )*
                answer.bracket('}');
            }
        }
    };
}

/// Implements [`Value`](crate::json::Value) for an enum.
#[macro_export]
macro_rules! choice {
    ($name:path { $($variant:ident = $written:literal),* }) => {
        const _: () = {
            type Choice = $name;
            const ALL: &[Choice] = &[$(Choice::$variant),*];
            const NAMES: &[&str] = &[$($written),*];
            impl $crate::json::Value for Choice {
                fn read(json: $crate::json::Json) -> ::core::result::Result<Self, $crate::json::Fault> {
                    ::core::result::Result::Ok(ALL[$crate::json::case(&json, NAMES)?])
                }
                fn write(&self, answer: &mut $crate::json::Answer) {
                    answer.plain(&NAMES[*self as usize]);
                }
            }
        };
    };
}
