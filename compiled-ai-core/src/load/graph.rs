//! How named types refer to each other: records that contain themselves, and types that nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::Reader;
use crate::codes::spec as codes;
use crate::diagnostic::Diagnostic;
use crate::spec::{Field, Shape, Type, TypeDef};

impl Reader<'_> {
    /// Reports records that contain themselves. Iterative: a long chain of types must not cost stack.
    pub(super) fn check_recursion(&mut self) {
        let defs = &self.types.defs;
        let mut done: BTreeSet<&str> = BTreeSet::new();
        for start in defs.keys() {
            let mut path: Vec<(&str, Vec<&str>)> = Vec::new();
            let mut on_path: BTreeSet<&str> = BTreeSet::new();
            let mut next = Some(start.as_str());
            loop {
                if let Some(name) = next.take()
                    && !done.contains(name)
                {
                    if on_path.insert(name) {
                        path.push((name, uses(defs, name)));
                    } else {
                        let cycle: Vec<&str> = path
                            .iter()
                            .map(|(name, _)| *name)
                            .skip_while(|other| *other != name)
                            .chain([name])
                            .collect();
                        self.problems.push(recursive(&cycle, self.types.places.get(name)));
                    }
                }
                let Some((name, rest)) = path.last_mut() else { break };
                match rest.pop() {
                    Some(used) => next = Some(used),
                    None => {
                        done.insert(name);
                        on_path.remove(*name);
                        path.pop();
                    }
                }
            }
        }
    }

    /// Warns of types that neither the input nor the output uses.
    pub(super) fn check_unused(&mut self, input: &[Field], output: &Type) {
        let mut used: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = input.iter().map(|field| &field.ty).chain([output]).filter_map(named).collect();
        while let Some(name) = open.pop() {
            if used.insert(name) {
                open.extend(uses(&self.types.defs, name));
            }
        }
        for (name, place) in &self.types.places {
            if !used.contains(name.as_str()) {
                self.problems.push(
                    Diagnostic::warning(codes::UNUSED_TYPE, format!("the type `{name}` is never used"))
                        .at(place, "")
                        .help("use it in `input` or `output`, or remove it"),
                );
            }
        }
    }
}

fn recursive(cycle: &[&str], place: Option<&crate::diagnostic::Location>) -> Diagnostic {
    const LONGEST: usize = 8;
    let name = cycle.first().copied().unwrap_or_default();
    let mut chain = cycle.iter().take(LONGEST).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" contains ");
    if cycle.len() > LONGEST {
        chain.push_str(" …");
    }
    let problem = Diagnostic::error(codes::RECURSIVE, format!("the type `{name}` contains itself"));
    let problem = place.into_iter().fold(problem, |problem, place| problem.at(place, ""));
    problem.note(chain).help("flatten it: give each element an id and name the parent's id in a field")
}

/// The named types that the fields of a record have.
fn uses<'t>(defs: &'t BTreeMap<String, TypeDef>, name: &str) -> Vec<&'t str> {
    match defs.get(name).map(|def| &def.shape) {
        Some(Shape::Record(fields)) => fields.iter().filter_map(|field| named(&field.ty)).collect(),
        Some(Shape::Enum(_)) | None => vec![],
    }
}

/// The named type within a type.
fn named(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => named(inner),
        _ => None,
    }
}
