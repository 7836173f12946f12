//! Function pointers: `fn(A) -> B` becomes `&'static dyn Fn(A) -> B`, and what is put there gets a `&` before it.
//!
//! Such a value can be called, copied and handed on like a pointer. But nothing shows it, compares it or makes a number of it: a
//! pointer would show its address, and which expressions are pointers can't be told from the text. The compiler tells now.
//! A closure may stand where it captures nothing, as with pointers. The gate decides which parameters such a function may have.

mod shown;

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, ExprCall, ExprMethodCall, ExprReference, Fields, File, FnArg, ImplItem, Item, Pat, Path, ReturnType,
    Signature, Stmt, Type, TypeFnPtr,
};

use super::visit_arguments;
use crate::validate::security::profile::Profile;

/// Rewrites all function pointers of a file, if all of them are plain.
pub(super) fn replace(file: &mut File, profile: &Profile) {
    let mut found = Found::default();
    found.visit_file(file);
    if found.pointers == 0 || found.is_odd || shown::is_shown(file, &found, profile) {
        return;
    }
    found.functions.retain(|name| !found.variables.contains(name));
    Values { profile, found: &found, returns: vec![] }.visit_file_mut(file);
    Types.visit_file_mut(file);
}

/// What a file has to do with function pointers.
#[derive(Default)]
struct Found {
    pointers: usize,
    /// One of them is `unsafe`, foreign, or names lifetimes.
    is_odd: bool,
    /// Names of functions, and of types that functions belong to.
    functions: BTreeSet<String>,
    owners: BTreeSet<String>,
    variables: BTreeSet<String>,
    /// Aliases for types with a pointer in them.
    aliases: BTreeSet<String>,
    /// Which parameters of each function or method hold a pointer; those of constructors too.
    parameters: BTreeMap<String, BTreeSet<usize>>,
    /// Fields that hold a pointer.
    fields: BTreeSet<String>,
}

impl Found {
    fn signature(&mut self, signature: &Signature) {
        let inputs = signature.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(argument) => Some(&*argument.ty),
            FnArg::Receiver(_) => None,
        });
        let places = inputs.enumerate().filter(|(_, ty)| self.holds(ty)).map(|(index, _)| index).collect();
        self.note(signature.ident.to_string(), places);
    }

    fn note(&mut self, name: String, places: BTreeSet<usize>) {
        if !places.is_empty() {
            self.parameters.entry(name).or_default().extend(places);
        }
    }

    fn fields(&mut self, name: &syn::Ident, fields: &Fields) {
        let places = fields.iter().enumerate().filter(|(_, field)| self.holds(&field.ty));
        let places: Vec<(usize, Option<String>)> =
            places.map(|(index, field)| (index, field.ident.as_ref().map(ToString::to_string))).collect();
        self.fields.extend(places.iter().filter_map(|(_, name)| name.clone()));
        self.note(name.to_string(), places.into_iter().map(|(index, _)| index).collect());
    }

    /// Whether a type has a pointer in it.
    fn holds(&self, ty: &Type) -> bool {
        let mut holds = Holds { aliases: &self.aliases, found: false };
        holds.visit_type(ty);
        holds.found
    }

    /// Whether a path stands for a function.
    fn is_function(&self, path: &Path) -> bool {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let is_small = |name: &String| name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
        match names.as_slice() {
            [name] => self.functions.contains(name) || self.parameters.contains_key(name),
            [.., last] => is_small(last),
            [] => false,
        }
    }
}

impl<'f> Visit<'f> for Found {
    fn visit_file(&mut self, file: &'f File) {
        // Aliases of aliases; more are refused with the pointer.
        for _ in 0..2 {
            for item in &file.items {
                if let Item::Type(item) = item
                    && self.holds(&item.ty)
                {
                    self.aliases.insert(item.ident.to_string());
                }
            }
        }
        visit::visit_file(self, file);
    }

    fn visit_type_fn_ptr(&mut self, pointer: &'f TypeFnPtr) {
        self.pointers += 1;
        self.is_odd |= pointer.lifetimes.is_some()
            || pointer.unsafety.is_some()
            || pointer.abi.is_some()
            || pointer.variadic.is_some()
            || !pointer.attrs.is_empty()
            || pointer.inputs.iter().any(|input| !input.attrs.is_empty());
        visit::visit_type_fn_ptr(self, pointer);
    }

