//! The walk through a candidate's syntax tree: everything that is not recognised is refused.
//!
//! The walk is written by hand rather than with syn's visitor, so that a node that nobody thought of has no way through.

use std::collections::{BTreeSet, HashMap};

use compiled_ai_core::codes::gate::{ATTRIBUTE, MACRO};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{AttrStyle, Attribute, File, Ident, Meta};

use super::Names;
use super::compile_time::CompileTime;
use super::profile::Profile;
use super::refusal::Refusals;
use super::scope::{Own, Scopes};

/// Where the first segments of a path are replaced by the name's printed form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewrite {
    /// How many segments the new ones stand for.
    pub(super) segments: usize,
    /// The new segments.
    pub(super) path: String,
}

/// Rewrites by line and column of a path's first segment.
pub(super) type Rewrites = HashMap<(usize, usize), Rewrite>;

/// What the walk found beside refusals.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) rewrites: Rewrites,
    /// Methods of the candidate's own types that no type outside of it may have.
    pub(super) renamed: BTreeSet<String>,
    /// The candidate's own items that get a name of their own.
    pub(super) items: Items,
    /// The candidate's own types, after which those methods may stand with `::`.
    pub(super) own_types: BTreeSet<String>,
    /// `write!` to something: `core::fmt::Write` has to be in scope.
    pub(super) writes: bool,
    /// The candidate's own traits.
    pub(super) traits: BTreeSet<String>,
    /// Functions that constants are computed by, which stay `const fn`.
    pub(super) const_functions: BTreeSet<String>,
}

/// Names of items, by what they stand for.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Structs, enums and aliases.
    pub(super) types: BTreeSet<String>,
    /// Functions, constants, and structs that are values too.
    pub(super) values: BTreeSet<String>,
}

/// What a name is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A struct, an enum or an alias.
    Type,
    /// A type parameter.
    Parameter,
    /// A function or a constant.
    Value,
}

/// The state of the walk.
pub(super) struct Gate<'a> {
    pub(super) profile: &'a Profile,
    pub(super) names: &'a Names<'a>,
    pub(super) own: Own,
    pub(super) scopes: Scopes,
    /// Functions that were imported by a `use` that is left away, such as `min` of `core::cmp::min`.
    pub(super) imported: HashMap<String, String>,
    /// `Self` in an impl; whether it holds a lifetime.
    pub(super) self_type: Option<SelfType>,
    pub(super) findings: Findings,
    /// Names of items and variables that end in `_`, as those do that the gate gives.
    pub(super) underscored: BTreeSet<String>,
    pub(super) refusals: Refusals,
    pub(super) compile_time: CompileTime<'a>,
}

/// The type of the impl that the walk is in.
#[derive(Debug, Clone)]
pub(super) struct SelfType {
    pub(super) name: String,
    pub(super) has_lifetime: bool,
    /// The associated types of the impl.
    pub(super) associated: BTreeSet<String>,
}

/// Walks through `file`. The findings mean something only if nothing was refused.
pub(super) fn walk<'a>(file: &'a File, profile: &'a Profile, names: &'a Names<'a>) -> (Findings, Refusals) {
    let mut own = Own::of(&file.items);
    own.collect_numbers(file);
    own.collect_weights(file);
    let own_types = own.types.clone();
    let traits = own.traits.keys().cloned().collect();
    let renamed =
        own.methods.iter().filter(|name| !name.ends_with('_') && !profile.allows_method(name)).cloned().collect();
    let mut gate = Gate {
        profile,
        names,
        own,
        scopes: Scopes::new(),
        imported: HashMap::new(),
        self_type: None,
        findings: Findings { renamed, own_types, traits, ..Findings::default() },
        underscored: BTreeSet::new(),
        refusals: Refusals::new(profile.limits.refusals),
        compile_time: CompileTime::of(file),
    };
    gate.file(file);
    gate.own_names(file);
    (gate.findings, gate.refusals)
}

