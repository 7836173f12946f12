//! What is taken out of a candidate before the gate walks through it, where that leaves the same program.
//!
//! - The items of `mod m { … }` move to the top level, and `m::`, `self::`, `super::` and `crate::` before a name go. All
//!   names of the file must differ for that; where they don't, the module stays, and is refused.
//! - `#[cfg(test)] mod tests { … }` goes, if nothing in it acts while compiling.
//! - A `static` that can't change becomes a `const`: which one it is shows in its address alone, and nothing shows addresses.
//! - `impl std::error::Error for E {}` goes: it only serves `dyn Error`, which there is not.
//!
//! What comes out is gated, printed and gated again like anything else, so that nothing depends on this being right.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, File, Item, ItemConst, ItemMod, ItemUse, Meta, Path, StaticMutability, Type, UseTree};

use super::profile::Profile;

/// Depth of modules in modules that are moved.
const DEPTH: usize = 4;

/// Rewrites `file`, which was parsed from `code`, in place.
pub(super) fn flatten(file: &mut File, code: &str, profile: &Profile) {
    // Most code has none, and a look at all of the tree takes time.
    let has_statics = code.match_indices("static").any(|(at, _)| !code[..at].ends_with('\''));
    file.items.retain(|item| !is_test_module(item, profile) && !is_marker_of_errors(item));
    let mut modules = BTreeSet::new();
    let mut names = BTreeMap::new();
    count(&file.items, profile, 0, &mut modules, &mut names);
    let is_clear = modules.iter().all(|name| !names.contains_key(name)) && names.values().all(|times| *times == 1);
    if is_clear && !modules.is_empty() {
        let mut items = vec![];
        hoist(std::mem::take(&mut file.items), profile, 0, &mut items);
        file.items = items;
        Prefixes { modules }.visit_file_mut(file);
    }
    if has_statics {
        Statics.visit_file_mut(file);
    }
}

/// Whether a module is plain: nothing but its items matters.
fn is_plain(module: &ItemMod, profile: &Profile) -> bool {
    let is_dropped = |attribute: &Attribute| {
        let is_text = !matches!(&attribute.meta, Meta::List(_)) || !attribute.path().is_ident("doc");
        is_text
            && attribute.path().get_ident().is_some_and(|name| profile.attributes.dropped.contains(&name.to_string()))
    };
    let name = module.ident.to_string();
    module.content.is_some()
        && module.unsafety.is_none()
        && module.attrs.iter().all(is_dropped)
        && !profile.names.kit.contains(&name)
        && !matches!(name.as_str(), "std" | "core" | "alloc" | "kit")
}

/// The names of the modules that would be moved, and how often each name of an item stands in the file.
fn count(
    items: &[Item],
    profile: &Profile,
    depth: usize,
    modules: &mut BTreeSet<String>,
    names: &mut BTreeMap<String, usize>,
) {
    for item in items {
        let name = match item {
            Item::Fn(item) => &item.sig.ident,
            Item::Const(item) if item.ident != "_" => &item.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Mod(module) if depth < DEPTH && is_plain(module, profile) => {
                if !modules.insert(module.ident.to_string()) {
                    *names.entry(module.ident.to_string()).or_default() += 1;
                }
                if let Some((_, items)) = &module.content {
                    count(items, profile, depth + 1, modules, names);
                }
                continue;
            }
            _ => continue,
        };
        *names.entry(name.to_string()).or_default() += 1;
    }
}

fn hoist(items: Vec<Item>, profile: &Profile, depth: usize, into: &mut Vec<Item>) {
    for item in items {
        match item {
            Item::Mod(module) if depth < DEPTH && is_plain(&module, profile) => {
                if let Some((_, items)) = module.content {
                    let items = items.into_iter().filter(|item| !is_test_module(item, profile)).collect();
                    hoist(items, profile, depth + 1, into);
                }
            }
            item => into.push(item),
        }
    }
}

/// Takes the names of modules away from the beginning of paths and imports.
struct Prefixes {
    modules: BTreeSet<String>,
}

impl Prefixes {
    fn is_prefix(&self, name: &str) -> bool {
        matches!(name, "self" | "super" | "crate") || self.modules.contains(name)
    }

