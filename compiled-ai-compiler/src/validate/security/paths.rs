//! Which paths a candidate may write, and how they are printed.

use compiled_ai_core::codes::gate::{MACRO_ARGUMENT, NAME, PORTABILITY};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Path, PathArguments};

use super::gate::{Gate, Rewrite};
use super::profile::Refused;
use super::scope::{TypeName, Value};
use super::similar::most_similar;

/// What a path stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A type of the profile or the spec, by its bare name or its printed path.
    Type(String),
    /// A type, type parameter or alias of the candidate, or `Self`.
    Own(TypeName),
    /// A trait.
    Trait(String),
}

/// A path after long spellings have become the bare name.
struct Short {
    segments: Vec<String>,
    /// The printed path, if the first segment is one of `core`'s that has no bare name.
    is_core: bool,
    rewrite: Option<Rewrite>,
}

impl Gate<'_> {
    /// A path that stands for a value; `None` if it was refused.
    pub(super) fn value_path(&mut self, path: &Path) -> Option<Value> {
        self.path_arguments(path);
        let short = self.short(path)?;
        let found = match short.segments.as_slice() {
            [name] if !short.is_core => self.single_value(name),
            [name] => Some(kind_of(name.rsplit("::").next().unwrap_or_default())),
            segments => self.associated(segments, short.is_core),
        };
        self.finish(path, short, found)
    }

    /// A path that stands for a type or, where `traits` is set, a trait; `None` if it was refused.
    pub(super) fn type_path(&mut self, path: &Path, traits: bool) -> Option<Target> {
        self.path_arguments(path);
        let short = self.short(path)?;
        let rules = &self.profile.names;
        let found = match short.segments.as_slice() {
            [name] if name == "Self" => {
                self.self_type.as_ref().map(|own| Target::Own(TypeName::Own { lifetime: own.has_lifetime }))
            }
            // `Self::Item`.
            [first, name] if first == "Self" && !traits => self
                .self_type
                .as_ref()
                .filter(|own| own.associated.contains(name))
                .map(|own| Target::Own(TypeName::Own { lifetime: own.has_lifetime })),
            // `V::Out` of a type parameter with a bound.
            [first, name]
                if !traits
                    && matches!(self.scopes.ty(first), Some(TypeName::Parameter))
                    && self.own.is_associated_type(name) =>
            {
                Some(Target::Own(TypeName::Parameter))
            }
            [name] if traits && self.own.traits.contains_key(name) => Some(Target::Trait(name.clone())),
            [name] if short.is_core => {
                let last = name.rsplit("::").next().unwrap_or_default().to_owned();
                match rules.traits.contains(&last) && name != "core::fmt::Error" {
                    true if traits => Some(Target::Trait(last)),
                    true => None,
                    false => (!traits && !is_function_name(&last)).then_some(Target::Type(last)),
                }
            }
            [name] => match self.scopes.ty(name) {
                Some(own) if !traits => Some(Target::Own(own.clone())),
                Some(_) => None,
                None if traits => rules.traits.contains(name).then(|| Target::Trait(name.clone())),
                None => {
                    (rules.types.contains(name) || self.names.types.contains(name)).then(|| Target::Type(name.clone()))
                }
            },
            [module, item] | [module, item, _] if rules.kit.contains(module) && !traits => {
                Some(Target::Type(item.clone()))
            }
            _ => None,
        };
        self.finish(path, short, found)
    }

    /// The path of a struct literal, a struct pattern or a tuple pattern: a type or a variant; `None` if it was refused.
    pub(super) fn constructor_path(&mut self, path: &Path) -> Option<()> {
        if path.segments.len() == 1 {
            let name = path.segments[0].ident.to_string();
            if self.profile.names.values.contains(&name) && self.scopes.value(&name).is_none() {
                return Some(());
            }
            return self.type_path(path, false).map(|_| ());
        }
        self.value_path(path).map(|_| ())
    }

    /// A variable or constant that a format string names.
    pub(super) fn inline_argument(&mut self, name: &str, at: Span) {
        if !matches!(self.scopes.value(name), Some(Value::Variable | Value::Data)) {
            let message = format!("`{{{name}}}` names nothing that is in scope");
            self.add(
                MACRO_ARGUMENT,
                None,
                at,
                message,
                "name a variable or a constant, or hand the value over as an argument",
            );
        }
    }

    fn single_value(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.scopes.value(name) {
            return Some(value);
        }
        match name {
            "self" => self.self_type.is_some().then_some(Value::Variable),
            "Self" => self.self_type.is_some().then_some(Value::Data),
            _ => self.profile.names.values.contains(name).then_some(Value::Data),
        }
    }

    /// `Type::function`, `Enum::Variant`, `module::function`.
    fn associated(&self, segments: &[String], is_core: bool) -> Option<Value> {
        let (first, rest) = segments.split_first()?;
        let last = segments.last()?;
        let mut kind = kind_of(last);
        let rules = &self.profile.names;
        let is_type = |name: &str| rules.types.contains(name) || self.names.types.contains(name);
        let allowed = match (rest, self.scopes.ty(first)) {
            // `Self::CONSTANT` and `Own::function`.
            ([member], Some(own)) => match own {
                TypeName::Own { .. } => self.has_member(first, member),
                TypeName::Parameter => self.is_generic_function(member) || self.own.is_of_trait(member),
                TypeName::Alias { target: Some(target), .. } if self.scopes.ty(target).is_some() => {
                    self.has_member(target, member)
                }
                TypeName::Alias { target: Some(target), .. } => self.profile.allows_function(target, member),
                TypeName::Alias { target: None, .. } => false,
            },
            (_, Some(_)) => false,
            ([member], None) if first == "Self" => {
                self.self_type.as_ref().is_some_and(|own| self.has_member(&own.name, member))
            }
            (_, None) if rules.kit.contains(first) => rest.len() <= 2,
            ([member], None) if is_core => {
                let name = first.rsplit("::").next().unwrap_or_default();
                self.profile.allows_function(name, member)
                    || rules.traits.contains(name) && self.is_generic_function(member)
            }
            ([member], None) if is_type(first) => {
                // Variants of the spec's enums; what the profile names of everything else.
                self.profile.allows_function(first, member)
                    || self.names.types.contains(first) && !rules.types.contains(first) && kind == Value::Data
            }
            ([member], None) if rules.traits.contains(first) => {
                self.is_generic_function(member)
                    || self.profile.functions.get("traits").is_some_and(|f| f.contains(member))
            }
            _ => false,
        };
        // A function of its own may be called in capitals, and a tuple variant is a function too.
        let owner = match self.scopes.ty(first) {
            Some(TypeName::Alias { target: Some(target), .. }) => target,
            None if first == "Self" => self.self_type.as_ref().map_or(first, |own| &own.name),
            _ => first,
        };
        if let Some(known) = self.own.kinds.get(&(owner.clone(), last.clone())) {
            kind = *known;
        }
        allowed.then_some(kind)
    }

    fn has_member(&self, ty: &str, member: &str) -> bool {
        self.own.members.get(ty).is_some_and(|members| members.contains(member))
            || self.is_generic_function(member)
            || self.own.is_of_trait(member)
    }

    /// What a type has by its traits: methods, and constructors such as `default`.
    fn is_generic_function(&self, name: &str) -> bool {
        self.profile.allows_method(name)
            || ["any", "traits"]
                .iter()
                .any(|key| self.profile.functions.get(*key).is_some_and(|names| names.contains(name)))
    }

    /// Replaces a long spelling by the short one. A path of the candidate's own names stays as it is.
    fn short(&mut self, path: &Path) -> Option<Short> {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let plain = |segments: Vec<String>| Short { segments, is_core: false, rewrite: None };
        let first = segments.first()?;
        let rules = &self.profile.names;
        let is_bare = segments.len() == 1 && rules.types.contains(first);
        let is_spec_type = self.names.types.contains(first);
        if self.scopes.ty(first).is_some()
            || segments.len() == 1 && self.own.traits.contains_key(first)
            || is_bare
            || is_spec_type
            || segments.len() == 1 && self.scopes.value(first).is_some()
        {
            return Some(plain(segments));
        }
        let is_std = matches!(first.as_str(), "std" | "core" | "alloc");
        let canonical = |length: usize| {
            let tail = if is_std { &segments[1..length] } else { &segments[..length] };
            tail.join("::")
        };
        for length in (1..=segments.len().min(4)).rev() {
            if is_std && length == 1 {
                continue;
            }
            let tail = canonical(length);
            let rest = &segments[length..];
            // `std::vec::Vec`, `collections::BTreeMap`, `rust_decimal::Decimal`.
            let std_path = format!("std::{tail}");
            if let Some(bare) =
                rules.paths.get(&std_path).or_else(|| (!is_std).then(|| rules.paths.get(&tail)).flatten())
            {
                if length == 1 {
                    continue;
                }
                let (printed, is_core) = rules.core.get(bare).map_or((bare, false), |printed| (printed, true));
                let rewrite = Rewrite { segments: length, path: printed.clone() };
                let segments = std::iter::once(printed.clone()).chain(rest.iter().cloned()).collect();
                return Some(Short { segments, is_core, rewrite: Some(rewrite) });
            }
            // `core::cmp::min`, `cmp::min`, `Peekable`, and `min` after an import.
            let core_path = format!("core::{tail}");
            let printed = rules
                .core
                .values()
                .find(|printed| **printed == core_path)
                .or_else(|| (!is_std).then(|| rules.core.get(&tail)).flatten())
                .or_else(|| (length == 1).then(|| self.imported.get(&tail)).flatten());
            if let Some(printed) = printed {
                let rewrite = Rewrite { segments: length, path: printed.clone() };
                let segments = std::iter::once(printed.clone()).chain(rest.iter().cloned()).collect();
                return Some(Short { segments, is_core: true, rewrite: Some(rewrite) });
            }
        }
        Some(plain(segments))
    }

    /// Remembers how the path is printed, or refuses it.
    fn finish<T>(&mut self, path: &Path, short: Short, found: Option<T>) -> Option<T> {
        if found.is_some() && path.leading_colon.is_none() {
            if let Some(rewrite) = short.rewrite
                && let Some(first) = path.segments.first()
            {
                let start = first.ident.span().start();
                self.findings.rewrites.insert((start.line, start.column), rewrite);
            }
            return found;
        }
        self.refuse_path(path, &short.segments);
        None
    }

    fn refuse_path(&mut self, path: &Path, segments: &[String]) {
        if self.refusals.is_full() {
            return;
        }
        let written: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let text = written.join("::");
        let at = path.span();
        let last = segments.last().map(String::as_str).unwrap_or_default();
        let refused: Option<&Refused> = self
            .profile
            .refused_path(&written)
            .or_else(|| self.profile.refused_path(segments))
            .or_else(|| (written.len() > 1).then(|| self.profile.refused_method(last)).flatten());
        if let Some(refused) = refused {
            let code = if refused.cwe == Some(758) { PORTABILITY } else { NAME };
            self.refusals.known(code, at, &format!("`{text}`"), refused);
            return;
        }
        let help = match (written.first().map(String::as_str), segments) {
            (Some("crate" | "super" | "self"), _) if written.len() > 1 => {
                "everything is in scope by its bare name: leave the prefix away".to_owned()
            }
            (_, [first, ..]) if self.own.members.contains_key(first) || first == "Self" => {
                format!("`{first}` has no `{last}`")
            }
            (_, [name]) => match self.similar(name) {
                Some(similar) => format!("did you mean `{similar}`?"),
                None => "define it in the code, or use the kit and the types that are in scope".to_owned(),
            },
            (_, [first, ..]) if self.profile.names.types.contains(first) => {
                format!("`{first}` has no function `{last}` that is allowed; use another one, or a method")
            }
            (_, [first, ..]) => match self.similar(first) {
                Some(similar) => format!("did you mean `{similar}`?"),
                None => "only the code's own names, the kit and the types that are in scope may be used".to_owned(),
            },
            _ => "only the code's own names, the kit and the types that are in scope may be used".to_owned(),
        };
        self.add(NAME, None, at, format!("`{text}` is not in scope, or not allowed"), help);
    }

    /// A value or type name that differs by little.
    fn similar(&self, name: &str) -> Option<String> {
        let rules = &self.profile.names;
        let known = self.scopes.value_names().chain(rules.types.iter().map(String::as_str));
        let known =
            known.chain(rules.values.iter().map(String::as_str)).chain(self.names.types.iter().map(String::as_str));
        most_similar(known, name, 1 + name.len() / 6).map(str::to_owned)
    }

    fn path_arguments(&mut self, path: &Path) {
        for segment in &path.segments {
            match &segment.arguments {
                PathArguments::None => {}
                PathArguments::AngleBracketed(arguments) => self.generic_arguments(arguments),
                PathArguments::Parenthesized(arguments) => self.function_arguments(arguments),
            }
        }
    }
}

/// Functions start with a small letter; constants, variants and types don't.
fn is_function_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
}

fn kind_of(name: &str) -> Value {
    if is_function_name(name) { Value::Function } else { Value::Data }
}
