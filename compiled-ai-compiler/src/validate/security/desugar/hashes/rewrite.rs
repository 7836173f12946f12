//! `BTreeMap` for `HashMap`, and an order for what its keys are.

use std::collections::BTreeSet;

use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ExprCall, File, Ident, Item, Macro, Meta, Path, Type};

use super::super::visit_arguments;
use super::is_hash_path;
use crate::validate::security::profile::Profile;

/// Writes ordered maps for all hash maps.
pub(super) fn write_ordered(file: &mut File, profile: &Profile) {
    let has_order = by_hand(file);
    Rewrite { profile, has_order }.visit_file_mut(file);
}

/// Types that say by hand how they are ordered.
fn by_hand(file: &File) -> BTreeSet<String> {
    let ordered = |item: &Item| match item {
        Item::Impl(item) => {
            let (path, _) = item.trait_.as_ref()?;
            let is_order = path.segments.last().is_some_and(|last| last.ident == "Ord" || last.ident == "PartialOrd");
            match &*item.self_ty {
                Type::Path(ty) if is_order => ty.path.segments.last().map(|last| last.ident.to_string()),
                _ => None,
            }
        }
        _ => None,
    };
    file.items.iter().filter_map(ordered).collect()
}

struct Rewrite<'p> {
    profile: &'p Profile,
    has_order: BTreeSet<String>,
}

impl Rewrite<'_> {
    /// What was a key by its hash is one by its order.
    fn derive(&self, name: &Ident, attributes: &mut [Attribute]) {
        if self.has_order.contains(&name.to_string()) {
            return;
        }
        let parser = syn::punctuated::Punctuated::<Path, syn::Token![,]>::parse_terminated;
        let derived: Vec<String> = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("derive"))
            .filter_map(|attribute| attribute.parse_args_with(parser).ok())
            .flatten()
            .filter_map(|path| path.get_ident().map(ToString::to_string))
            .collect();
        let has = |name: &str| derived.iter().any(|derived| derived == name);
        let more = ["PartialOrd", "Ord"]
            .into_iter()
            .filter(|name| !has(name))
            .map(|name| Ident::new(name, name_span(attributes)));
        let more: Vec<Ident> = more.collect();
        if !has("Hash") || more.is_empty() {
            return;
        }
        if let Some(Meta::List(list)) = attributes
            .iter_mut()
            .find(|attribute| attribute.path().is_ident("derive"))
            .map(|attribute| &mut attribute.meta)
        {
            let before = std::mem::take(&mut list.tokens);
            list.tokens = quote::quote!(#(#more,)* #before);
        }
    }
}

fn name_span(attributes: &[Attribute]) -> proc_macro2::Span {
    attributes.first().map_or_else(proc_macro2::Span::call_site, |attribute| attribute.pound_token.span)
}

impl VisitMut for Rewrite<'_> {
    fn visit_ident_mut(&mut self, name: &mut Ident) {
        let written = match name.to_string().as_str() {
            "HashMap" => "BTreeMap",
            "HashSet" => "BTreeSet",
            _ => return,
        };
        *name = Ident::new(written, name.span());
    }

    fn visit_expr_call_mut(&mut self, call: &mut ExprCall) {
        if let Expr::Path(path) = &mut *call.func
            && is_hash_path(&path.path)
            && let Some(last) = path.path.segments.last_mut()
            && last.ident == "with_capacity"
        {
            last.ident = Ident::new("new", last.ident.span());
            call.args.clear();
        }
        visit_mut::visit_expr_call_mut(self, call);
    }

    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        self.derive(&item.ident, &mut item.attrs);
        visit_mut::visit_item_struct_mut(self, item);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        self.derive(&item.ident, &mut item.attrs);
        visit_mut::visit_item_enum_mut(self, item);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let profile = self.profile;
        visit_arguments(self, mac, profile);
    }
}
