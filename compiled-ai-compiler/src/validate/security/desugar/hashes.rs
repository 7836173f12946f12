//! `HashMap` and `HashSet`: written as `BTreeMap` and `BTreeSet` where no order of theirs shows.
//!
//! What is compiled has one order, whatever is overlooked here. But a candidate that goes through such a map in its order was
//! written for another one, and answers differently where it was tried out: it stays as it is, and is refused.

mod order;
mod rewrite;

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, Fields, File, FnArg, Ident, Item, Local, Macro, Pat, Path, PathArguments, ReturnType, Type};

use super::arguments_of;
use crate::validate::security::profile::Profile;

/// Rewrites all of them, if the order of none shows.
pub(super) fn replace(file: &mut File, profile: &Profile) {
    let mut mentions = Mentions::default();
    mentions.visit_file(file);
    if !mentions.found || mentions.is_odd {
        return;
    }
    let mut names = Names { profile, ..Names::default_with(profile) };
    // What is bound to what was bound further down.
    for _ in 0..2 {
        names.visit_file(file);
    }
    if names.is_odd || order::shows(file, &names) {
        return;
    }
    rewrite::write_ordered(file, profile);
}

fn is_hash(name: &Ident) -> bool {
    name == "HashMap" || name == "HashSet"
}

fn is_hash_path(path: &Path) -> bool {
    path.segments.iter().any(|segment| is_hash(&segment.ident))
}

/// Whether hash maps stand in a file, and whether in a way that is not followed.
#[derive(Default)]
struct Mentions {
    found: bool,
    is_odd: bool,
}

impl<'f> Visit<'f> for Mentions {
    fn visit_path(&mut self, path: &'f Path) {
        let place = path.segments.iter().position(|segment| is_hash(&segment.ident));
        if let Some(place) = place {
            self.found = true;
            let arguments = match &path.segments[place].arguments {
                PathArguments::AngleBracketed(arguments) => arguments.args.len(),
                _ => 0,
            };
            let most = if path.segments[place].ident == "HashMap" { 2 } else { 1 };
            let after: Vec<String> =
                path.segments.iter().skip(place + 1).map(|segment| segment.ident.to_string()).collect();
            let is_known = matches!(
                after.iter().map(String::as_str).collect::<Vec<_>>()[..],
                [] | ["new" | "with_capacity" | "from" | "from_iter" | "default"]
            );
            self.is_odd |= !is_known || arguments > most;
        }
        visit::visit_path(self, path);
    }

    fn visit_item(&mut self, item: &'f Item) {
        let name = match item {
            Item::Struct(item) => Some(&item.ident),
            Item::Enum(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            _ => None,
        };
        self.is_odd |= name.is_some_and(|name| is_hash(name) || name == "BTreeMap" || name == "BTreeSet");
        visit::visit_item(self, item);
    }
}

/// The names behind which a hash map may be.
pub(super) struct Names<'p> {
    profile: &'p Profile,
    pub(super) variables: BTreeSet<String>,
    /// Functions that return one.
    pub(super) functions: BTreeSet<String>,
    /// Own functions, which say by their parameters' types what they are given.
    pub(super) own: BTreeSet<String>,
    is_odd: bool,
}

impl<'p> Names<'p> {
    fn default_with(profile: &'p Profile) -> Self {
        let (variables, functions, own) = Default::default();
        Self { profile, variables, functions, own, is_odd: false }
    }

    /// Whether a type is a hash map, or a reference to one; what holds one deeper is not followed.
    fn holds(&mut self, ty: &Type) -> bool {
        let mut mentions = Mentions::default();
        mentions.visit_type(ty);
        if mentions.found {
            self.is_odd |= !is_shallow(ty);
        }
        mentions.found
    }

    fn bind(&mut self, pattern: &Pat) {
        let mut bound = Bound(vec![]);
        bound.visit_pat(pattern);
        self.variables.extend(bound.0);
    }

    /// Whether the value of an expression may be a hash map.
    pub(super) fn is_source(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => match path.path.get_ident() {
                Some(name) => self.variables.contains(&name.to_string()),
                None => is_hash_path(&path.path),
            },
            Expr::Field(field) => match &field.member {
                syn::Member::Named(name) => self.variables.contains(&name.to_string()),
                syn::Member::Unnamed(_) => self.is_source(&field.base),
            },
            Expr::Reference(e) => self.is_source(&e.expr),
            Expr::Paren(e) => self.is_source(&e.expr),
            Expr::Unary(e) => self.is_source(&e.expr),
            Expr::Try(e) => self.is_source(&e.expr),
            Expr::Index(e) => self.is_source(&e.expr),
            Expr::Tuple(e) => e.elems.iter().any(|element| self.is_source(element)),
            Expr::If(e) => {
                let mut tails = vec![e.then_branch.stmts.last()];
                if let Some((_, otherwise)) = &e.else_branch
                    && let Expr::Block(block) = &**otherwise
                {
                    tails.push(block.block.stmts.last());
                }
                tails
                    .into_iter()
                    .flatten()
                    .any(|tail| matches!(tail, syn::Stmt::Expr(tail, None) if self.is_source(tail)))
            }
            Expr::Match(e) => e.arms.iter().any(|arm| self.is_source(&arm.body)),
            Expr::Block(e) => matches!(e.block.stmts.last(), Some(syn::Stmt::Expr(tail, None)) if self.is_source(tail)),
            Expr::Call(ExprCall { func, args, .. }) => {
                let Expr::Path(path) = &**func else { return false };
                let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                is_hash_path(&path.path)
                    || self.functions.contains(&last)
                    || matches!(last.as_str(), "Some" | "Ok" | "take" | "replace")
                        && args.iter().any(|argument| self.is_source(argument))
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let mut mentions = Mentions::default();
                call.turbofish.iter().for_each(|turbofish| mentions.visit_angle_bracketed_generic_arguments(turbofish));
                let is_passed = matches!(
                    name.as_str(),
                    "clone"
                        | "unwrap"
                        | "expect"
                        | "unwrap_or_default"
                        | "unwrap_or_else"
                        | "as_ref"
                        | "as_mut"
                        | "borrow"
                        | "take"
                        | "to_owned"
                        | "by_ref"
                        | "map_err"
                        | "ok"
                        | "ok_or"
                        | "ok_or_else"
                        | "cloned"
                );
                mentions.found
                    || self.functions.contains(&name)
                    || is_passed && self.is_source(&call.receiver)
                    // `.fold(HashMap::new(), |mut map, word| …)`.
                    || matches!(name.as_str(), "fold" | "try_fold") && call.args.first().is_some_and(|first| self.is_source(first))
            }
            _ => false,
        }
    }
}

