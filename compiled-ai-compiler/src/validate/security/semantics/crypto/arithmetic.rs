//! Forms of arithmetic that ciphers and hashes are made of.

use quote::ToTokens as _;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr};

/// `key[i % key.len()]`.
pub(super) fn is_cycled(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Index(index) => match unparen(&index.index) {
            Expr::Binary(e) => matches!(e.op, BinOp::Rem(_) | BinOp::BitAnd(_)),
            _ => false,
        },
        Expr::Cast(cast) => is_cycled(&cast.expr),
        _ => false,
    }
}

pub(super) fn holds_cycled(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Binary(e) if matches!(e.op, BinOp::Add(_)) => {
            let is_plain_index = |expr: &Expr| {
                matches!(
                    unparen(expr),
                    Expr::Index(_) | Expr::Binary(_) | Expr::Path(_) | Expr::Cast(_) | Expr::MethodCall(_)
                )
            };
            (is_cycled(&e.right) || holds_cycled(&e.right)) && is_plain_index(&e.left)
                || holds_cycled(&e.left) && is_plain_index(&e.right)
        }
        _ => false,
    }
}

pub(super) fn unparen(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => unparen(&inner.expr),
        Expr::Group(inner) => unparen(&inner.expr),
        other => other,
    }
}

pub(super) fn tokens_equal(a: &Expr, b: &Expr) -> bool {
    a.to_token_stream().to_string() == unparen(b).to_token_stream().to_string()
}

/// `(id * 7919 + 1) % 1_000_000`.
pub(super) fn multiplies_and_reduces(expr: &Expr) -> bool {
    let mut arithmetic = Arithmetic::default();
    arithmetic.visit_expr(expr);
    arithmetic.multiplies && arithmetic.reduces
}

#[derive(Default)]
pub(super) struct Arithmetic {
    pub(super) xors: bool,
    pub(super) multiplies: bool,
    pub(super) reduces: bool,
}

impl<'f> Visit<'f> for Arithmetic {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::Binary(e) => {
                self.xors |= matches!(e.op, BinOp::BitXor(_) | BinOp::BitXorAssign(_));
                self.multiplies |=
                    matches!(e.op, BinOp::Mul(_) | BinOp::MulAssign(_) | BinOp::BitXor(_) | BinOp::Shl(_));
                self.reduces |= matches!(e.op, BinOp::Rem(_) | BinOp::BitAnd(_) | BinOp::Shr(_));
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                self.multiplies |= name == "wrapping_mul";
                self.reduces |= name == "rem_euclid";
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}
