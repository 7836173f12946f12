//! Traits of the candidate's own.
//!
//! Such a trait is a list of what several types have: methods, types, constants. It has no parameters and no `where`, and asks for plain
//! traits alone. The known holes of traits (rust-lang/rust#57893, #84591) need more, see `dynamic`.
//! Its methods are held to the rules for lifetimes of all functions, where `Self` counts as holding one.

use compiled_ai_core::codes::gate::{GENERICS, ITEM, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{ItemTrait, TraitItem, TraitItemConst, TraitItemType, Type};

use super::gate::{Gate, Kind, SelfType};
use super::scope::TypeName;

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
        item.supertraits.iter().for_each(|bound| self.supertrait(bound));
        if !item.generics.params.is_empty() || item.generics.where_clause.is_some() {
            let help = "a trait without parameters and without `where`";
            self.add(GENERICS, Some(119), item.ident.span(), "this kind of trait is not allowed", help);
        }
        let associated = self.own.traits.get(&item.ident.to_string()).map(|own| own.types.clone()).unwrap_or_default();
        self.self_type = Some(SelfType { name: item.ident.to_string(), has_lifetime: true, associated });
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
                TraitItem::Type(ty) => self.type_of_trait(ty),
                TraitItem::Const(constant) => self.constant_of_trait(constant),
                _ => {
                    let help = "functions, types and constants";
                    self.add(ITEM, Some(119), member.span(), "this is not allowed in a trait", help);
                }
            }
        }
        self.self_type = None;
    }

    /// `type Out;`
    fn type_of_trait(&mut self, ty: &TraitItemType) {
        self.attributes(&ty.attrs);
        self.item_name(&ty.ident, Kind::Parameter);
        let has_generics = !ty.generics.params.is_empty() || ty.generics.where_clause.is_some();
        if has_generics || ty.default.is_some() {
            let help = "`type Out;`, and what it is in each `impl`";
            self.add(GENERICS, Some(119), ty.ident.span(), "this kind of associated type is not allowed", help);
        }
        ty.bounds.iter().for_each(|bound| self.supertrait(bound));
    }

    /// `const NAME: &'static str;`
    fn constant_of_trait(&mut self, constant: &TraitItemConst) {
        self.attributes(&constant.attrs);
        self.no_generics(&constant.generics);
        self.ty(&constant.ty);
        if let Some((_, value)) = &constant.default {
            self.constant(value);
        }
    }

    /// Whether no method of a trait is named like one that a type outside of the candidate may have.
    pub(super) fn is_extension(&self, name: &str) -> bool {
        self.own
            .traits
            .get(name)
            .is_some_and(|own| own.functions.iter().all(|function| !self.profile.allows_method(function)))
    }

    /// `&str`, `[T]` and `Vec<T>` of types without lifetimes and parameters.
    pub(super) fn is_plain_list(&self, ty: &Type) -> bool {
        let is_plain = |ty: &Type| match ty {
            Type::Path(path) => path.path.get_ident().is_some_and(|name| {
                let name = name.to_string();
                let is_own = matches!(self.scopes.ty(&name), Some(TypeName::Own { lifetime: false }));
                is_own || name != "str" && self.is_plain_type(&name)
            }),
            _ => false,
        };
        match ty {
            Type::Slice(slice) => is_plain(&slice.elem),
            Type::Reference(reference) => {
                let is_text = matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str"));
                is_text && reference.mutability.is_none() && reference.lifetime.is_none()
            }
            Type::Path(path) => match path.path.segments.iter().collect::<Vec<_>>()[..] {
                [list] if list.ident == "Vec" => match &list.arguments {
                    syn::PathArguments::AngleBracketed(arguments) => {
                        matches!(arguments.args.iter().collect::<Vec<_>>()[..], [syn::GenericArgument::Type(ty)] if is_plain(ty))
                    }
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// A type of the profile that borrows nothing and has no parameters.
    pub(super) fn is_plain_type(&self, name: &str) -> bool {
        let rules = &self.profile.names;
        let is_number = rules.integers.contains(name) || rules.floats.contains(name);
        is_number || matches!(name, "str" | "String" | "char" | "bool" | "Decimal" | "Date" | "Time" | "DateTime")
    }
}
