//! Types of expressions.

use jiff::civil::{Date, DateTime, Time};

use super::{Name, Scope};
use crate::spec::{Field, INPUT, Shape, Type, Variant};

/// What checking knows of an expression.
#[derive(Debug, Clone)]
pub(super) enum Ty<'e> {
    /// Its type.
    Known(Type),
    /// A written string: also a variant of an enum or a date, where one is wanted.
    Literal(&'e str),
    /// A bare name that is no field: a variant of an enum, or a mistake.
    Word(&'e Name),
    /// Nothing, because of a problem that has been reported.
    Error,
}

/// Types that compare with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Number,
    Text,
    Ordered,
    Other,
}

pub(super) fn class(ty: &Type) -> Class {
    match ty {
        Type::Int | Type::Decimal | Type::Float => Class::Number,
        Type::String => Class::Text,
        Type::Date | Type::Time | Type::DateTime => Class::Ordered,
        _ => Class::Other,
    }
}

/// The type without its `?`.
pub(super) fn present(ty: &Type) -> &Type {
    match ty {
        Type::Optional(inner) => present(inner),
        ty => ty,
    }
}

/// The type of the elements of a list or map.
pub(super) fn element(ty: &Type) -> Option<&Type> {
    match present(ty) {
        Type::List(element) | Type::Map(element) => Some(element),
        _ => None,
    }
}

/// Whether a string denotes a value of this type; `None` if strings never do.
pub(super) fn denotes(text: &str, ty: &Type) -> Option<bool> {
    match ty {
        Type::Date => Some(date(text).is_some()),
        Type::Time => Some(text.parse::<Time>().is_ok()),
        Type::DateTime => Some(text.parse::<DateTime>().is_ok()),
        _ => None,
    }
}

/// The date that a string denotes, in the form `2020-01-31` only.
pub(super) fn date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}

impl<'a> Scope<'a> {
    /// The fields of a record, or `None` for any other type.
    pub(super) fn fields(&self, ty: &Type) -> Option<&'a [Field]> {
        let Type::Named(name) = ty else { return None };
        match self.types.get(name).map(|def| &def.shape) {
            Some(Shape::Record(fields)) => Some(fields),
            Some(Shape::Enum(_)) => None,
            None => (name == INPUT).then_some(self.input),
        }
    }

    /// The variants of an enum, or `None` for any other type.
    pub(super) fn variants(&self, ty: &Type) -> Option<&'a [Variant]> {
        let Type::Named(name) = ty else { return None };
        match &self.types.get(name)?.shape {
            Shape::Enum(variants) => Some(variants),
            Shape::Record(_) => None,
        }
    }

    /// The fields that bare names stand for.
    pub(super) fn bare(&self) -> &'a [Field] {
        self.fields(present(self.output)).unwrap_or_default()
    }
}
