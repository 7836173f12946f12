//! What operators make of the values that they are given.

use syn::{BinOp, Expr, ExprBinary, ExprRange, Type};

use super::calls::is_unbounded;
use super::flow::{Flow, OrKnown as _};
use super::found::Unbounded;
use super::functions::of_type;
use super::operands;
use super::taint::{Facts, Value};
use crate::validate::security::place::span_of;

impl Flow<'_, '_> {
    pub(super) fn cast(&mut self, expr: &Expr, ty: &Type) -> Value {
        let value = self.expr(expr);
        match ty {
            Type::Path(path) if path.path.is_ident("char") => value,
            _ => of_type(ty, value.as_number()),
        }
    }

    pub(super) fn range(&mut self, range: &ExprRange) -> Value {
        let start = range.start.as_ref().map(|start| self.expr(start)).unwrap_or_default_known();
        let Some(end) = &range.end else {
            return Value::of(start.facts().as_number().without(Facts::NUMBER));
        };
        let end = self.expr(end);
        let is_long = is_unbounded(end.facts());
        Value { is_long_range: is_long, ..Value::of(end.facts().as_number()) }
    }

    pub(super) fn binary(&mut self, e: &ExprBinary) -> Value {
        if let BinOp::AddAssign(_) = e.op {
            let added = self.expr(&e.right);
            if operands::root(&e.left).is_some() {
                let mut before = self.held(&e.left);
                if added.has_text() || before.has_text() || added.facts().has(Facts::TEXT) {
                    before.push(&added);
                } else {
                    before = Value::of(before.facts().joined(added.facts()));
                }
                self.assign(&e.left, before);
            }
            return Value::known();
        }
        let left = self.expr(&e.left);
        let right = self.expr(&e.right);
        // An operator of the candidate's own, where there is one: which types stand beside it is not known.
        if let Some(name) = method_of(&e.op) {
            let own = self.methods(name);
            if !own.is_empty()
                && let Some(value) = self.call_methods(&own, &[left.clone(), right.clone()], None)
                && value.has_text()
            {
                self.built(&value);
                return value;
            }
        }
        match e.op {
            // `n * 10 + digit`: as large as the input writes it.
            BinOp::Mul(_)
                if self.frame().reads_digits
                    && [&e.left, &e.right].into_iter().any(|side| operands::number(side) == Some(10)) =>
            {
                Value::of(left.facts().joined(right.facts()).as_number().and(Facts::NUMBER))
            }
            BinOp::Add(_) if left.has_text() || right.has_text() || left.facts().has(Facts::TEXT) => {
                let mut sum = left;
                sum.push(&right);
                self.built(&sum);
                sum
            }
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_)
            | BinOp::And(_)
            | BinOp::Or(_) => Value::known(),
            // At most what it is divided by.
            BinOp::Rem(_) | BinOp::BitAnd(_) if !is_unbounded(right.facts()) => {
                Value::of(left.facts().as_number().without(Facts::NUMBER))
            }
            BinOp::RemAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_) => {
                if let (Some(name), false) =
                    (operands::root(&e.left), matches!(e.op, BinOp::SubAssign(_) | BinOp::DivAssign(_)))
                {
                    let mut facts = left.facts().joined(right.facts());
                    if matches!(e.op, BinOp::RemAssign(_) | BinOp::BitAndAssign(_)) {
                        facts = facts.without(Facts::NUMBER);
                    }
                    self.frame().variables.insert(name, Value::of(facts));
                }
                Value::known()
            }
            _ => Value::of(left.facts().as_number().joined(right.facts().as_number())),
        }
    }

    pub(super) fn while_loop(&mut self, e: &syn::ExprWhile) {
        let Expr::Binary(cond) = &*e.cond else { return };
        let (left, right) = (self.expr(&cond.left).facts(), self.expr(&cond.right).facts());
        let leaves = self.index.leaves(&e.body);
        let counts = |counter: &Expr, limit: Facts| {
            operands::root(counter).is_some_and(|name| is_plain(counter) && self.index.steps_by_one(&e.body, &name))
                && is_unbounded(limit)
        };
        let is_long = match cond.op {
            BinOp::Lt(_) | BinOp::Le(_) => counts(&cond.left, right),
            // `while n > 0 { n -= 1 }`, `while n != i { i += 1 }`.
            BinOp::Gt(_) | BinOp::Ge(_) => counts(&cond.left, left) || counts(&cond.right, left),
            BinOp::Ne(_) => counts(&cond.left, left.joined(right)) || counts(&cond.right, left.joined(right)),
            _ => false,
        };
        if is_long && !leaves {
            self.unbounded(&*e.cond, Unbounded::Loop, span_of);
        }
        if let (BinOp::Lt(_) | BinOp::Le(_) | BinOp::Ne(_), Some(name), false) =
            (&cond.op, operands::root(&cond.left), leaves)
            && let Some(step) = self.index.step_of(&e.body, &name)
        {
            let facts = self.named(&step.to_string()).facts();
            if facts.has(Facts::NUMBER) && !facts.has(Facts::POSITIVE) {
                self.unbounded(step, Unbounded::Step, syn::Ident::span);
            }
        }
    }
}

/// The method that an operator stands for.
fn method_of(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) => "add",
        BinOp::Sub(_) => "sub",
        BinOp::Mul(_) => "mul",
        BinOp::Div(_) => "div",
        BinOp::Rem(_) => "rem",
        BinOp::BitAnd(_) => "bitand",
        BinOp::BitOr(_) => "bitor",
        BinOp::BitXor(_) => "bitxor",
        BinOp::Shl(_) => "shl",
        BinOp::Shr(_) => "shr",
        _ => return None,
    })
}

fn is_plain(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Paren(inner) => is_plain(&inner.expr),
        Expr::Cast(inner) => is_plain(&inner.expr),
        Expr::Unary(inner) => is_plain(&inner.expr),
        _ => false,
    }
}
