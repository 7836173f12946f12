//! Tests of the whole language; the spec they use is [`scope`].

mod outcomes;
mod problems;
mod random;

use std::collections::BTreeMap;

use super::{Expr, Problem, Scope, check, parse};
use crate::diagnostic::Location;
use crate::spec::{Field, Shape, Type, TypeDef, Variant};
use crate::value::Value;

/// A receipt as a spec would describe it, with a field of every type.
struct Receipt {
    input: Vec<Field>,
    output: Type,
    types: BTreeMap<String, TypeDef>,
}

impl Receipt {
    fn new() -> Self {
        let named = |name: &str| Type::Named(name.to_owned());
        let address = record(vec![("city", Type::String), ("zip", optional(Type::Int))]);
        let line = record(vec![
            ("qty", Type::Int),
            ("amount", Type::Decimal),
            ("note", optional(Type::String)),
            ("tags", list(Type::String)),
        ]);
        let category = ["food", "travel", "other"].map(|name| Variant { name: name.to_owned(), doc: None });
        let output = record(vec![
            ("company", optional(Type::String)),
            ("date", Type::Date),
            ("at", optional(Type::Time)),
            ("printed", optional(Type::DateTime)),
            ("total", Type::Decimal),
            ("tax", optional(Type::Decimal)),
            ("score", Type::Float),
            ("paid", Type::Bool),
            ("category", named("Category")),
            ("address", optional(named("Address"))),
            ("lines", list(named("Line"))),
            ("rates", Type::Map(Box::new(Type::Decimal))),
            ("discounts", list(optional(Type::Decimal))),
            ("image", optional(Type::Bytes)),
            ("in", Type::Int),
        ]);
        let types = [
            ("Address", address),
            ("Line", line),
            ("Output", output),
            ("Category", TypeDef { doc: None, shape: Shape::Enum(category.to_vec()) }),
        ];
        Self {
            input: fields(vec![("text", Type::String), ("limit", optional(Type::Int)), ("since", Type::Date)]),
            output: named("Output"),
            types: types.map(|(name, def)| (name.to_owned(), def)).into(),
        }
    }

    fn scope(&self) -> Scope<'_> {
        Scope { input: &self.input, output: &self.output, types: &self.types }
    }
}

fn record(list: Vec<(&str, Type)>) -> TypeDef {
    TypeDef { doc: None, shape: Shape::Record(fields(list)) }
}

fn fields(list: Vec<(&str, Type)>) -> Vec<Field> {
    list.into_iter()
        .map(|(name, ty)| Field {
            name: name.to_owned(),
            ty,
            doc: None,
            unit: None,
            min: None,
            max: None,
            at: Location::nowhere(),
        })
        .collect()
}

fn optional(ty: Type) -> Type {
    Type::Optional(Box::new(ty))
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

fn values<const N: usize>(list: [(&str, Value); N]) -> BTreeMap<String, Value> {
    list.map(|(name, value)| (name.to_owned(), value)).into()
}

fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// The condition, checked against the receipt.
fn checked(text: &str) -> Result<Expr, Vec<Problem>> {
    let expr = parse(text).map_err(|problem| vec![problem])?;
    match check(&expr, &Receipt::new().scope()) {
        problems if problems.is_empty() => Ok(expr),
        problems => Err(problems),
    }
}