    /// Whether all names of an import are in scope when the modules are gone.
    fn is_idle(&self, tree: &UseTree, is_inside: bool) -> bool {
        match tree {
            UseTree::Path(tree) => self.is_prefix(&tree.ident.to_string()) && self.is_idle(&tree.tree, true),
            UseTree::Name(name) => is_inside || self.modules.contains(&name.ident.to_string()),
            UseTree::Glob(_) => is_inside,
            UseTree::Group(group) => group.items.iter().all(|tree| self.is_idle(tree, is_inside)),
            UseTree::Rename(_) => false,
        }
    }

    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut kept: Vec<TokenTree> = vec![];
        let mut rest = tokens.into_iter().peekable();
        let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == ':');
        while let Some(token) = rest.next() {
            match token {
                TokenTree::Ident(name)
                    if self.is_prefix(&name.to_string())
                        && is_colon(rest.peek())
                        && !kept.last().is_some_and(
                            |before| matches!(before, TokenTree::Punct(p) if matches!(p.as_char(), ':' | '.')),
                        ) =>
                {
                    let first = rest.next();
                    if is_colon(rest.peek()) {
                        rest.next();
                    } else {
                        kept.push(TokenTree::Ident(name));
                        kept.extend(first);
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner = proc_macro2::Group::new(group.delimiter(), self.tokens(group.stream()));
                    inner.set_span(group.span());
                    kept.push(TokenTree::Group(inner));
                }
                token => kept.push(token),
            }
        }
        kept.into_iter().collect()
    }
}

impl VisitMut for Prefixes {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain(|item| !matches!(item, Item::Use(item) if self.is_idle(&item.tree, false)));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        let is_idle = |statement: &syn::Stmt| match statement {
            syn::Stmt::Item(Item::Use(ItemUse { tree, .. })) => self.is_idle(tree, false),
            _ => false,
        };
        block.stmts.retain(|statement| !is_idle(statement));
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        let prefixes = path
            .segments
            .iter()
            .take(path.segments.len().saturating_sub(1))
            .take_while(|segment| segment.arguments.is_none() && self.is_prefix(&segment.ident.to_string()))
            .count();
        if prefixes > 0 && path.leading_colon.is_none() {
            path.segments = std::mem::take(&mut path.segments).into_iter().skip(prefixes).collect();
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        mac.tokens = self.tokens(std::mem::take(&mut mac.tokens));
    }
}

/// Makes a `const` of every `static` that can't change.
struct Statics;

impl VisitMut for Statics {
    fn visit_item_mut(&mut self, item: &mut Item) {
        if matches!(item, Item::Static(fixed) if matches!(fixed.mutability, StaticMutability::None))
            && let Item::Static(fixed) = std::mem::replace(item, Item::Verbatim(TokenStream::new()))
        {
            *item = Item::Const(ItemConst {
                attrs: fixed.attrs,
                vis: fixed.vis,
                modifiers: syn::ConstModifiers::default(),
                const_token: syn::Token![const](fixed.static_token.span),
                ident: fixed.ident,
                generics: syn::Generics::default(),
                colon_token: fixed.colon_token,
                ty: fixed.ty,
                eq_token: fixed.eq_token,
                expr: fixed.expr,
                semi_token: fixed.semi_token,
            });
        }
        visit_mut::visit_item_mut(self, item);
    }
}

/// `#[cfg(test)] mod …` that is left away: its code calls nothing but the macros that tests call.
fn is_test_module(item: &Item, profile: &Profile) -> bool {
    let Item::Mod(module) = item else { return false };
    let is_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    };
    let [attribute] = module.attrs.as_slice() else { return false };
    let tokens = |items: &[Item]| items.iter().map(|item| quote::quote!(#item)).collect::<TokenStream>();
    is_test(attribute)
        && module.unsafety.is_none()
        && module.content.as_ref().is_some_and(|(_, items)| is_harmless(tokens(items), profile))
}

fn is_harmless(tokens: TokenStream, profile: &Profile) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == mark);
    tokens.iter().enumerate().all(|(at, token)| match token {
        TokenTree::Group(group) => is_harmless(group.stream(), profile),
        TokenTree::Ident(name) => {
            let name = name.to_string();
            let is_macro = is(at + 1, '!') && !is(at + 2, '=');
            let is_test_macro = matches!(name.as_str(), "assert" | "assert_eq" | "assert_ne" | "panic");
            let acts = matches!(
                name.as_str(),
                "unsafe" | "extern" | "macro_rules" | "cfg" | "path" | "link_section" | "no_mangle"
            );
            let is_unknown = is_macro && !is_test_macro && profile.macro_form(&name).is_none();
            let is_prefix = is(at + 1, ':') && is(at + 2, ':');
            let is_refused = is_prefix && profile.refused_path(&[name]).is_some();
            ![acts, is_unknown, is_refused].contains(&true)
        }
        _ => true,
    })
}

/// `impl std::error::Error for E {}`.
fn is_marker_of_errors(item: &Item) -> bool {
    let Item::Impl(item) = item else { return false };
    let Some((path, _)) = &item.trait_ else { return false };
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let is_error = matches!(names[..], ["std" | "core", "error", "Error"] | ["error", "Error"] | ["Error"]);
    is_error
        && item.items.is_empty()
        && item.unsafety.is_none()
        && item.generics.params.is_empty()
        && item.attrs.is_empty()
        && matches!(&*item.self_ty, Type::Path(path) if path.qself.is_none() && path.path.segments.len() == 1)
}