    fn visit_signature(&mut self, signature: &'f Signature) {
        self.signature(signature);
        visit::visit_signature(self, signature);
    }

    fn visit_item_fn(&mut self, item: &'f syn::ItemFn) {
        self.functions.insert(item.sig.ident.to_string());
        visit::visit_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'f syn::ItemImpl) {
        if let Type::Path(path) = &*item.self_ty
            && item.items.iter().any(|item| matches!(item, ImplItem::Fn(_)))
        {
            self.owners.extend(path.path.segments.last().map(|last| last.ident.to_string()));
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.fields(&item.ident, &item.fields);
        visit::visit_item_struct(self, item);
    }

    fn visit_variant(&mut self, variant: &'f syn::Variant) {
        self.fields(&variant.ident, &variant.fields);
        visit::visit_variant(self, variant);
    }

    fn visit_pat_ident(&mut self, pattern: &'f syn::PatIdent) {
        self.variables.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

struct Holds<'a> {
    aliases: &'a BTreeSet<String>,
    found: bool,
}

impl<'t> Visit<'t> for Holds<'_> {
    fn visit_type_fn_ptr(&mut self, _: &'t TypeFnPtr) {
        self.found = true;
    }

    fn visit_path_segment(&mut self, segment: &'t syn::PathSegment) {
        self.found |= self.aliases.contains(&segment.ident.to_string());
        visit::visit_path_segment(self, segment);
    }
}

/// Puts a `&` before functions and closures where a pointer is expected.
struct Values<'p> {
    profile: &'p Profile,
    found: &'p Found,
    /// Whether the results of the open functions and closures hold a pointer.
    returns: Vec<bool>,
}

impl Values<'_> {
    /// An expression whose value is, or holds, a pointer.
    fn expected(&self, expr: &mut Expr) {
        match expr {
            Expr::Closure(_) => refer(expr),
            Expr::Path(path) if path.qself.is_none() && self.found.is_function(&path.path) => refer(expr),
            Expr::Paren(inner) => self.expected(&mut inner.expr),
            Expr::Group(inner) => self.expected(&mut inner.expr),
            Expr::Reference(inner) if !matches!(&*inner.expr, Expr::Path(_) | Expr::Closure(_)) => {
                self.expected(&mut inner.expr);
            }
            Expr::Array(array) => array.elems.iter_mut().for_each(|element| self.expected(element)),
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|element| self.expected(element)),
            Expr::Repeat(repeat) => self.expected(&mut repeat.expr),
            Expr::Struct(literal) => literal.fields.iter_mut().for_each(|field| self.expected(&mut field.expr)),
            Expr::Call(call) if self.wraps(&call.func) => {
                call.args.iter_mut().for_each(|argument| self.expected(argument))
            }
            Expr::MethodCall(call)
                if matches!(call.method.to_string().as_str(), "to_vec" | "into" | "into_iter" | "iter" | "collect") =>
            {
                self.expected(&mut call.receiver);
            }
            Expr::Block(block) => self.tail(&mut block.block),
            Expr::If(choice) => {
                self.tail(&mut choice.then_branch);
                if let Some((_, otherwise)) = &mut choice.else_branch {
                    self.expected(otherwise);
                }
            }
            Expr::Match(choice) => choice.arms.iter_mut().for_each(|arm| self.expected(&mut arm.body)),
            Expr::Macro(list) if list.mac.path.is_ident("vec") => {
                let mut inner = Elements(self);
                visit_arguments(&mut inner, &mut list.mac, self.profile);
            }
            _ => {}
        }
    }

    fn tail(&self, block: &mut syn::Block) {
        if let Some(Stmt::Expr(last, None)) = block.stmts.last_mut() {
            self.expected(last);
        }
    }

    /// `Some`, `Ok`, and constructors with a pointer among their fields.
    fn wraps(&self, func: &Expr) -> bool {
        let Expr::Path(path) = func else { return false };
        let Some(last) = path.path.segments.last() else { return false };
        let name = last.ident.to_string();
        matches!(name.as_str(), "Some" | "Ok" | "Err") || self.found.parameters.contains_key(&name) || name == "from"
    }

    fn arguments<'e>(&self, name: &str, arguments: impl Iterator<Item = &'e mut Expr>) {
        let Some(places) = self.found.parameters.get(name) else { return };
        arguments
            .enumerate()
            .filter(|(index, _)| places.contains(index))
            .for_each(|(_, argument)| self.expected(argument));
    }

    fn returns(&self, output: &ReturnType) -> bool {
        matches!(output, ReturnType::Type(_, ty) if self.found.holds(ty))
    }
}

