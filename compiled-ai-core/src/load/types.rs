//! `types:` and every type expression: named types, inline ones, and what refers to them.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{self, BUILTINS};
use super::{Reader, keys, names};
use crate::codes::spec as codes;
use crate::diagnostic::{Diagnostic, Location};
use crate::spec::{OUTPUT, Shape, Type, TypeDef, Variant};
use crate::suggest;
use crate::yaml::{Key, Kind, Node};

/// No more unknown types than this are reported.
const MOST_UNKNOWN: usize = 50;

/// The named types of a spec while it is read.
#[derive(Default)]
pub(super) struct Types {
    /// What is known so far.
    pub(super) defs: BTreeMap<String, TypeDef>,
    /// Where each is defined.
    pub(super) places: BTreeMap<String, Location>,
    /// Every use of a named type, looked up when all are known.
    references: Vec<(String, Location)>,
    /// Names under `types:` whose definition could not be read.
    failed: BTreeSet<String>,
}

/// Stands for a type that could not be read. It takes every value, so that one mistake is reported once.
pub(super) fn unreadable() -> Type {
    Type::Named(String::new())
}

impl Reader<'_> {
    /// Reads `types:`.
    pub(super) fn named_types(&mut self, node: &Node) {
        let Some(entries) = keys::any(node, "`types`", &mut self.problems) else { return };
        for (key, node) in entries.iter() {
            self.check_type_name(key);
            let of = format!("type `{}`", key.text);
            let Some(entries) = keys::known(node, &of, &["record", "enum", "doc"], &mut self.problems) else {
                self.types.failed.insert(key.text.clone());
                continue;
            };
            let doc = self.doc(&entries);
            let shape = match (entries.get("record"), entries.get("enum")) {
                (Some(record), None) => self.fields(record, &of).map(Shape::Record),
                (None, Some(variants)) => self.variants(variants, &of).map(Shape::Enum),
                _ => {
                    self.problems.push(
                        Diagnostic::error(codes::SHAPE, format!("{of} must have either `record` or `enum`"))
                            .at(&key.at, ""),
                    );
                    None
                }
            };
            let Some(shape) = shape else {
                self.types.failed.insert(key.text.clone());
                continue;
            };
            self.types.places.insert(key.text.clone(), key.at.clone());
            self.types.defs.insert(key.text.clone(), TypeDef { doc, shape });
        }
    }

    /// Reads a type expression; `inline` names a record or enum that is written in its place.
    pub(super) fn ty(&mut self, node: &Node, inline: &Key) -> Type {
        self.nested_ty(node, inline, 0)
    }

    /// A type expression within `depth` lists and maps.
    fn nested_ty(&mut self, node: &Node, inline: &Key, depth: usize) -> Type {
        if depth > expression::MAX_NESTING {
            return self.bad_type(&node.at, &expression::too_deep(), None);
        }
        match &node.kind {
            Kind::String(text) => self.type_text(text, &node.at, depth),
            Kind::Seq(items) => match &items[..] {
                [item] => Type::List(Box::new(self.nested_ty(item, inline, depth + 1))),
                _ => self.bad_type(
                    &node.at,
                    "a list type has exactly one type between its brackets",
                    Some("write `[string]`"),
                ),
            },
            Kind::Map(entries) => self.type_mapping(node, entries, inline, depth),
            _ => self.bad_type(&node.at, &format!("expected a type, found {}", node.describe()), None),
        }
    }

    /// Whether a text is a type of which all is known.
    pub(super) fn is_type(&self, text: &str) -> bool {
        expression::parse(text, 0)
            .is_ok_and(|(_, references)| references.iter().all(|(name, _)| self.types.defs.contains_key(name)))
    }

    fn type_text(&mut self, text: &str, at: &Location, depth: usize) -> Type {
        match expression::parse(text, depth) {
            Ok((ty, references)) => {
                for (name, span) in references {
                    let at = self.within(at, text, span);
                    self.types.references.push((name, at));
                }
                ty
            }
            Err(wrong) => {
                let at = self.within(at, text, wrong.span);
                self.bad_type(&at, &wrong.message, wrong.help)
            }
        }
    }

    fn type_mapping(&mut self, node: &Node, entries: &[(Key, Node)], inline: &Key, depth: usize) -> Type {
        match entries {
            [(key, item)] if key.text == "map" => Type::Map(Box::new(self.nested_ty(item, inline, depth + 1))),
            _ if entries.iter().any(|(key, _)| matches!(key.text.as_str(), "record" | "enum")) => {
                let of = "an inline type";
                let Some(entries) = keys::known(node, of, &["record", "enum", "doc"], &mut self.problems) else {
                    return unreadable();
                };
                let doc = self.doc(&entries);
                self.inline(&entries, inline, doc)
            }
            _ => self.bad_type(
                &node.at,
                "expected a type, found a mapping",
                Some("write `{map: T}` for a map, `{record: {…}}` for a record or `{enum: […]}` for an enum"),
            ),
        }
    }

    /// Defines the record or enum written in place of a type, named after the field.
    pub(super) fn inline(&mut self, entries: &keys::Entries<'_>, field: &Key, doc: Option<String>) -> Type {
        let of = format!("`{}`", field.text);
        let shape = match (entries.entry("record"), entries.entry("enum")) {
            (Some((_, record)), None) => self.fields(record, &of).map(Shape::Record),
            (None, Some((_, variants))) => self.variants(variants, &of).map(Shape::Enum),
            _ => return self.bad_type(entries.at, "give either `record` or `enum`", None),
        };
        let Some(shape) = shape else { return unreadable() };
        let name = names::camel_case(&field.text);
        let help = "define it under `types:` with a name of its own";
        if names::is_reserved_type(&name) || !names::is_camel_case(&name) {
            self.problems.push(
                Diagnostic::error(codes::RESERVED, format!("the type of {of} would be named `{name}`, which is taken"))
                    .at(&field.at, "")
                    .help(help),
            );
            return unreadable();
        }
        let def = TypeDef { doc, shape };
        if let Some(other) = self.types.defs.get(&name).filter(|other| **other != def) {
            // Both docs can't be the type's, and which one it gets must not hang on the order of the fields.
            let (message, help) = if other.shape == def.shape {
                let help = "define it once under `types:`, and give each field `type` and a `doc` of its own";
                (format!("{of} defines the type `{name}` again, with another `doc`"), help)
            } else {
                (format!("{of} defines a second, different type `{name}`"), help)
            };
            let mut problem = Diagnostic::error(codes::COLLISION, message).at(&field.at, "");
            if let Some(first) = self.types.places.get(&name) {
                problem = problem.at(first, "the first one");
            }
            self.problems.push(problem.help(help));
            return unreadable();
        }
        self.types.places.entry(name.clone()).or_insert_with(|| field.at.clone());
        self.types.defs.entry(name.clone()).or_insert(def);
        Type::Named(name)
    }

    /// `None` if a variant could not be read: values may have it all the same.
    fn variants(&mut self, node: &Node, of: &str) -> Option<Vec<Variant>> {
        let items = keys::items(node, &format!("`enum` of {of}"), &mut self.problems)?;
        if items.is_empty() {
            self.problems
                .push(Diagnostic::error(codes::EMPTY, format!("the enum of {of} has no variants")).at(&node.at, ""));
        }
        let mut variants: Vec<Variant> = Vec::with_capacity(items.len());
        let mut rust_names: BTreeMap<String, &Location> = BTreeMap::new();
        for item in items {
            let Some((name, at, doc)) = self.variant(item) else { continue };
            self.check_snake_name(name, at, "variant");
            let rust_name = names::camel_case(name);
            if let Some(first) = rust_names.get(&rust_name) {
                self.problems.push(
                    Diagnostic::error(codes::SAME_NAME, format!("two variants of {of} are `{rust_name}` in Rust"))
                        .at(at, "")
                        .at(first, "the first one"),
                );
                continue;
            }
            rust_names.insert(rust_name, at);
            variants.push(Variant { name: name.to_owned(), doc });
        }
        (!items.is_empty() && variants.len() == items.len()).then_some(variants)
    }

    /// `a`, or `{a: "what it means"}`.
    fn variant<'n>(&mut self, item: &'n Node) -> Option<(&'n str, &'n Location, Option<String>)> {
        if let Kind::Map(entries) = &item.kind
            && let [(key, doc)] = &entries[..]
        {
            let doc = self.prose(doc, "the meaning of a variant");
            return Some((&key.text, &key.at, doc.map(str::to_owned)));
        }
        if let Kind::Bool(_) | Kind::Number(_) | Kind::Null = item.kind {
            self.problems.push(
                Diagnostic::error(codes::NAME, format!("{} can't be the name of a variant", item.describe()))
                    .at(&item.at, "")
                    .help("a variant is a word in snake case, such as `not_given`"),
            );
            return None;
        }
        keys::text(item, "a variant", &mut self.problems).map(|name| (name, &item.at, None))
    }

    /// Looks up every named type that was used.
    pub(super) fn check_references(&mut self) {
        // Each suggestion compares with every type: a file of nothing but mistakes must not cost their product.
        let before = self.problems.len();
        for (name, at) in std::mem::take(&mut self.types.references) {
            if self.problems.len() - before >= MOST_UNKNOWN {
                break;
            }
            if self.types.defs.contains_key(&name) || self.types.failed.contains(&name) {
                continue;
            }
            let known = BUILTINS.iter().copied().chain(self.types.defs.keys().map(String::as_str));
            let mut problem = Diagnostic::error(codes::UNKNOWN_TYPE, format!("unknown type `{name}`")).at(&at, "");
            problem = match expression::other_name(&name).or_else(|| suggest::closest(&name, known)) {
                Some(meant) => problem.help(format!("did you mean `{meant}`?")),
                None => problem
                    .note(format!("the built-in types are {}", suggest::list(BUILTINS.iter().copied())))
                    .help("define a type of your own under `types:`"),
            };
            self.problems.push(problem);
        }
    }

    fn check_type_name(&mut self, key: &Key) {
        let name = &key.text;
        if !names::is_camel_case(name) {
            let mut problem =
                Diagnostic::error(codes::NAME, format!("`{name}` is not a name for a type: it must be in camel case"))
                    .at(&key.at, "");
            let suggestion = names::camel_case(name);
            if names::is_camel_case(&suggestion) && !names::is_reserved_type(&suggestion) {
                problem = problem.help(format!("write `{suggestion}`"));
            }
            self.problems.push(problem);
        } else if names::is_reserved_type(name) {
            let what = if name == OUTPUT { "the type that `output:` becomes" } else { "used by the generated code" };
            self.problems.push(
                Diagnostic::error(codes::RESERVED, format!("the name `{name}` is taken"))
                    .at(&key.at, "")
                    .note(format!("`{name}` is {what}"))
                    .help("choose another name"),
            );
        }
    }

    fn bad_type(&mut self, at: &Location, message: &str, help: Option<&str>) -> Type {
        let mut problem = Diagnostic::error(codes::TYPE_SYNTAX, message).at(at, "");
        if let Some(help) = help {
            problem = problem.help(help);
        }
        self.problems.push(problem);
        unreadable()
    }
}
