//! Which items a candidate may have.

use std::collections::HashSet;

use compiled_ai_core::codes::gate::{ENTRY, ITEM, SHADOW, SYNTAX, UNSAFE};
use compiled_ai_core::diagnostic::Code;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Fields, File, FnArg, Generics, Ident, Item, ItemFn, Pat, PathArguments, ReturnType, Type, Visibility};

use super::Signature;
use super::gate::{Gate, Kind};

impl Gate<'_> {
    /// The whole candidate.
    pub(super) fn file(&mut self, file: &File) {
        // The place of something long takes long to find out.
        let start = || file.items.first().map_or_else(Span::call_site, syn::spanned::Spanned::span);
        if file.shebang.is_some() || file.frontmatter.is_some() {
            self.add(SYNTAX, None, start(), "front matter is not part of the code", "leave it away");
        }
        self.attributes(&file.attrs);
        for item in &file.items {
            if let Item::Use(item) = item {
                self.import(item);
            }
        }
        self.scopes.declare(file.items.iter());
        let mut names = HashSet::new();
        for item in &file.items {
            self.unique_name(item, &mut names);
            self.item(item, true);
        }
        let runs: Vec<&ItemFn> = file
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Fn(item) if item.sig.ident == "run" => Some(item),
                _ => None,
            })
            .collect();
        match runs.as_slice() {
            [run] => self.entry(run),
            [] => self.add(ENTRY, None, start(), "`run` is missing", signature_help(self.names.signature)),
            [_, again, ..] => {
                let help = signature_help(self.names.signature);
                self.add(ENTRY, None, again.sig.ident.span(), "there are two `run`", help);
            }
        }
    }

    /// An item at the top of the file, or in a function.
    pub(super) fn item(&mut self, item: &Item, is_top: bool) {
        // More is not said.
        if self.refusals.is_full() {
            return;
        }
        self.own_item(item, is_top);
        match item {
            Item::Fn(item) => {
                self.attributes(&item.attrs);
                self.visibility(&item.vis);
                self.item_name(&item.sig.ident, Kind::Value);
                self.function(&item.sig, &item.block);
            }
            Item::Const(item) => {
                self.attributes(&item.attrs);
                self.visibility(&item.vis);
                if item.ident != "_" {
                    self.item_name(&item.ident, Kind::Value);
                }
                self.no_generics(&item.generics);
                self.ty(&item.ty);
                self.constant(&item.expr);
            }
            Item::Struct(item) => {
                self.type_attributes(&item.attrs);
                self.visibility(&item.vis);
                self.item_name(&item.ident, Kind::Type);
                self.scopes.push();
                self.data_generics(&item.generics);
                self.fields(&item.fields);
                self.scopes.pop();
            }
            Item::Enum(item) => {
                self.type_attributes(&item.attrs);
                self.visibility(&item.vis);
                self.item_name(&item.ident, Kind::Type);
                self.own.add_enum(item);
                self.scopes.push();
                self.data_generics(&item.generics);
                for variant in &item.variants {
                    for attribute in &variant.attrs {
                        if !attribute.path().is_ident("default") {
                            self.attributes(std::slice::from_ref(attribute));
                        }
                    }
                    self.fields(&variant.fields);
                    if let Some((_, value)) = &variant.discriminant {
                        self.constant(value);
                    }
                }
                self.scopes.pop();
            }
            Item::Type(item) => {
                self.attributes(&item.attrs);
                self.visibility(&item.vis);
                self.item_name(&item.ident, Kind::Type);
                self.scopes.push();
                self.generics(&item.generics, false);
                self.lifetimes(&item.generics, []);
                let has_types = item.generics.type_params().next().is_some();
                if has_types && item.generics.lifetimes().next().is_some() {
                    let help = "write the type out";
                    self.add(ITEM, None, item.generics.span(), "a lifetime beside a type parameter", help);
                }
                self.ty(&item.ty);
                self.scopes.pop();
            }
            Item::Impl(item) if is_top => self.implementation(item),
            Item::Trait(item) if is_top => self.own_trait(item),
            Item::Impl(item) => {
                self.add(
                    ITEM,
                    None,
                    item.impl_token.span,
                    "an `impl` in a function is not allowed",
                    "move it to the top level",
                );
            }
            Item::Use(_) if is_top => {}
            Item::Macro(item) if item.ident.is_none() && !item.mac.path.is_ident("macro_rules") => {
                self.macro_call(&item.mac);
                self.refuse_item_macro(item);
            }
            Item::Use(item) => self.import(item),
            _ => self.refuse_item(item),
        }
    }

    /// Remembers what an item is called, for its printed name.
    fn own_item(&mut self, item: &Item, is_top: bool) {
        let (name, is_type, is_value) = match item {
            Item::Fn(item) if item.sig.ident == "run" => {
                if !is_top {
                    let help = "choose another name";
                    self.add(SHADOW, Some(694), item.sig.ident.span(), "a function in a function named `run`", help);
                }
                return;
            }
            Item::Fn(item) => (&item.sig.ident, false, true),
            Item::Const(item) if item.ident != "_" => (&item.ident, false, true),
            Item::Struct(item) => (&item.ident, true, !matches!(item.fields, Fields::Named(_))),
            Item::Enum(item) => (&item.ident, true, false),
            Item::Type(item) => (&item.ident, true, false),
            Item::Trait(item) if is_top => (&item.ident, true, false),
            _ => return,
        };
        let name = name.to_string();
        if !name.ends_with('_') {
            if is_value {
                self.findings.items.values.insert(name.clone());
            }
            if is_type {
                self.findings.items.types.insert(name);
            }
        }
    }

    fn refuse_item(&mut self, item: &Item) {
        if self.refusals.is_full() {
            return;
        }
        let (code, cwe, what, help): (Code, _, _, _) = match item {
            Item::ExternCrate(_) => (ITEM, Some(829), "`extern crate`", "the kit is in scope; other crates are not"),
            Item::ForeignMod(_) => (UNSAFE, Some(111), "foreign code", "plain Rust"),
            Item::Macro(_) => (ITEM, Some(94), "a macro at the top level", "a function"),
            Item::Mod(_) => {
                let help = "put the items at the top level, under names that differ from all others; leave tests away";
                (ITEM, Some(829), "this `mod`", help)
            }
            Item::Static(_) => (ITEM, Some(1108), "`static mut`", "an argument that is handed on by `&mut`"),
            Item::Trait(_) => (ITEM, None, "a `trait` in a function", "move it to the top level"),
            Item::TraitAlias(_) => (ITEM, None, "this kind of trait", "an enum with an `impl`"),
            Item::Union(_) => (UNSAFE, Some(843), "`union`", "an enum"),
            _ => (ITEM, None, "this kind of item", "functions, structs, enums, consts and impls"),
        };
        self.add(code, cwe, item.span(), format!("{what} is not allowed"), format!("instead: {help}"));
    }

    /// A macro may stand for an expression or a statement only.
    fn refuse_item_macro(&mut self, item: &syn::ItemMacro) {
        let help = "call it in a function";
        self.add(ITEM, Some(94), item.mac.path.span(), "a macro in the place of an item is not allowed", help);
    }

    pub(super) fn visibility(&mut self, visibility: &Visibility) {
        if let Visibility::Restricted(restricted) = visibility
            && restricted.in_token.is_some()
        {
            self.add(ITEM, None, restricted.span(), "`pub(in …)` is not allowed", "leave it away: helpers are private");
        }
    }

    fn fields(&mut self, fields: &Fields) {
        for field in fields {
            self.attributes(&field.attrs);
            self.visibility(&field.vis);
            self.ty(&field.ty);
            if let Some((_, value)) = &field.default {
                self.add(ITEM, None, value.span(), "a field with a default value is not allowed", "derive `Default`");
            }
        }
    }

    /// Two items of one name would be one for the gate and another one for the compiler.
    fn unique_name<'f>(&mut self, item: &'f Item, before: &mut HashSet<&'f Ident>) {
        let name = match item {
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Const(item) if item.ident != "_" => &item.ident,
            _ => return,
        };
        if !before.insert(name) {
            let message = format!("`{name}` is defined twice");
            self.add(SHADOW, Some(694), name.span(), message, "give one of them another name");
        }
    }

    /// Whether `run` has the signature by which it will be called.
    fn entry(&mut self, run: &ItemFn) {
        let signature = &run.sig;
        let input = match signature.inputs.iter().collect::<Vec<_>>().as_slice() {
            [FnArg::Typed(argument)] => Some(argument),
            _ => None,
        };
        let output = match &signature.output {
            ReturnType::Type(_, ty) => Some(&**ty),
            ReturnType::Default => None,
        };
        let fits = input.zip(output).is_some_and(|(input, output)| {
            let is_template = matches!(*input.pat, Pat::Ident(_) | Pat::Wild(_) | Pat::Struct(_))
                && is_path(&input.ty, "Input", &[])
                && is_path(output, "Result", &["Output", "Abstain"]);
            let is_text = matches!(*input.pat, Pat::Ident(_) | Pat::Wild(_))
                && is_text(&input.ty)
                && is_path(output, "String", &[]);
            match self.names.signature {
                Signature::Template => is_template,
                Signature::Text => is_text,
                Signature::Either => is_template || is_text,
            }
        });
        let has_types = signature.generics.params.iter().any(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
        if !fits || has_types || signature.generics.where_clause.is_some() {
            let help = signature_help(self.names.signature);
            self.add(ENTRY, None, signature.span(), "`run` has another signature", help);
        }
    }

    pub(super) fn no_generics(&mut self, generics: &Generics) {
        if !generics.params.is_empty() || generics.where_clause.is_some() {
            self.add(ITEM, None, generics.span(), "a generic constant is not allowed", "a function");
        }
    }
}