/// The elements of `vec![…]`.
struct Elements<'v, 'p>(&'v Values<'p>);

impl VisitMut for Elements<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.0.expected(expr);
    }
}

impl VisitMut for Values<'_> {
    fn visit_item_const_mut(&mut self, item: &mut syn::ItemConst) {
        if self.found.holds(&item.ty) {
            self.expected(&mut item.expr);
        }
        visit_mut::visit_item_const_mut(self, item);
    }

    fn visit_impl_item_const_mut(&mut self, item: &mut syn::ImplItemConst) {
        if self.found.holds(&item.ty) {
            self.expected(&mut item.expr);
        }
        visit_mut::visit_impl_item_const_mut(self, item);
    }

    fn visit_item_fn_mut(&mut self, item: &mut syn::ItemFn) {
        self.returns.push(self.returns(&item.sig.output));
        if self.returns.last() == Some(&true) {
            self.tail(&mut item.block);
        }
        visit_mut::visit_item_fn_mut(self, item);
        self.returns.pop();
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut syn::ImplItemFn) {
        self.returns.push(self.returns(&item.sig.output));
        if self.returns.last() == Some(&true) {
            self.tail(&mut item.block);
        }
        visit_mut::visit_impl_item_fn_mut(self, item);
        self.returns.pop();
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut syn::ExprClosure) {
        self.returns.push(self.returns(&closure.output));
        visit_mut::visit_expr_closure_mut(self, closure);
        self.returns.pop();
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        if let (Pat::Type(typed), Some(init)) = (&local.pat, &mut local.init)
            && self.found.holds(&typed.ty)
        {
            self.expected(&mut init.expr);
        }
        visit_mut::visit_local_mut(self, local);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Call(ExprCall { func, args, .. }) => {
                if let Expr::Path(path) = &**func
                    && let Some(last) = path.path.segments.last()
                {
                    self.arguments(&last.ident.to_string(), args.iter_mut());
                }
            }
            Expr::MethodCall(ExprMethodCall { method, args, .. }) => match method.to_string().as_str() {
                "push" | "push_back" | "push_front" | "insert" | "or_insert" | "replace" => {
                    let is_value = |expr: &&mut Expr| !matches!(expr, Expr::Closure(_));
                    args.iter_mut().filter(is_value).for_each(|argument| self.expected(argument));
                }
                // A closure is what it is asked by, where the method is one of the standard library's.
                "unwrap_or" | "then_some" | "map_or" => {
                    if let Some(first @ Expr::Path(_)) = args.first_mut() {
                        self.expected(first);
                    }
                }
                name => self.arguments(name, args.iter_mut()),
            },
            Expr::Struct(literal) => {
                for field in &mut literal.fields {
                    if matches!(&field.member, syn::Member::Named(name) if self.found.fields.contains(&name.to_string()))
                    {
                        self.expected(&mut field.expr);
                    }
                }
            }
            Expr::Array(array) => array.elems.iter_mut().for_each(|element| self.expected(element)),
            Expr::Return(back) if self.returns.last() == Some(&true) => {
                back.expr.iter_mut().for_each(|value| self.expected(value));
            }
            _ => {}
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let profile = self.profile;
        visit_arguments(self, mac, profile);
    }
}

/// `&value`.
fn refer(expr: &mut Expr) {
    let value = std::mem::replace(expr, Expr::Verbatim(proc_macro2::TokenStream::new()));
    let and_token = syn::Token![&](syn::spanned::Spanned::span(&value));
    *expr = Expr::Reference(ExprReference { attrs: vec![], and_token, mutability: None, expr: Box::new(value) });
}

/// Writes `&'static dyn Fn(A) -> B` for `fn(A) -> B`.
struct Types;

impl VisitMut for Types {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        visit_mut::visit_type_mut(self, ty);
        if let Type::FnPtr(pointer) = ty {
            let at = pointer.fn_token.span;
            let name = syn::Ident::new("Fn", at);
            let (inputs, output) = (pointer.inputs.iter().map(|input| &input.ty), &pointer.output);
            let written: Type = syn::parse_quote_spanned!(at=> &'static dyn #name(#(#inputs),*) #output);
            *ty = written;
        }
    }

    fn visit_macro_mut(&mut self, _: &mut syn::Macro) {}
}
