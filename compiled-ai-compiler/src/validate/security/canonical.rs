//! The one form of an accepted candidate: what is compiled, hashed, locked and reviewed.
//!
//! Comments, attributes that change nothing, imports and `pub` of helpers are left away; a name that is not in scope by
//! itself is printed with its path.
//!
//! The candidate's own functions, types and constants get a `_` at their end, and so do methods of its own types that aren't
//! named like an allowed one. No name of the standard library, of the kit or of the module around a candidate ends so, now or
//! later: nothing that is defined here can stand for anything that is defined there. A name is replaced wherever it stands,
//! variables included, which keeps what every one refers to. Macros are printed with their path, `kit::format!`: a
//! `macro_rules! format` before the module would otherwise be found first.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Block, Expr, ExprMethodCall, File, Ident, ImplItemFn, Item, ItemFn, LitStr, Macro, Member, Pat, Path,
    PathSegment, ReturnType, Stmt, Type, TypeParamBound, Visibility,
};

use super::format;
use super::gate::Findings;
use super::macros::Arguments;
use super::profile::Profile;

/// Rewrites `file` in place. Only for a file in which nothing was refused.
pub(super) fn apply(file: &mut File, findings: &Findings, profile: &Profile) {
    file.attrs.clear();
    file.items.retain(|item| !matches!(item, Item::Use(_)));
    Canonical { findings, profile, renames_functions: true }.visit_file_mut(file);
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
    /// In an impl of its own, or of a trait of its own.
    renames_functions: bool,
}

impl Canonical<'_> {
    /// Replaces the first name of a path, unless the path is printed in another way. `single` are the names that a path of one
    /// name can stand for; the first of several names is that of a type.
    fn rename_path(&self, path: &mut Path, single: &BTreeSet<String>) {
        let names = if path.segments.len() == 1 { single } else { &self.findings.items.types };
        let Some(first) = path.segments.first_mut() else { return };
        let start = first.ident.span().start();
        if !self.findings.rewrites.contains_key(&(start.line, start.column)) {
            underscore(&mut first.ident, names);
        }
    }

    /// `const fn` stays where a constant is computed by it.
    fn constness(&self, signature: &mut syn::Signature) {
        if !self.findings.const_functions.contains(&signature.ident.to_string()) {
            signature.constness = None;
        }
    }

    /// Whether functions of its own may stand after this name: of a type, of a trait, or of a type parameter.
    fn may_be_own(&self, name: &str) -> bool {
        let rules = &self.profile.names;
        name == "Self" || self.findings.own_types.contains(name) || {
            let is_other = rules.kit.contains(name) || rules.types.contains(name) || rules.core.contains_key(name);
            !is_other && !matches!(name, "kit" | "core")
        }
    }

    fn rename(&self, name: &mut Ident) {
        underscore(name, &self.findings.renamed);
    }
}

/// Puts a `_` at the end of a name that is one of `names`.
fn underscore(name: &mut Ident, names: &BTreeSet<String>) {
    if names.contains(&name.to_string()) {
        let text = name.to_string();
        *name = Ident::new(&format!("{}_", text.trim_start_matches("r#")), name.span());
    }
}

