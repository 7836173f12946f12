//! Closures: what they may be, and where they may stand.

use compiled_ai_core::codes::gate::{EXPRESSION, TYPE};
use syn::{Block, Expr, ExprClosure, ReturnType, Stmt};

use super::super::gate::Gate;
use super::super::place::span_of;
use super::super::scope::Value;

impl Gate<'_> {
    pub(super) fn closure(&mut self, closure: &ExprClosure) {
        self.attributes(&closure.attrs);
        if closure.lifetimes.is_some() || closure.constness.is_some() || closure.asyncness.is_some() {
            self.add(
                EXPRESSION,
                None,
                closure.inputs_begin.span,
                "this kind of closure is not allowed",
                "a plain closure",
            );
        }
        self.scopes.push();
        closure.inputs.iter().for_each(|input| self.pattern(input));
        if let ReturnType::Type(_, output) = &closure.output {
            self.ty(output);
        }
        self.expr(&closure.body);
        self.scopes.pop();
    }

    /// An expression whose type is settled together with that of others: an element, a branch, the value of a `break`. Two
    /// closures become a function pointer there, which shows its address.
    pub(in crate::validate::security) fn one_of_several(&mut self, expr: &Expr) {
        self.expr(expr);
        if self.ends_in_closure(expr) {
            self.refuse_closure(expr);
        }
    }

    pub(super) fn no_closure_at_the_end(&mut self, block: &Block) {
        if let Some(Stmt::Expr(last, None)) = block.stmts.last()
            && self.ends_in_closure(last)
        {
            self.refuse_closure(last);
        }
    }

    fn refuse_closure(&mut self, expr: &Expr) {
        let at = span_of(expr);
        let help = "choose inside of one closure (`|x| if … { a(x) } else { b(x) }`), or call it here";
        self.add(TYPE, Some(704), at, "a closure as one of several values", help);
    }

    pub(super) fn ends_in_closure(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Closure(_) => true,
            Expr::Paren(inner) => self.ends_in_closure(&inner.expr),
            Expr::Group(inner) => self.ends_in_closure(&inner.expr),
            Expr::Path(path) => {
                path.path.get_ident().is_some_and(|name| self.scopes.value(&name.to_string()) == Some(Value::Closure))
            }
            // `*&f` is `f`.
            Expr::Unary(e) => self.ends_in_closure(&e.expr) || self.refers_to_function(&e.expr),
            Expr::Block(block) => match block.block.stmts.last() {
                Some(Stmt::Expr(last, None)) => self.ends_in_closure(last),
                _ => false,
            },
            _ => false,
        }
    }

    /// `&f` of a function.
    pub(super) fn refers_to_function(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.refers_to_function(&inner.expr),
            Expr::Reference(reference) => match &*reference.expr {
                Expr::Path(path) => match path.path.get_ident() {
                    Some(name) => {
                        matches!(self.scopes.value(&name.to_string()), Some(Value::Function | Value::Constructor))
                    }
                    None => path
                        .path
                        .segments
                        .last()
                        .is_some_and(|last| last.ident.to_string().starts_with(char::is_lowercase)),
                },
                inner => self.ends_in_closure(inner),
            },
            _ => false,
        }
    }
}
