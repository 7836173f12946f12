//! Implementations of traits that ask for themselves.

use compiled_ai_core::codes::gate::UNBOUNDED;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, ImplItem, Item, Macro, Type};

use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Looks at each implementation of a trait in a file.
pub(super) fn check(file: &File, reader: &Reader<'_>, refusals: &mut Refusals) {
    for item in &file.items {
        let Item::Impl(of) = item else { continue };
        if of.trait_.is_none() {
            continue;
        }
        let Some(own) = name_of(&of.self_ty) else { continue };
        for item in &of.items {
            let ImplItem::Fn(method) = item else { continue };
            let mut asks = Asks { reader, own: &own, method: method.sig.ident.to_string(), found: None };
            asks.visit_block(&method.block);
            if let Some(at) = asks.found {
                let help = "write what it does with the fields";
                let message = format!("`{}` of `{own}` asks for itself without an end", asks.method);
                refusals.add(UNBOUNDED, Some(674), at, message, help);
            }
        }
    }
}

fn name_of(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
}

struct Asks<'r> {
    reader: &'r Reader<'r>,
    own: &'r str,
    method: String,
    found: Option<Span>,
}

impl Asks<'_> {
    fn is_own(&self, name: &str) -> bool {
        name == "Self" || name == self.own
    }

    /// `self`, `*self`, `self.clone()`.
    fn is_self(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.is_ident("self"),
            Expr::Unary(inner) => self.is_self(&inner.expr),
            Expr::Reference(inner) => self.is_self(&inner.expr),
            Expr::Paren(inner) => self.is_self(&inner.expr),
            Expr::MethodCall(call) => call.method == "clone" && self.is_self(&call.receiver),
            // A new one of the same type.
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.get_ident().is_some_and(|name| self.is_own(&name.to_string())),
                _ => false,
            },
            _ => false,
        }
    }
}

impl<'f> Visit<'f> for Asks<'_> {
    fn visit_expr(&mut self, expr: &'f Expr) {
        let asks = match (self.method.as_str(), expr) {
            ("default", Expr::Call(call)) => match &*call.func {
                Expr::Path(path) => {
                    let names: Vec<String> =
                        path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                    matches!(names.as_slice(), [of, last] if last == "default" && self.is_own(of))
                }
                _ => false,
            },
            ("default", Expr::Struct(literal)) => literal.rest.as_ref().is_some_and(|rest| {
                matches!(&**rest, Expr::Call(call) if matches!(&*call.func, Expr::Path(path)
                    if path.path.segments.first().is_some_and(|first| first.ident == "Default")))
            }),
            ("eq", Expr::Binary(e)) => matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) && self.is_self(&e.left),
            ("cmp" | "partial_cmp", Expr::MethodCall(call)) => {
                call.method == self.method && self.is_self(&call.receiver)
            }
            _ => false,
        };
        if asks && self.found.is_none() {
            self.found = Some(span_of(expr));
        }
        visit::visit_expr(self, expr);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        // `let inner: Cents = (value + 1).into();` in `From<i64> for Cents`.
        if let (syn::Pat::Type(typed), Some(init)) = (&local.pat, &local.init)
            && self.method == "from"
            && name_of(&typed.ty).is_some_and(|name| self.is_own(&name))
            && matches!(&*init.expr, Expr::MethodCall(call) if call.method == "into")
        {
            self.found.get_or_insert(span_of(&init.expr));
        }
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        if let Arguments::Format { text: Some(text), values, .. } = &parsed.1
            && self.method == "fmt"
            && (text.value().contains("{self}") || values.iter().any(|(_, value)| self.is_self(value)))
        {
            self.found.get_or_insert(text.span());
        }
    }
}