impl VisitMut for Canonical<'_> {
    fn visit_item_const_mut(&mut self, item: &mut syn::ItemConst) {
        visit_mut::visit_item_const_mut(self, item);
        underscore(&mut item.ident, &self.findings.items.values);
    }

    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        visit_mut::visit_item_struct_mut(self, item);
        underscore(&mut item.ident, &self.findings.items.types);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        visit_mut::visit_item_enum_mut(self, item);
        underscore(&mut item.ident, &self.findings.items.types);
    }

    fn visit_item_type_mut(&mut self, item: &mut syn::ItemType) {
        visit_mut::visit_item_type_mut(self, item);
        underscore(&mut item.ident, &self.findings.items.types);
    }

    fn visit_item_trait_mut(&mut self, item: &mut syn::ItemTrait) {
        visit_mut::visit_item_trait_mut(self, item);
        underscore(&mut item.ident, &self.findings.items.types);
    }

    fn visit_trait_item_fn_mut(&mut self, item: &mut syn::TraitItemFn) {
        visit_mut::visit_trait_item_fn_mut(self, item);
        item.sig.constness = None;
        self.rename(&mut item.sig.ident);
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut syn::TraitBound) {
        self.rename_path(&mut bound.path, &self.findings.items.types);
        visit_mut::visit_trait_bound_mut(self, bound);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        // The functions of other traits are called what they are called.
        let is_own =
            |path: &Path| path.get_ident().is_some_and(|name| self.findings.traits.contains(&name.to_string()));
        let before = self.renames_functions;
        self.renames_functions = item.trait_.as_ref().is_none_or(|(path, _)| is_own(path));
        if let Some((path, _)) = &mut item.trait_ {
            self.rename_path(path, &self.findings.items.types);
        }
        visit_mut::visit_item_impl_mut(self, item);
        self.renames_functions = before;
    }

    fn visit_expr_path_mut(&mut self, expr: &mut syn::ExprPath) {
        self.rename_path(&mut expr.path, &self.findings.items.values);
        visit_mut::visit_expr_path_mut(self, expr);
    }

    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        self.rename_path(&mut ty.path, &self.findings.items.types);
        visit_mut::visit_type_path_mut(self, ty);
    }

    fn visit_expr_struct_mut(&mut self, literal: &mut syn::ExprStruct) {
        self.rename_path(&mut literal.path, &self.findings.items.types);
        visit_mut::visit_expr_struct_mut(self, literal);
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut syn::PatStruct) {
        self.rename_path(&mut pattern.path, &self.findings.items.types);
        visit_mut::visit_pat_struct_mut(self, pattern);
    }

    fn visit_pat_tuple_struct_mut(&mut self, pattern: &mut syn::PatTupleStruct) {
        self.rename_path(&mut pattern.path, &self.findings.items.values);
        visit_mut::visit_pat_tuple_struct_mut(self, pattern);
    }

    fn visit_pat_ident_mut(&mut self, pattern: &mut syn::PatIdent) {
        visit_mut::visit_pat_ident_mut(self, pattern);
        underscore(&mut pattern.ident, &self.findings.items.values);
    }

    // `S { name }` becomes `S { name: name_ }`.
    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        if let (Member::Named(name), Expr::Path(value)) = (&field.member, &field.expr)
            && !value.path.is_ident(name)
        {
            field.colon_token.get_or_insert_default();
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if let (Member::Named(name), Pat::Ident(pattern)) = (&field.member, &*field.pat)
            && pattern.ident != *name
        {
            field.colon_token.get_or_insert_default();
        }
    }

    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| attribute.path().is_ident("derive") || attribute.path().is_ident("default"));
    }

    fn visit_visibility_mut(&mut self, visibility: &mut Visibility) {
        *visibility = Visibility::Inherited;
    }

    fn visit_item_fn_mut(&mut self, item: &mut ItemFn) {
        visit_mut::visit_item_fn_mut(self, item);
        self.constness(&mut item.sig);
        item.modifiers = syn::FnModifiers::default();
        underscore(&mut item.sig.ident, &self.findings.items.values);
        if item.sig.ident == "run" {
            item.vis = Visibility::Public(syn::Token![pub](Span::call_site()));
        }
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut ImplItemFn) {
        let renames = self.renames_functions;
        visit_mut::visit_impl_item_fn_mut(self, item);
        self.constness(&mut item.sig);
        if renames {
            self.rename(&mut item.sig.ident);
        }
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
            && self.may_be_own(&first.ident.to_string())
            && let Some(last) = path.segments.last_mut()
        {
            self.rename(&mut last.ident);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let form = self.profile.form_of(&mac.path);
        let Some(mut arguments) = form.and_then(|form| Arguments::of(form, mac).ok()) else { return };
        if let Some(name) = mac.path.get_ident().cloned() {
            mac.path = syn::parse_quote!(kit::#name);
        }
        if let Arguments::Format { text: Some(text), values, .. } = &mut arguments {
            let is_given =
                |name: &str| values.iter().any(|(given, _)| given.as_ref().is_some_and(|given| given == name));
            let is_own = |name: &str| self.findings.items.values.contains(name) && !is_given(name);
            let renamed = format::renamed(&text.value(), &|name| is_own(name).then(|| format!("{name}_")));
            if renamed != text.value() {
                *text = LitStr::new(&renamed, text.span());
            }
        }
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