fn signature_help(signature: Signature) -> &'static str {
    match signature {
        Signature::Template => "write `pub fn run(input: Input<'_>) -> Result<Output, Abstain>` exactly once",
        Signature::Text => "write `pub fn run(input: &str) -> String` exactly once",
        Signature::Either => {
            "write `pub fn run(input: Input<'_>) -> Result<Output, Abstain>` or `pub fn run(input: &str) -> String`, once"
        }
    }
}

/// Whether a type is `&str`, of any lifetime but `'static`.
fn is_text(ty: &Type) -> bool {
    let Type::Reference(reference) = ty else { return false };
    let is_static = reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
    reference.mutability.is_none() && !is_static && is_path(&reference.elem, "str", &[])
}

/// Whether a type is `name`, or `name<arguments>` with plain names; lifetimes don't matter.
fn is_path(ty: &Type, name: &str, arguments: &[&str]) -> bool {
    let Type::Path(path) = ty else { return false };
    let [segment] = path.path.segments.iter().collect::<Vec<_>>()[..] else { return false };
    let given: Vec<&syn::GenericArgument> = match &segment.arguments {
        PathArguments::AngleBracketed(given) => {
            given.args.iter().filter(|argument| !matches!(argument, syn::GenericArgument::Lifetime(_))).collect()
        }
        PathArguments::None => vec![],
        PathArguments::Parenthesized(_) => return false,
    };
    path.qself.is_none()
        && segment.ident == name
        && given.len() == arguments.len()
        && given.iter().zip(arguments).all(|(given, expected)| match given {
            syn::GenericArgument::Type(ty) => is_path(ty, expected, &[]),
            _ => false,
        })
}
