//! Pointers that are shown, compared, or made a number of: the compiler would refuse what they become, and so does the gate.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, FnArg, Local, Macro, Member, Pat, Type};

use super::super::arguments_of;
use super::Found;
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::Profile;

/// Whether the address of a function may come out of a file.
pub(super) fn is_shown(file: &File, found: &Found, profile: &Profile) -> bool {
    let mut names = Names { found, holders: BTreeSet::new(), parts: BTreeSet::new() };
    names.visit_file(file);
    let mut shown = Shown { names: &names, profile, found: false };
    shown.visit_file(file);
    shown.found
}

/// Names behind which a pointer may be.
struct Names<'f> {
    found: &'f Found,
    /// By their types.
    holders: BTreeSet<String>,
    /// Since they are taken out of those.
    parts: BTreeSet<String>,
}

impl Names<'_> {
    fn typed(&mut self, name: &syn::Ident, ty: &Type) {
        if self.found.holds(ty) {
            self.holders.insert(name.to_string());
        }
    }

    /// Whether a holder stands in an expression.
    fn mentions(&self, expr: &Expr) -> bool {
        let mut mentions = Mentions { names: self, found: false };
        mentions.visit_expr(expr);
        mentions.found
    }

    fn part(&mut self, pattern: &Pat, of: &Expr) {
        if !self.mentions(of) {
            return;
        }
        // The first of `enumerate` is a number.
        let is_counted = matches!(of, Expr::MethodCall(call) if call.method == "enumerate");
        match pattern {
            Pat::Tuple(tuple) if is_counted => tuple.elems.iter().skip(1).for_each(|inner| self.bind(inner)),
            pattern => self.bind(pattern),
        }
    }

    fn bind(&mut self, pattern: &Pat) {
        let mut bound = Bound(vec![]);
        bound.visit_pat(pattern);
        self.parts.extend(bound.0);
    }

    /// Whether the value of an expression is taken for a pointer; `by_part`: also where it is a part of something that holds one.
    fn is_pointer(&self, expr: &Expr, by_part: bool) -> bool {
        match expr {
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| {
                let name = name.to_string();
                self.holders.contains(&name) || by_part && self.parts.contains(&name)
            }),
            Expr::Field(field) => match &field.member {
                Member::Named(name) => self.found.fields.contains(&name.to_string()),
                Member::Unnamed(_) => by_part && self.is_pointer(&field.base, true),
            },
            Expr::Index(index) => self.is_pointer(&index.expr, by_part),
            Expr::Paren(inner) => self.is_pointer(&inner.expr, by_part),
            Expr::Reference(inner) => self.is_pointer(&inner.expr, by_part),
            Expr::Unary(inner) => self.is_pointer(&inner.expr, by_part),
            Expr::Cast(inner) => self.is_pointer(&inner.expr, by_part),
            _ => false,
        }
    }
}

struct Mentions<'n> {
    names: &'n Names<'n>,
    found: bool,
}

impl<'e> Visit<'e> for Mentions<'_> {
    fn visit_expr_path(&mut self, path: &'e syn::ExprPath) {
        self.found |= path.path.get_ident().is_some_and(|name| self.names.holders.contains(&name.to_string()));
    }
}

struct Bound(Vec<String>);

impl<'p> Visit<'p> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'p syn::PatIdent) {
        self.0.push(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

impl<'f> Visit<'f> for Names<'_> {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        self.typed(&item.ident, &item.ty);
        visit::visit_item_const(self, item);
    }

    fn visit_signature(&mut self, signature: &'f syn::Signature) {
        for input in &signature.inputs {
            if let FnArg::Typed(argument) = input
                && let Pat::Ident(name) = &*argument.pat
            {
                self.typed(&name.ident, &argument.ty);
            }
        }
        visit::visit_signature(self, signature);
    }

    fn visit_local(&mut self, local: &'f Local) {
        if let Pat::Type(typed) = &local.pat
            && let Pat::Ident(name) = &*typed.pat
        {
            self.typed(&name.ident, &typed.ty);
        } else if let Some(init) = &local.init {
            self.part(&local.pat, &init.expr);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_for_loop(&mut self, each: &'f syn::ExprForLoop) {
        self.part(&each.pat, &each.expr);
        visit::visit_expr_for_loop(self, each);
    }

    fn visit_expr_let(&mut self, e: &'f syn::ExprLet) {
        self.part(&e.pat, &e.expr);
        visit::visit_expr_let(self, e);
    }
}

struct Shown<'n> {
    names: &'n Names<'n>,
    profile: &'n Profile,
    found: bool,
}

impl<'e> Visit<'e> for Shown<'_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Cast(cast) => {
                let is_integer = matches!(&*cast.ty, Type::Path(path) if path.path.get_ident().is_some_and(|name| self.profile.names.integers.contains(&name.to_string())));
                let is_other = matches!(&*cast.ty, Type::Path(_) | Type::Infer(_)) && !is_integer;
                self.found |= !is_other && self.names.is_pointer(&cast.expr, is_integer);
            }
            Expr::Binary(e) => {
                let compares = matches!(
                    e.op,
                    BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
                );
                self.found |=
                    compares && (self.names.is_pointer(&e.left, false) || self.names.is_pointer(&e.right, false));
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'e Macro) {
        let Some(mut arguments) = arguments_of(mac, self.profile) else { return };
        if let Arguments::Format { text: Some(text), values, .. } = &arguments {
            let text = text.value();
            let named = |name: &String| text.contains(&format!("{{{name}:"));
            self.found |= text.contains('?')
                && (self.names.holders.iter().any(named)
                    || values.iter().any(|(_, value)| self.names.is_pointer(value, false)));
        }
        for expr in arguments.expressions_mut() {
            let mut inner = Shown { names: self.names, profile: self.profile, found: false };
            inner.visit_expr(expr);
            self.found |= inner.found;
        }
    }
}