impl Gate<'_> {
    pub(super) fn add(
        &mut self,
        code: compiled_ai_core::diagnostic::Code,
        cwe: Option<u32>,
        at: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.refusals.add(code, cwe, at, message, help);
    }

    /// Attributes, other than the derives of a type.
    pub(super) fn attributes(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            self.attribute(attribute);
        }
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let path = attribute.path();
        let first = path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let is_dropped = self.profile.attributes.dropped.contains(&first)
            && (path.segments.len() == 1 || first == "rustfmt")
            && !matches!((first.as_str(), &attribute.meta), ("doc", Meta::List(_)));
        let is_docs_macro = matches!(&attribute.meta, Meta::NameValue(meta) if !is_literal(&meta.value));
        let at = attribute.span();
        let is_patience =
            matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string().contains("long_running_const_eval"));
        if is_dropped && !is_docs_macro && !is_patience {
            return;
        }
        if is_patience {
            let help = "leave it away, and write tables that take less work";
            self.add(ATTRIBUTE, Some(834), at, "an attribute that lets constants take as long as they like", help);
        } else if is_docs_macro && first == "doc" {
            self.add(
                MACRO,
                Some(829),
                at,
                "a doc attribute with an expression",
                "write the comment itself, or leave it away",
            );
        } else if let Some(refused) = self.profile.refused_attribute(&first) {
            self.refusals.known(ATTRIBUTE, at, &format!("attribute `{first}`"), refused);
        } else {
            self.add(ATTRIBUTE, None, at, format!("attribute `{first}` is not allowed"), "leave it away");
        }
    }

    /// Attributes of a struct or enum, where derives may stand.
    pub(super) fn type_attributes(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            if !attribute.path().is_ident("derive") || !matches!(attribute.style, AttrStyle::Outer) {
                self.attribute(attribute);
                continue;
            }
            let parser = syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated;
            let Ok(derives) = attribute.parse_args_with(parser) else {
                self.add(
                    ATTRIBUTE,
                    None,
                    attribute.span(),
                    "a derive that does not parse",
                    "`#[derive(Debug, Clone)]`",
                );
                continue;
            };
            for derive in &derives {
                if derive.get_ident().is_none_or(|name| !self.profile.attributes.derives.contains(&name.to_string())) {
                    let help = format!("derive only {}", list(&self.profile.attributes.derives));
                    self.add(ATTRIBUTE, None, derive.span(), "this derive is not allowed", help);
                }
            }
        }
    }

    /// An item gets a `_` at its end, so that it can't have the name of anything around it; see `canonical`. Nothing else may have
    /// that name already.
    fn own_names(&mut self, file: &File) {
        let Items { types, values } = &self.findings.items;
        let taken = |name: &&String| self.underscored.contains(&format!("{}_", name.trim_start_matches("r#")));
        let clash = types.iter().chain(values).find(taken).cloned();
        self.findings.own_types.extend(types.iter().map(|name| format!("{name}_")));
        if let Some(name) = clash {
            let at = file.items.first().map_or_else(Span::call_site, |item| item.span());
            let message = format!("`{name}` and `{name}_` are two names");
            let help = "choose names that differ in more than a `_` at the end";
            self.add(compiled_ai_core::codes::gate::SHADOW, Some(694), at, message, help);
        }
    }

    /// Whether `name` may be chosen for an item: that it hides nothing.
    pub(super) fn item_name(&mut self, name: &Ident, kind: Kind) {
        let text = name.to_string();
        let rules = &self.profile.names;
        if text.ends_with('_') {
            self.underscored.insert(text.clone());
        }
        let is_replaced = kind == Kind::Type && rules.replaceable.contains(&text) && !self.names.signature.holds(&text);
        let is_taken = if kind != Kind::Value {
            rules.types.contains(&text) && !is_replaced
                || rules.kit.contains(&text)
                || self.names.types.contains(&text)
                || rules.traits.contains(&text) && !rules.core.contains_key(&text)
                || rules.values.contains(&text)
                || matches!(text.as_str(), "std" | "core" | "alloc" | "kit" | "Drop" | "Send" | "Sync" | "Unpin")
        } else {
            rules.values.contains(&text) || text == "drop"
        };
        // Macros have names of their own; a function that is called like one hides nothing.
        let is_macro = kind != Kind::Value && self.profile.macro_form(&text).is_some();
        if is_taken || is_macro {
            let message = format!("`{text}` is the name of something that is in scope already");
            self.add(compiled_ai_core::codes::gate::SHADOW, Some(694), name.span(), message, "choose another name");
        }
    }
}

fn is_literal(expr: &syn::Expr) -> bool {
    matches!(expr, syn::Expr::Lit(_))
}

/// `a`, `b` and `c` as text.
pub(super) fn list<'n>(names: impl IntoIterator<Item = &'n String>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
