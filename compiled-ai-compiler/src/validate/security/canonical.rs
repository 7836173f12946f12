//! The one form of an accepted candidate: what is compiled, hashed, locked and reviewed.
//!
//! Comments, attributes that change nothing, imports and `pub` of helpers are left away; a name that is not in scope by
//! itself is printed with its path; a method of the candidate's own type that isn't named like an allowed one gets a trailing
//! `_`, so that it can't be a method of anything else.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Block, ExprMethodCall, File, Ident, ImplItemFn, Item, ItemFn, Macro, Path, PathSegment, ReturnType,
    Stmt, Type, TypeParamBound, Visibility,
};

use super::gate::Findings;
use super::macros::Arguments;
use super::profile::Profile;

/// Rewrites `file` in place. Only for a file in which nothing was refused.
pub(super) fn apply(file: &mut File, findings: &Findings, profile: &Profile) {
    file.attrs.clear();
    file.items.retain(|item| !matches!(item, Item::Use(_)));
    Canonical { findings, profile }.visit_file_mut(file);
    if findings.writes {
        file.items.insert(
            0,
            syn::parse_quote!(
                use core::fmt::Write as _;
            ),
        );
    }
}

struct Canonical<'a> {
    findings: &'a Findings,
    profile: &'a Profile,
}

impl Canonical<'_> {
    fn rename(&self, name: &mut Ident) {
        let renamed: &BTreeSet<String> = &self.findings.renamed;
        if renamed.contains(&name.to_string()) {
            *name = Ident::new(&format!("{name}_"), name.span());
        }
    }
}

impl VisitMut for Canonical<'_> {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| attribute.path().is_ident("derive") || attribute.path().is_ident("default"));
    }

    fn visit_visibility_mut(&mut self, visibility: &mut Visibility) {
        *visibility = Visibility::Inherited;
    }

    fn visit_item_fn_mut(&mut self, item: &mut ItemFn) {
        visit_mut::visit_item_fn_mut(self, item);
        item.sig.constness = None;
        item.modifiers = syn::FnModifiers::default();
        if item.sig.ident == "run" {
            item.vis = Visibility::Public(syn::Token![pub](Span::call_site()));
        }
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut ImplItemFn) {
        visit_mut::visit_impl_item_fn_mut(self, item);
        item.sig.constness = None;
        self.rename(&mut item.sig.ident);
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        self.rename(&mut call.method);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain(|statement| !matches!(statement, Stmt::Item(Item::Use(_))));
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_return_type_mut(&mut self, output: &mut ReturnType) {
        visit_mut::visit_return_type_mut(self, output);
        if let ReturnType::Type(_, ty) = output {
            strip_outlives(ty);
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let Some(first) = path.segments.first() else { return };
        let start = first.ident.span().start();
        if let Some(rewrite) = self.findings.rewrites.get(&(start.line, start.column)) {
            let at = first.ident.span();
            let mut replaced = std::mem::take(&mut path.segments).into_iter();
            let last = replaced.by_ref().take(rewrite.segments).last();
            let mut segments: Vec<PathSegment> =
                rewrite.path.split("::").map(|name| PathSegment::from(Ident::new(name, at))).collect();
            if let (Some(printed), Some(last)) = (segments.last_mut(), last) {
                printed.arguments = last.arguments;
            }
            segments.extend(replaced);
            path.segments = segments.into_iter().collect();
        } else if path.segments.len() == 2
            && (first.ident == "Self" || self.findings.own_types.contains(&first.ident.to_string()))
            && let Some(last) = path.segments.last_mut()
        {
            self.rename(&mut last.ident);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let form = mac.path.get_ident().and_then(|name| self.profile.macro_form(&name.to_string()));
        let Some(mut arguments) = form.and_then(|form| Arguments::of(form, mac).ok()) else { return };
        for expr in arguments.expressions_mut() {
            self.visit_expr_mut(expr);
        }
        if let Arguments::Matches(_, pattern, _) = &mut arguments {
            self.visit_pat_mut(pattern);
        }
        mac.tokens = quote::ToTokens::to_token_stream(&arguments);
    }
}

/// `impl Iterator<Item = &'a str> + 'a` as a result: edition 2024 captures what is needed, and the promise `: 'a` is one that
/// a candidate has no use for.
fn strip_outlives(ty: &mut Type) {
    match ty {
        Type::ImplTrait(impl_trait) => {
            let bounds = std::mem::take(&mut impl_trait.bounds);
            impl_trait.bounds = bounds.into_iter().filter(|bound| matches!(bound, TypeParamBound::Trait(_))).collect();
        }
        Type::Paren(paren) => strip_outlives(&mut paren.elem),
        Type::Group(group) => strip_outlives(&mut group.elem),
        Type::Path(path) => {
            for segment in &mut path.path.segments {
                if let syn::PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                    for argument in &mut arguments.args {
                        match argument {
                            syn::GenericArgument::Type(ty) => strip_outlives(ty),
                            syn::GenericArgument::AssocType(assoc) => strip_outlives(&mut assoc.ty),
                            _ => {}
                        }
                    }
                }
            }
        }
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(strip_outlives),
        _ => {}
    }
}
