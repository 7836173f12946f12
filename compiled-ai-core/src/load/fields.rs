//! Fields of `input:`, `output:` and records, with their limits.

use rust_decimal::Decimal;

use super::{Reader, decode, keys, names, types};
use crate::codes::spec as codes;
use crate::diagnostic::{Diagnostic, Location};
use crate::spec::{Field, Type};
use crate::suggest;
use crate::yaml::{Key, Kind, Node};

/// The keys that say what a field is; exactly one is given.
const SHAPES: &[&str] = &["type", "enum", "record", "map"];
const FIELD_KEYS: &[&str] = &["type", "enum", "record", "map", "doc", "unit", "min", "max"];

impl Reader<'_> {
    /// Reads a mapping of fields; `of` says in a message what has them. `None` if there are none to go on with.
    pub(super) fn fields(&mut self, node: &Node, of: &str) -> Option<Vec<Field>> {
        let entries = keys::any(node, &format!("the fields of {of}"), &mut self.problems)?;
        let mut fields = Vec::new();
        for (key, node) in entries.iter() {
            self.check_snake_name(&key.text, &key.at, "field");
            fields.push(self.field(key, node));
        }
        if fields.is_empty() {
            self.problems.push(Diagnostic::error(codes::EMPTY, format!("{of} has no fields")).at(&node.at, ""));
            return None;
        }
        Some(fields)
    }

    fn field(&mut self, key: &Key, node: &Node) -> Field {
        let mut field = Field {
            name: key.text.clone(),
            ty: types::unreadable(),
            doc: None,
            unit: None,
            min: None,
            max: None,
            at: key.at.clone(),
        };
        // `{map: T}` alone is a type expression; `{map: T, doc: …}` is a field whose type it is.
        let is_expression = match &node.kind {
            Kind::Map(entries) => matches!(&entries[..], [(only, _)] if only.text == "map"),
            _ => true,
        };
        if is_expression {
            field.ty = self.ty(node, key);
            return field;
        }
        let of = format!("field `{}`", key.text);
        let before = self.problems.len();
        let Some(entries) = keys::known(node, &of, FIELD_KEYS, &mut self.problems) else { return field };
        let has_unknown_keys = self.problems.len() > before;
        field.doc = self.doc(&entries);
        let given: Vec<&str> = SHAPES.iter().copied().filter(|shape| entries.get(shape).is_some()).collect();
        field.ty = match given[..] {
            ["type"] => entries.get("type").map_or_else(types::unreadable, |node| self.ty(node, key)),
            ["map"] => match entries.get("map") {
                Some(node) => Type::Map(Box::new(self.ty(node, key))),
                None => types::unreadable(),
            },
            ["enum" | "record"] => self.inline(&entries, key, field.doc.clone()),
            // A misspelt `type` has been reported.
            [] if has_unknown_keys => types::unreadable(),
            [] => self.no_shape(&of, &node.at, "has no `type`"),
            _ => self.no_shape(&of, &node.at, &format!("has {} together", suggest::list(given))),
        };
        field.unit = entries.get("unit").and_then(|node| self.prose(node, "`unit`")).map(str::to_owned);
        self.limits(&mut field, &entries);
        field
    }

    fn no_shape(&mut self, of: &str, at: &Location, what: &str) -> Type {
        self.problems.push(
            Diagnostic::error(codes::SHAPE, format!("{of} {what}"))
                .at(at, "")
                .help("give exactly one of `type`, `enum`, `record` and `map`"),
        );
        types::unreadable()
    }

    fn limits(&mut self, field: &mut Field, entries: &keys::Entries<'_>) {
        let is_length = match Limited::of(&field.ty) {
            Some(Limited::Value) => false,
            Some(Limited::Length) => true,
            None => {
                for key in ["min", "max"] {
                    let Some((key, _)) = entries.entry(key) else { continue };
                    if field.ty == types::unreadable() {
                        continue;
                    }
                    self.problems.push(
                        Diagnostic::error(codes::LIMIT_TYPE, format!("a `{}` can't have a `{}`", field.ty, key.text))
                            .at(&key.at, "")
                            .note("`min` and `max` limit the value of an int, decimal or float and the length of a string, bytes, list or map"),
                    );
                }
                return;
            }
        };
        field.min = entries.get("min").and_then(|node| self.limit(node, is_length));
        field.max = entries.get("max").and_then(|node| self.limit(node, is_length));
        if let (Some(min), Some(max)) = (field.min, field.max)
            && min > max
            && let (Some((_, min_at)), Some((_, max_at))) = (entries.entry("min"), entries.entry("max"))
        {
            self.problems.push(
                Diagnostic::error(codes::LIMIT, format!("`min` {min} is larger than `max` {max}"))
                    .at(&min_at.at, "")
                    .at(&max_at.at, ""),
            );
            // Nothing is within such limits: examples need not say so.
            (field.min, field.max) = (None, None);
        }
    }

    fn limit(&mut self, node: &Node, is_length: bool) -> Option<Decimal> {
        let expected = if is_length { "a whole number from 0" } else { "a number" };
        let limit = match &node.kind {
            Kind::Number(raw) => decode::decimal(raw).ok(),
            _ => None,
        };
        let limit = limit.filter(|limit| !is_length || (limit.is_integer() && !limit.is_sign_negative()));
        if limit.is_none() {
            self.problems.push(
                Diagnostic::error(codes::LIMIT, format!("this limit must be {expected}, found {}", node.describe()))
                    .at(&node.at, ""),
            );
        }
        limit
    }

    /// What to do about a mapping of fields that was written like the definition of one: `{ enum: [a, b] }` or
    /// `{ type: int, min: 0 }`. `None` if it may be fields: `{ record: string, min: int }` are two.
    pub(super) fn as_definition(&self, entries: &[(Key, Node)]) -> Option<&'static str> {
        let is_field_key = |key: &Key| FIELD_KEYS.contains(&key.text.as_str());
        if !entries.iter().all(|(key, _)| is_field_key(key)) {
            return None;
        }
        let is_definition = entries.iter().any(|(key, node)| match (key.text.as_str(), &node.kind) {
            ("enum", kind) => matches!(kind, Kind::Seq(_)),
            ("record", Kind::Map(fields)) => !fields.iter().any(|(key, _)| is_field_key(key)),
            _ => false,
        });
        if is_definition {
            return Some("define the type under `types:`, as in `Label: { enum: [a, b] }`, and write `output: Label`");
        }
        let has_type = entries.iter().any(|(key, _)| matches!(key.text.as_str(), "type" | "map"));
        let is_described = entries.iter().any(|(key, node)| match (key.text.as_str(), &node.kind) {
            ("min" | "max", kind) => matches!(kind, Kind::Number(_)),
            ("doc" | "unit", Kind::String(text)) => !self.is_type(text),
            _ => false,
        });
        (has_type && is_described).then_some(
            "write the type alone, or make it a field, as in `output: { amount: { type: decimal, min: 0 } }`",
        )
    }

    /// Reports a name that is not in snake case, or that Rust keeps for itself.
    pub(super) fn check_snake_name(&mut self, name: &str, at: &Location, what: &str) {
        if names::is_keyword(name) || name == "self_" {
            let why = if name == "self_" { "would be `Self` in Rust" } else { "is a keyword of Rust" };
            let problem =
                Diagnostic::error(codes::RESERVED, format!("`{name}` can't name a {what}: it {why}")).at(at, "");
            self.problems.push(match name {
                "self_" | "self" | "super" | "crate" => problem.help("choose another name"),
                _ => problem.help(format!("write `{name}_`")),
            });
        } else if !names::is_snake_case(name) {
            let shown = crate::yaml::shorten(name);
            let mut problem = Diagnostic::error(
                codes::NAME,
                format!("`{shown}` is not a name for a {what}: it must be in snake case"),
            )
            .at(at, "");
            let suggestion = names::snake_case(name);
            if names::is_snake_case(&suggestion) && suggestion.len() <= 64 {
                problem = problem.help(format!("write `{suggestion}`"));
            }
            self.problems.push(problem);
        }
    }

    /// `doc`, if it is given.
    pub(super) fn doc(&mut self, entries: &keys::Entries<'_>) -> Option<String> {
        entries.get("doc").and_then(|node| self.prose(node, "`doc`")).map(str::to_owned)
    }
}

/// What `min` and `max` of a type limit.
pub(super) enum Limited {
    Value,
    Length,
}

impl Limited {
    pub(super) fn of(ty: &Type) -> Option<Self> {
        match ty {
            Type::Int | Type::Decimal | Type::Float => Some(Self::Value),
            Type::String | Type::Bytes | Type::List(_) | Type::Map(_) => Some(Self::Length),
            Type::Optional(inner) => Self::of(inner),
            Type::Bool | Type::Date | Type::Time | Type::DateTime | Type::Named(_) => None,
        }
    }
}
