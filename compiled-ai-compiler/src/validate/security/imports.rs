//! Which imports are left away, since they change nothing.
//!
//! Nothing is printed of a `use`, so none can bring anything in; it is refused where leaving it away would hide what its
//! writer meant.

use compiled_ai_core::codes::gate::IMPORT;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{ItemUse, UseTree, Visibility};

use super::gate::Gate;

impl Gate<'_> {
    /// A `use`: left away if every name in it is in scope anyway.
    pub(super) fn import(&mut self, item: &ItemUse) {
        self.attributes(&item.attrs);
        if item.leading_colon.is_some() || !matches!(item.vis, Visibility::Inherited) {
            return self.refuse_import(item.span(), &[]);
        }
        self.import_tree(&mut vec![], &item.tree);
    }

    fn import_tree(&mut self, path: &mut Vec<String>, tree: &UseTree) {
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import_tree(path, &tree.tree);
                path.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import_tree(path, tree)),
            UseTree::Name(name) => {
                if name.ident != "self" {
                    path.push(name.ident.to_string());
                }
                if !self.import_name(path) {
                    self.refuse_import(name.ident.span(), path);
                }
                if name.ident != "self" {
                    path.pop();
                }
            }
            UseTree::Rename(rename) => {
                path.push(rename.ident.to_string());
                let is_trait = self.profile.imports.traits.contains(&unify(path));
                if !(rename.rename == "_" && is_trait) {
                    let help = "leave it away and use the name itself: everything allowed is in scope";
                    self.add(IMPORT, Some(694), rename.rename.span(), "an import with another name", help);
                }
                path.pop();
            }
            UseTree::Glob(glob) => {
                let joined = unify(path);
                if !self.profile.imports.globs.contains(&joined) {
                    let help = "leave it away and write `Type::Name`: everything allowed is in scope";
                    self.add(IMPORT, Some(829), glob.span(), format!("`{joined}::*` is not allowed"), help);
                }
            }
        }
    }

    /// Whether the name is in scope anyway.
    fn import_name(&mut self, path: &[String]) -> bool {
        let joined = unify(path);
        let (rules, imports) = (&self.profile.names, &self.profile.imports);
        // Its empty impl is left away, and nothing else can be done with it.
        if matches!(joined.as_str(), "std::error::Error" | "std::error") {
            return true;
        }
        let printed = joined.replacen("std::", "core::", 1);
        if rules.paths.contains_key(&joined) || imports.modules.contains(&joined) || imports.traits.contains(&joined) {
            return true;
        }
        if rules.core.values().any(|core| *core == printed) {
            let Some(last) = path.last() else { return false };
            // A bare `Result` or `Error` of `core::fmt` would stand for another type than the one in scope.
            if rules.types.contains(last) || last == "Error" {
                return false;
            }
            // A type of its own of that name would be meant instead.
            if self.own.types.contains(last) {
                return false;
            }
            self.imported.insert(last.clone(), printed);
            return true;
        }
        // `super::Input`, `compiled_ai::kit::{text, money}`.
        let Some((last, root)) = path.split_last() else { return false };
        let is_name = |name: &String| {
            rules.types.contains(name)
                || rules.kit.contains(name)
                || self.names.types.contains(name)
                || imports.macros.contains(name)
                || matches!(name.as_str(), "FromStr" | "ToString" | "ToOwned")
        };
        imports.roots.contains(&unify(root)) && (is_name(last) || imports.roots.contains(&joined))
    }

    fn refuse_import(&mut self, at: Span, path: &[String]) {
        match self.profile.refused_path(path) {
            Some(refused) => self.refusals.known(IMPORT, at, &format!("`use {}`", path.join("::")), refused),
            None => {
                let help = "leave it away: everything allowed is in scope (`text::…`, `money::…`, `Decimal`, `Date`, `BTreeMap`)";
                self.add(IMPORT, Some(829), at, format!("`use {}` is not allowed", path.join("::")), help);
            }
        }
    }
}

/// `std`, `core` and `alloc` are one.
fn unify(path: &[String]) -> String {
    let joined = path.join("::");
    for root in ["core", "alloc"] {
        if joined == root || joined.starts_with(&format!("{root}::")) {
            return joined.replacen(root, "std", 1);
        }
    }
    joined
}