/// `HashMap<…>` without another one in it, behind references and in options and results.
fn is_shallow(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => is_shallow(&reference.elem),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return false };
            let inner: Vec<&Type> = match &last.arguments {
                PathArguments::AngleBracketed(arguments) => arguments
                    .args
                    .iter()
                    .filter_map(|argument| match argument {
                        syn::GenericArgument::Type(ty) => Some(ty),
                        _ => None,
                    })
                    .collect(),
                _ => vec![],
            };
            let holds = |ty: &Type| {
                let mut mentions = Mentions::default();
                mentions.visit_type(ty);
                mentions.found
            };
            if is_hash(&last.ident) {
                return !inner.into_iter().any(holds);
            }
            matches!(last.ident.to_string().as_str(), "Option" | "Result")
                && inner.into_iter().all(|inner| !holds(inner) || is_shallow(inner))
        }
        Type::Tuple(tuple) => tuple.elems.iter().all(|elem| {
            let mut mentions = Mentions::default();
            mentions.visit_type(elem);
            !mentions.found || is_shallow(elem)
        }),
        _ => false,
    }
}

/// The names that a pattern binds.
struct Bound(Vec<String>);

impl<'p> Visit<'p> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'p syn::PatIdent) {
        self.0.push(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

impl<'f> Visit<'f> for Names<'_> {
    fn visit_signature(&mut self, signature: &'f syn::Signature) {
        self.own.insert(signature.ident.to_string());
        if let ReturnType::Type(_, ty) = &signature.output
            && self.holds(ty)
        {
            self.functions.insert(signature.ident.to_string());
        }
        for input in &signature.inputs {
            if let FnArg::Typed(argument) = input
                && self.holds(&argument.ty)
            {
                self.bind(&argument.pat);
            }
        }
        visit::visit_signature(self, signature);
    }

    fn visit_fields(&mut self, fields: &'f Fields) {
        for field in fields {
            if self.holds(&field.ty) {
                match &field.ident {
                    Some(name) => _ = self.variables.insert(name.to_string()),
                    // `self.0` is not followed.
                    None => self.is_odd = true,
                }
            }
        }
        visit::visit_fields(self, fields);
    }

    fn visit_item_type(&mut self, item: &'f syn::ItemType) {
        self.is_odd |= self.holds(&item.ty);
    }

    fn visit_impl_item_type(&mut self, item: &'f syn::ImplItemType) {
        self.is_odd |= self.holds(&item.ty);
    }

    fn visit_local(&mut self, local: &'f Local) {
        let is_typed = matches!(&local.pat, Pat::Type(typed) if self.holds(&typed.ty));
        if is_typed || local.init.as_ref().is_some_and(|init| self.is_source(&init.expr)) {
            self.bind(&local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_let(&mut self, e: &'f syn::ExprLet) {
        if self.is_source(&e.expr) {
            self.bind(&e.pat);
        }
        visit::visit_expr_let(self, e);
    }

    fn visit_expr_match(&mut self, e: &'f syn::ExprMatch) {
        if self.is_source(&e.expr) {
            e.arms.iter().for_each(|arm| self.bind(&arm.pat));
        }
        visit::visit_expr_match(self, e);
    }

    fn visit_expr_method_call(&mut self, call: &'f syn::ExprMethodCall) {
        let is_open = matches!(
            call.method.to_string().as_str(),
            "map" | "and_then" | "map_or" | "is_some_and" | "fold" | "try_fold"
        );
        let of = [&*call.receiver].into_iter().chain(call.args.first());
        if is_open && of.into_iter().any(|expr| self.is_source(expr)) {
            for argument in &call.args {
                if let Expr::Closure(closure) = argument {
                    closure.inputs.iter().take(1).for_each(|input| self.bind(input));
                }
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        if let Some(mut arguments) = arguments_of(mac, self.profile) {
            for expr in arguments.expressions_mut() {
                let mut inner = Names { profile: self.profile, ..Names::default_with(self.profile) };
                inner.variables.clone_from(&self.variables);
                inner.functions.clone_from(&self.functions);
                inner.visit_expr(expr);
                self.variables.append(&mut inner.variables);
                self.is_odd |= inner.is_odd;
            }
        }
    }
}
