//! Imports of variants: `use Kind::*;`, `use Kind::{Wide, Narrow};`.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit_mut::{self, VisitMut};
use syn::{Block, ExprPath, File, Ident, Item, ItemUse, Macro, Pat, Path, PathSegment, Stmt, UseTree, Visibility};

use super::visit_arguments;
use crate::validate::security::profile::Profile;

/// Puts the enum before each variant that a `use` brings into scope, and leaves the `use` away.
pub(super) fn qualify(file: &mut File, profile: &Profile) {
    let mut enums = BTreeMap::new();
    let mut taken: BTreeSet<String> = profile.names.values.iter().chain(&profile.names.types).cloned().collect();
    for item in &file.items {
        match item {
            Item::Enum(item) => {
                let variants = item.variants.iter().map(|variant| variant.ident.to_string()).collect();
                enums.insert(item.ident.to_string(), variants);
                taken.insert(item.ident.to_string());
            }
            Item::Struct(item) => _ = taken.insert(item.ident.to_string()),
            Item::Const(item) => _ = taken.insert(item.ident.to_string()),
            Item::Type(item) => _ = taken.insert(item.ident.to_string()),
            Item::Trait(item) => _ = taken.insert(item.ident.to_string()),
            Item::Fn(item) => _ = taken.insert(item.sig.ident.to_string()),
            _ => {}
        }
    }
    if !enums.is_empty() {
        Qualify { profile, enums, taken, scopes: vec![] }.visit_file_mut(file);
    }
}

struct Qualify<'p> {
    profile: &'p Profile,
    /// The variants of the candidate's own enums.
    enums: BTreeMap<String, BTreeSet<String>>,
    /// Names that stand for something else.
    taken: BTreeSet<String>,
    /// The enum of each variant that is in scope, innermost last.
    scopes: Vec<BTreeMap<String, String>>,
}

impl Qualify<'_> {
    /// The variants that an import brings in, with their enums; `None` if it brings in anything else.
    fn imported(&self, item: &ItemUse) -> Option<Vec<(String, String)>> {
        let is_plain = item.leading_colon.is_none() && item.attrs.is_empty();
        let mut found = vec![];
        (is_plain && matches!(item.vis, Visibility::Inherited) && self.tree(&item.tree, None, &mut found))
            .then_some(found)
    }

    fn tree(&self, tree: &UseTree, of: Option<&str>, found: &mut Vec<(String, String)>) -> bool {
        match (tree, of) {
            (UseTree::Path(path), None) => {
                let name = path.ident.to_string();
                match self.enums.contains_key(&name) {
                    true => self.tree(&path.tree, Some(&name), found),
                    false => matches!(name.as_str(), "self" | "super" | "crate") && self.tree(&path.tree, None, found),
                }
            }
            (UseTree::Group(group), _) => group.items.iter().all(|tree| self.tree(tree, of, found)),
            (UseTree::Glob(_), Some(of)) => {
                found.extend(self.enums[of].iter().map(|variant| (variant.clone(), of.to_owned())));
                true
            }
            (UseTree::Name(name), Some(of)) => {
                let name = name.ident.to_string();
                let is_variant = self.enums[of].contains(&name);
                if is_variant {
                    found.push((name.clone(), of.to_owned()));
                }
                is_variant || name == "self"
            }
            _ => false,
        }
    }

    /// The scope that imports open, if each of their names can stand for one thing only.
    fn scope<'i>(&self, items: impl Iterator<Item = &'i ItemUse>) -> BTreeMap<String, String> {
        let mut scope: BTreeMap<String, String> = BTreeMap::new();
        for (variant, of) in items.filter_map(|item| self.imported(item)).flatten() {
            let is_clear = !self.taken.contains(&variant)
                && scope.get(&variant).or_else(|| self.enum_of(&variant)).is_none_or(|known| *known == of);
            if !is_clear {
                return BTreeMap::new();
            }
            scope.insert(variant, of);
        }
        scope
    }

    fn is_idle(&self, item: &ItemUse) -> bool {
        let scope = self.scopes.last();
        self.imported(item)
            .is_some_and(|all| all.iter().all(|(variant, _)| scope.is_some_and(|scope| scope.contains_key(variant))))
    }

    fn enum_of(&self, variant: &str) -> Option<&String> {
        self.scopes.iter().rev().find_map(|scope| scope.get(variant))
    }

    fn is_open(&self) -> bool {
        self.scopes.iter().any(|scope| !scope.is_empty())
    }

    fn qualified(&self, name: &Ident) -> Option<Path> {
        let of = self.enum_of(&name.to_string())?;
        let segments = [Ident::new(of, name.span()), name.clone()].into_iter().map(PathSegment::from).collect();
        Some(Path { leading_colon: None, segments })
    }
}

impl VisitMut for Qualify<'_> {
    fn visit_file_mut(&mut self, file: &mut File) {
        let imports = file.items.iter().filter_map(|item| match item {
            Item::Use(item) => Some(item),
            _ => None,
        });
        let scope = self.scope(imports);
        self.scopes.push(scope);
        file.items.retain(|item| !matches!(item, Item::Use(item) if self.is_idle(item)));
        visit_mut::visit_file_mut(self, file);
        self.scopes.pop();
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        let imports = block.stmts.iter().filter_map(|statement| match statement {
            Stmt::Item(Item::Use(item)) => Some(item),
            _ => None,
        });
        let scope = self.scope(imports);
        self.scopes.push(scope);
        block.stmts.retain(|statement| !matches!(statement, Stmt::Item(Item::Use(item)) if self.is_idle(item)));
        visit_mut::visit_block_mut(self, block);
        self.scopes.pop();
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        if let Some(name) = path.get_ident()
            && let Some(qualified) = self.qualified(name)
        {
            *path = qualified;
        } else {
            visit_mut::visit_path_mut(self, path);
        }
    }

    // The names of types are others.
    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        ty.path.segments.iter_mut().for_each(|segment| self.visit_path_arguments_mut(&mut segment.arguments));
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut syn::TraitBound) {
        bound.path.segments.iter_mut().for_each(|segment| self.visit_path_arguments_mut(&mut segment.arguments));
    }

    fn visit_attributes_mut(&mut self, _: &mut Vec<syn::Attribute>) {}

    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        if let Pat::Ident(name) = pattern
            && name.by_ref.is_none()
            && name.mutability.is_none()
            && name.subpat.is_none()
            && let Some(path) = self.qualified(&name.ident)
        {
            *pattern = Pat::Path(ExprPath { attrs: std::mem::take(&mut name.attrs), qself: None, path });
            return;
        }
        visit_mut::visit_pat_mut(self, pattern);
    }

    // `S { Wide }` names a field.
    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        if field.colon_token.is_some() {
            visit_mut::visit_field_value_mut(self, field);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if self.is_open() {
            let profile = self.profile;
            visit_arguments(self, mac, profile);
        }
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        // The trait's path is none of a value.
        item.items.iter_mut().for_each(|member| self.visit_impl_item_mut(member));
    }
}
