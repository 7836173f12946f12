//! Imports under another name: `use std::collections::BTreeMap as Map;`.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit_mut::{self, VisitMut};
use syn::{File, Ident, Item, Macro, Path, PathSegment, UseTree};

use super::visit_arguments;
use crate::validate::security::profile::Profile;

/// Writes types of the profile by their own names where an import gives them another one that stands for nothing else.
pub(super) fn undo(file: &mut File, profile: &Profile) {
    let own = own_names(file);
    let taken = profile_names(profile);
    let mut renamed = BTreeMap::new();
    for item in &mut file.items {
        if let Item::Use(item) = item
            && item.leading_colon.is_none()
        {
            tree(&mut item.tree, &mut vec![], profile, (&taken, &own), &mut renamed);
        }
    }
    if !renamed.is_empty() {
        Undo { profile, renamed }.visit_file_mut(file);
    }
}

/// Names that stand for something in every file.
fn profile_names(profile: &Profile) -> BTreeSet<String> {
    let rules = &profile.names;
    let names = [&rules.types, &rules.values, &rules.traits, &rules.kit].into_iter().flatten();
    names.chain(rules.core.keys()).cloned().collect()
}

/// Names of the file's own items.
fn own_names(file: &File) -> BTreeSet<String> {
    let name = |item: &Item| match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        Item::Trait(item) => Some(item.ident.to_string()),
        Item::Const(item) => Some(item.ident.to_string()),
        Item::Fn(item) => Some(item.sig.ident.to_string()),
        _ => None,
    };
    file.items.iter().filter_map(name).collect()
}

fn tree(
    tree: &mut UseTree,
    path: &mut Vec<String>,
    profile: &Profile,
    (taken, own): (&BTreeSet<String>, &BTreeSet<String>),
    renamed: &mut BTreeMap<String, Vec<String>>,
) {
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            self::tree(&mut inner.tree, path, profile, (taken, own), renamed);
            path.pop();
        }
        UseTree::Group(group) => {
            group.items.iter_mut().for_each(|inner| self::tree(inner, path, profile, (taken, own), renamed));
        }
        UseTree::Rename(rename) => {
            let (name, given) = (rename.ident.clone(), rename.rename.to_string());
            let is_type = given.starts_with(|first: char| first.is_ascii_uppercase());
            path.push(name.to_string());
            // Of its own it would be another one.
            let printed = printed(path, profile).filter(|printed| printed.len() > 1 || !own.contains(&printed[0]));
            path.pop();
            if let (Some(printed), true, false) =
                (printed, is_type, taken.contains(&given) || own.contains(&given) || renamed.contains_key(&given))
            {
                renamed.insert(given, printed);
                let brace_token = syn::token::Brace(rename.ident.span());
                *tree = UseTree::Group(syn::UseGroup { brace_token, items: syn::punctuated::Punctuated::new() });
            }
        }
        _ => {}
    }
}

/// How the profile writes what is imported.
fn printed(path: &[String], profile: &Profile) -> Option<Vec<String>> {
    let (root, rest) = path.split_first()?;
    if !matches!(root.as_str(), "std" | "core" | "alloc") {
        return None;
    }
    let tail = rest.join("::");
    let printed = match profile.names.paths.get(&format!("std::{tail}")) {
        Some(bare) => bare.clone(),
        None => profile.names.core.values().find(|printed| **printed == format!("core::{tail}"))?.clone(),
    };
    Some(printed.split("::").map(str::to_owned).collect())
}

struct Undo<'p> {
    profile: &'p Profile,
    renamed: BTreeMap<String, Vec<String>>,
}

impl VisitMut for Undo<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let Some(first) = path.segments.first() else { return };
        let Some(printed) = self.renamed.get(&first.ident.to_string()) else { return };
        let at = first.ident.span();
        let mut segments: Vec<PathSegment> =
            printed.iter().map(|name| PathSegment::from(Ident::new(name, at))).collect();
        let mut rest = std::mem::take(&mut path.segments).into_iter();
        if let (Some(last), Some(first)) = (segments.last_mut(), rest.next()) {
            last.arguments = first.arguments;
        }
        segments.extend(rest);
        path.segments = segments.into_iter().collect();
    }

    fn visit_item_use_mut(&mut self, _: &mut syn::ItemUse) {}

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let profile = self.profile;
        visit_arguments(self, mac, profile);
    }
}
