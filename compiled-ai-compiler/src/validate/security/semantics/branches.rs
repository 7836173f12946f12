//! What blocks, conditions, branches and loops make of the values that they are given.

use std::ptr::from_ref;

use syn::{Block, Expr, ExprForLoop, ExprIf, ExprMatch, Item, Pat, Stmt};

use super::flow::{Flow, OrKnown as _};
use super::found::Unbounded;
use super::functions::of_type;
use super::keys::ident;
use super::operands::root;
use super::taint::Value;
use crate::validate::security::place::span_of;

impl Flow<'_, '_> {
    pub(super) fn block(&mut self, block: &Block) -> Value {
        let mut last = Value::known();
        for statement in &block.stmts {
            last = Value::known();
            match statement {
                Stmt::Local(local) => {
                    let Some(init) = &local.init else {
                        self.bind(&local.pat, Value::default());
                        continue;
                    };
                    // What is checked of `rest` further down is checked of the new one: `let rest = rest.trim();`.
                    let before = std::mem::replace(&mut self.frame().rebound, ident(&local.pat));
                    let mut value = self.expr(&init.expr);
                    self.frame().rebound = before;
                    self.same_in_other_letters(&local.pat, &init.expr);
                    if let Some((_, diverge)) = &init.diverge {
                        self.expr(diverge);
                    }
                    if let Pat::Type(typed) = &local.pat {
                        value = of_type(&typed.ty, value);
                    }
                    self.bind(&local.pat, value);
                    self.lend(&local.pat, &init.expr, false);
                }
                Stmt::Expr(expr, semicolon) => {
                    let value = self.expr(expr);
                    if semicolon.is_none() {
                        last = value;
                    }
                }
                Stmt::Macro(statement) => {
                    let value = self.macro_call(&statement.mac);
                    if statement.semi_token.is_none() {
                        last = value;
                    }
                }
                Stmt::Item(Item::Const(item)) => {
                    let value = self.expr(&item.expr);
                    self.constants.insert(item.ident.to_string(), value);
                }
                Stmt::Item(_) => {}
            }
        }
        last
    }

    /// A condition, which may bind names.
    pub(super) fn condition(&mut self, cond: &Expr) {
        match cond {
            Expr::Let(e) => {
                let value = self.expr(&e.expr);
                self.bind(&e.pat, value);
                self.lend(&e.pat, &e.expr, false);
            }
            Expr::Binary(e) if matches!(e.op, syn::BinOp::And(_)) => {
                self.condition(&e.left);
                self.condition(&e.right);
            }
            Expr::Paren(e) => self.condition(&e.expr),
            _ => {
                self.expr(cond);
            }
        }
    }

    pub(super) fn branch(&mut self, e: &ExprIf) -> Value {
        let said = self.said_of_names(&e.cond);
        self.condition(&e.cond);
        self.frame().arms.push((from_ref(e).addr(), 0));
        let first = self.where_named(&said, true, |this| this.block(&e.then_branch));
        self.frame().arms.pop();
        match &e.else_branch {
            Some((_, otherwise)) => {
                self.frame().arms.push((from_ref(e).addr(), 1));
                let second = self.where_named(&said, false, |this| this.expr(otherwise));
                self.frame().arms.pop();
                first.or(second)
            }
            None => first,
        }
    }

    pub(super) fn choose(&mut self, e: &ExprMatch) -> Value {
        let value = self.expr(&e.expr);
        let of = root(&e.expr);
        let targets = self.targets(&e.expr);
        let mut result: Option<Value> = None;
        for (index, arm) in e.arms.iter().enumerate() {
            self.frame().arms.push((from_ref(e).addr(), index));
            self.bind(&arm.pat, value.clone());
            self.lend_names(&arm.pat, &targets);
            if let Pat::Guard(guard) = &arm.pat {
                self.condition(&guard.guard);
            }
            let one = self.in_arm(arm, of.as_deref(), |this| this.expr(&arm.body));
            self.frame().arms.pop();
            result = Some(match result {
                Some(before) => before.or(one),
                None => one,
            });
        }
        result.unwrap_or_default_known()
    }

    /// What a loop or a block is worth: what it ends with, or what a `break` leaves it with.
    pub(super) fn left_with(&mut self, walk: impl FnOnce(&mut Self) -> Value) -> Value {
        let open = std::mem::take(&mut self.frame().broken);
        let value = walk(self);
        let broken = std::mem::replace(&mut self.frame().broken, open);
        broken.into_iter().fold(value, Value::or)
    }

    pub(super) fn leave(&mut self, e: &syn::ExprBreak) -> Value {
        let value = e.expr.as_ref().map(|value| self.expr(value));
        self.frame().broken.extend(value);
        Value::known()
    }

    /// The body of a loop.
    pub(super) fn body(&mut self, block: &Block) {
        self.frame().loops += 1;
        self.block(block);
        self.frame().loops -= 1;
    }

    pub(super) fn each(&mut self, e: &ExprForLoop) -> Value {
        let over = self.expr(&e.expr);
        if over.is_long_range && !self.index.leaves(&e.body) {
            self.unbounded(&*e.expr, Unbounded::Loop, span_of);
        }
        self.spend_values(&over);
        if let Some(elements) = self.few(&over) {
            self.is_unrolled = true;
            for element in elements {
                self.bind(&e.pat, element);
                self.lend(&e.pat, &e.expr, true);
                self.body(&e.body);
            }
            self.is_unrolled = false;
            return Value::known();
        }
        let element = over.element();
        self.bind(&e.pat, element);
        self.lend(&e.pat, &e.expr, true);
        self.body(&e.body);
        Value::known()
    }
}
