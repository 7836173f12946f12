//! From a YAML or JSON node to a [`Value`] of a type, with every problem on the way.
//!
//! Examples go through here, and so may anything else that claims to be a value of a spec's type, such as what a candidate
//! returned: build its tree with [`Node::synthetic`], and the messages name the place by its path (`lines[2].amount`).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::keys;
use crate::codes::examples as codes;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::spec::{Field, Shape, Type, TypeDef, Variant};
use crate::suggest;
use crate::value::Value;
use crate::yaml::{Key, Kind, Node, shorten};

mod limits;
mod scalar;

pub use scalar::{Unfit, decimal};

/// No more problems than this are reported for one value.
const MOST_PROBLEMS: usize = 20;

/// Reads a node as a value of `ty`.
///
/// A record gets every field of its type: an optional one that is missing is [`Value::Null`]. A named type that `types`
/// lacks takes anything and gives [`Value::Null`]; the loader has reported it where it is used.
///
/// # Errors
/// Every problem found, up to a limit: wrong type, missing or unknown field, limit exceeded, number that does not fit.
pub fn value(node: &Node, ty: &Type, types: &BTreeMap<String, TypeDef>) -> Result<Value, Vec<Diagnostic>> {
    run(types, |decoder| decoder.value(node, ty))
}

/// Reads a node as a value of a field: as [`value`], and within the field's limits.
///
/// # Errors
/// As [`value`].
pub fn field(node: &Node, field: &Field, types: &BTreeMap<String, TypeDef>) -> Result<Value, Vec<Diagnostic>> {
    run(types, |decoder| decoder.named_field(node, field))
}

/// Reads a mapping as the values of fields, such as a spec's input.
///
/// # Errors
/// As [`value`].
pub fn record(
    node: &Node,
    fields: &[Field],
    types: &BTreeMap<String, TypeDef>,
) -> Result<BTreeMap<String, Value>, Vec<Diagnostic>> {
    run(types, |decoder| decoder.fields(node, fields))
}

fn run<'t, T>(
    types: &'t BTreeMap<String, TypeDef>,
    decode: impl FnOnce(&mut Decoder<'t>) -> Option<T>,
) -> Result<T, Vec<Diagnostic>> {
    let mut decoder = Decoder { types, path: vec![], problems: vec![] };
    match decode(&mut decoder) {
        Some(value) if decoder.problems.is_empty() => Ok(value),
        _ => Err(decoder.problems),
    }
}

/// Where in a value the decoder is.
enum Step {
    Field(String),
    Index(usize),
}

struct Decoder<'t> {
    types: &'t BTreeMap<String, TypeDef>,
    path: Vec<Step>,
    problems: Vec<Diagnostic>,
}

