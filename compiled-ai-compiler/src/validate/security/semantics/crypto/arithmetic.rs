//! Forms of arithmetic that ciphers and hashes are made of.

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

/// What is computed somewhere in a piece of code.
#[derive(Default, Clone, Copy)]
pub(super) struct Arithmetic {
    pub(super) xors: bool,
    pub(super) multiplies: bool,
    pub(super) reduces: bool,
}

impl Arithmetic {
    /// Adds what an expression does by itself.
    pub(super) fn add(&mut self, expr: &Expr) {
        match expr {
            Expr::Binary(e) => {
                self.xors |= matches!(e.op, BinOp::BitXor(_) | BinOp::BitXorAssign(_));
                self.multiplies |=
                    matches!(e.op, BinOp::Mul(_) | BinOp::MulAssign(_) | BinOp::BitXor(_) | BinOp::Shl(_));
                self.reduces |= matches!(e.op, BinOp::Rem(_) | BinOp::BitAnd(_) | BinOp::Shr(_));
            }
            Expr::MethodCall(call) => {
                self.multiplies |= call.method == "wrapping_mul";
                self.reduces |= call.method == "rem_euclid";
            }
            _ => {}
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            xors: self.xors || other.xors,
            multiplies: self.multiplies || other.multiplies,
            reduces: self.reduces || other.reduces,
        }
    }
}
