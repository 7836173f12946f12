//! Traits of the candidate's own.
//!
//! Such a trait is a list of methods that several types have: it has no parameters, supertraits, associated types or constants, nor
//! `where`, and there is no `dyn`. The known holes of traits (rust-lang/rust#57893, #84591) need one of those.
//! Its methods are held to the rules for lifetimes of all functions, where `Self` counts as holding one.

use compiled_ai_core::codes::gate::{GENERICS, ITEM, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{ItemTrait, TraitItem};

use super::gate::{Gate, Kind, SelfType};

impl Gate<'_> {
    /// A trait at the top level.
    pub(super) fn own_trait(&mut self, item: &ItemTrait) {
        self.attributes(&item.attrs);
        self.visibility(&item.vis);
        self.item_name(&item.ident, Kind::Type);
        if item.unsafety.is_some() {
            self.add(UNSAFE, Some(119), item.trait_token.span, "`unsafe trait` is not allowed", "a plain trait");
        }
        if item.modifiers.auto_token.is_some() {
            self.add(ITEM, None, item.trait_token.span, "this kind of trait is not allowed", "a plain trait");
        }
        if !item.generics.params.is_empty() || item.generics.where_clause.is_some() || !item.supertraits.is_empty() {
            let help = "a trait with methods alone: no parameters, no `where`, no traits after the colon";
            self.add(GENERICS, Some(119), item.ident.span(), "this kind of trait is not allowed", help);
        }
        self.self_type =
            Some(SelfType { name: item.ident.to_string(), has_lifetime: true, associated: Default::default() });
        for member in &item.items {
            match member {
                TraitItem::Fn(function) => {
                    self.attributes(&function.attrs);
                    self.method_name(&function.sig.ident);
                    match &function.default {
                        Some(block) => self.function(&function.sig, block),
                        None => self.function(&function.sig, &syn::parse_quote!({})),
                    }
                }
                _ => {
                    let help = "methods; a method that returns the value instead of a constant or a type";
                    self.add(ITEM, Some(119), member.span(), "this is not allowed in a trait", help);
                }
            }
        }
        self.self_type = None;
    }

    /// Whether no method of a trait is named like one that a type outside of the candidate may have.
    pub(super) fn is_extension(&self, name: &str) -> bool {
        self.own
            .traits
            .get(name)
            .is_some_and(|functions| functions.iter().all(|function| !self.profile.allows_method(function)))
    }

    /// A type of the profile that borrows nothing and has no parameters.
    pub(super) fn is_plain_type(&self, name: &str) -> bool {
        let rules = &self.profile.names;
        let is_number = rules.integers.contains(name) || rules.floats.contains(name);
        is_number || matches!(name, "str" | "String" | "char" | "bool" | "Decimal" | "Date" | "Time" | "DateTime")
    }
}