impl Decoder<'_> {
    /// `None` if and only if there was a problem in it.
    fn value(&mut self, node: &Node, ty: &Type) -> Option<Value> {
        match ty {
            Type::Optional(_) if node.kind == Kind::Null => Some(Value::Null),
            Type::Optional(inner) => self.value(node, inner),
            Type::Named(name) => match self.types.get(name).map(|def| &def.shape) {
                None => Some(Value::Null),
                Some(_) if node.kind == Kind::Null => self.null(node, ty),
                Some(Shape::Record(fields)) => self.fields(node, fields).map(Value::Record),
                Some(Shape::Enum(variants)) => self.variant(node, name, variants),
            },
            _ if node.kind == Kind::Null => self.null(node, ty),
            Type::List(item) => self.list(node, item),
            Type::Map(item) => self.map(node, item),
            _ => self.scalar(node, ty),
        }
    }

    fn named_field(&mut self, node: &Node, field: &Field) -> Option<Value> {
        self.path.push(Step::Field(field.name.clone()));
        let value = self.value(node, &field.ty);
        if let Some(value) = &value
            && let Some(wrong) = limits::exceeded(value, field)
        {
            let message = format!("{} {wrong}", self.place());
            let is_in_file = node.at != Location::nowhere() && field.at != Location::nowhere();
            self.report(codes::LIMIT, node, message, |problem| match is_in_file {
                true => problem.at(&field.at, "the field"),
                false => problem,
            });
        }
        self.path.pop();
        value
    }

    fn fields(&mut self, node: &Node, fields: &[Field]) -> Option<BTreeMap<String, Value>> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_type(node, "a mapping of fields");
            return None;
        };
        let before = self.problems.len();
        let mut values = BTreeMap::new();
        for (key, node) in keys::unique(entries, &mut self.problems) {
            match fields.iter().find(|field| field.name == key.text) {
                Some(field) => {
                    let value = self.named_field(node, field).unwrap_or(Value::Null);
                    values.insert(key.text.clone(), value);
                }
                None => self.unknown_field(key, fields),
            }
            if self.is_full() {
                return None;
            }
        }
        let misspelt = self.problems[before..].iter().any(|problem| problem.code == codes::UNKNOWN_FIELD);
        for field in fields {
            if values.contains_key(&field.name) {
                continue;
            }
            let is_required = !matches!(&field.ty, Type::Optional(_)) && !self.takes_anything(&field.ty);
            // Beside an unknown field, a missing one is most often the same mistake.
            if is_required && !misspelt {
                let place = self.inner_place(&field.name);
                self.report(codes::MISSING_FIELD, node, format!("{place} is missing"), |problem| {
                    problem.note(format!("its type is `{}`", field.ty))
                });
            }
            values.insert(field.name.clone(), Value::Null);
        }
        (self.problems.len() == before).then_some(values)
    }

    fn list(&mut self, node: &Node, item: &Type) -> Option<Value> {
        let Kind::Seq(items) = &node.kind else {
            self.wrong_type(node, "a sequence");
            return None;
        };
        let before = self.problems.len();
        let mut values = Vec::with_capacity(items.len());
        for (index, node) in items.iter().enumerate() {
            self.path.push(Step::Index(index));
            values.extend(self.value(node, item));
            self.path.pop();
            if self.is_full() {
                return None;
            }
        }
        (self.problems.len() == before).then_some(Value::List(values))
    }

    fn map(&mut self, node: &Node, item: &Type) -> Option<Value> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_type(node, "a mapping");
            return None;
        };
        let before = self.problems.len();
        let mut values = BTreeMap::new();
        for (key, node) in keys::unique(entries, &mut self.problems) {
            self.path.push(Step::Field(key.text.clone()));
            values.extend(self.value(node, item).map(|value| (key.text.clone(), value)));
            self.path.pop();
            if self.is_full() {
                return None;
            }
        }
        (self.problems.len() == before).then_some(Value::Map(values))
    }

    fn variant(&mut self, node: &Node, name: &str, variants: &[Variant]) -> Option<Value> {
        let known = || variants.iter().map(|variant| variant.name.as_str());
        let Kind::String(text) = &node.kind else {
            self.wrong_type(node, &format!("a variant of `{name}`"));
            return None;
        };
        if known().any(|variant| variant == text) {
            return Some(Value::Enum(text.clone()));
        }
        let message = format!("{} must be a variant of `{name}`, found `{}`", self.place(), shorten(text));
        self.report(codes::UNKNOWN_VARIANT, node, message, |problem| match suggest::closest(text, known()) {
            Some(meant) => problem.help(format!("did you mean `{meant}`?")),
            None => problem.note(format!("the variants are {}", suggest::list(known()))),
        });
        None
    }

    fn scalar(&mut self, node: &Node, ty: &Type) -> Option<Value> {
        match scalar::value(node, ty) {
            Ok(value) => Some(value),
            Err(wrong) => {
                let message = format!("{} {}", self.place(), wrong.message);
                self.report(wrong.code, node, message, |problem| {
                    wrong.help.into_iter().fold(problem, Diagnostic::help)
                });
                None
            }
        }
    }

    fn null(&mut self, node: &Node, ty: &Type) -> Option<Value> {
        let message = format!("{} must not be absent", self.place());
        self.report(codes::NULL, node, message, |problem| {
            let problem = problem.note(format!("its type is `{ty}`"));
            match ty {
                Type::String => {
                    problem.help("an empty string is written `\"\"`; a field that may be absent has the type `string?`")
                }
                _ => problem.help(format!("a field that may be absent has the type `{ty}?`")),
            }
        });
        None
    }

    fn wrong_type(&mut self, node: &Node, expected: &str) {
        let message = format!("{} must be {expected}, found {}", self.place(), node.describe());
        self.report(codes::WRONG_TYPE, node, message, |problem| problem);
    }

    fn unknown_field(&mut self, key: &Key, fields: &[Field]) {
        let known = || fields.iter().map(|field| field.name.as_str());
        let place = self.inner_place(&shorten(&key.text));
        let problem = Diagnostic::error(codes::UNKNOWN_FIELD, format!("unknown field {place}")).at(&key.at, "");
        self.problems.push(match suggest::closest(&key.text, known()) {
            Some(meant) => problem.help(format!("did you mean `{meant}`?")),
            None => problem.note(format!("the fields are {}", suggest::list(known()))),
        });
    }

    fn report(&mut self, code: Code, node: &Node, message: String, with: impl FnOnce(Diagnostic) -> Diagnostic) {
        let problem = Diagnostic::error(code, message);
        let problem = if node.at == Location::nowhere() { problem } else { problem.at(&node.at, "") };
        self.problems.push(with(problem));
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// Whether the type is, or is made of, one that could not be read.
    fn takes_anything(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(name) => !self.types.contains_key(name),
            Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => self.takes_anything(inner),
            _ => false,
        }
    }

    /// `` `lines[2].amount` ``, or `the value` where there is no path.
    fn place(&self) -> String {
        match &self.path[..] {
            [] => "the value".to_owned(),
            path => format!("`{}`", written(path)),
        }
    }

    /// The place of a field of the record that the decoder is at.
    fn inner_place(&self, field: &str) -> String {
        match &self.path[..] {
            [] => format!("`{field}`"),
            path => format!("`{}.{field}`", written(path)),
        }
    }
}

fn written(path: &[Step]) -> String {
    path.iter().fold(String::new(), |mut text, step| {
        let _ = match step {
            Step::Field(name) if text.is_empty() => write!(text, "{}", shorten(name)),
            Step::Field(name) => write!(text, ".{}", shorten(name)),
            Step::Index(index) => write!(text, "[{index}]"),
        };
        text
    })
}
