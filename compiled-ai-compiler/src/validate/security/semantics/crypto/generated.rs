//! Numbers that only look as if nobody knew them.

use syn::{BinOp, Expr, ExprAssign, ExprIndex};

use super::super::names;
use super::super::operands::{number, root};
use super::arithmetic::unparen;

/// `state = state * 97 % 10_007`: the next number, of the one before and of constants alone.
pub(super) fn is_generator(assign: &ExprAssign) -> bool {
    let Some(place) = root(&assign.left) else { return false };
    let mut has_product = false;
    let is_alone = is_alone(&assign.right, &place, &mut has_product, 0);
    let is_reduced = match unparen(&assign.right) {
        Expr::Binary(e) => matches!(e.op, BinOp::Rem(_) | BinOp::BitAnd(_)),
        Expr::MethodCall(call) => call.method == "wrapping_add" || call.method == "wrapping_mul",
        _ => false,
    };
    is_alone && has_product && is_reduced
}

/// Whether nothing but `place` and constants stands in an expression, and whether it multiplies by no round number.
fn is_alone(expr: &Expr, place: &str, has_product: &mut bool, depth: usize) -> bool {
    const MOST: usize = 8;
    if depth > MOST {
        return false;
    }
    let is_constant = |expr: &Expr| {
        number(expr).is_some_and(|number| !matches!(number, 0 | 1 | 2 | 10 | 60 | 100 | 1000))
            || root(expr).is_some_and(|name| name.len() > 1 && name.chars().all(|c| !c.is_ascii_lowercase()))
    };
    match unparen(expr) {
        Expr::Binary(e) => {
            *has_product |= matches!(e.op, BinOp::Mul(_)) && (is_constant(&e.left) || is_constant(&e.right));
            matches!(e.op, BinOp::Mul(_) | BinOp::Add(_) | BinOp::Rem(_) | BinOp::BitAnd(_))
                && is_alone(&e.left, place, has_product, depth + 1)
                && is_alone(&e.right, place, has_product, depth + 1)
        }
        Expr::MethodCall(call) if call.args.len() == 1 => {
            *has_product |= call.method == "wrapping_mul" && is_constant(&call.args[0]);
            matches!(call.method.to_string().as_str(), "wrapping_mul" | "wrapping_add")
                && is_alone(&call.receiver, place, has_product, depth + 1)
                && is_alone(&call.args[0], place, has_product, depth + 1)
        }
        other => number(other).is_some() || is_constant(other) || root(other).as_deref() == Some(place),
    }
}

/// `ALPHABET[(seed * 7 + index * 13) % 32]`: a sign that follows from what is known.
pub(super) fn is_drawn(index: &ExprIndex) -> bool {
    let is_alphabet = root(&index.expr).is_some_and(|name| {
        names::words(&name).iter().any(|word| {
            matches!(
                word.as_str(),
                "alphabet" | "charset" | "chars" | "letters" | "symbols" | "pool" | "digits" | "abc"
            )
        })
    });
    let mut place = unparen(&index.index);
    while let Expr::Cast(cast) = place {
        place = unparen(&cast.expr);
    }
    is_alphabet && matches!(place, Expr::Binary(e) if matches!(e.op, BinOp::Rem(_)) && multiplies(unparen(&e.left), 0))
}

fn multiplies(expr: &Expr, depth: usize) -> bool {
    const MOST: usize = 8;
    match unparen(expr) {
        Expr::Binary(e) if depth < MOST => {
            matches!(e.op, BinOp::Mul(_)) || multiplies(&e.left, depth + 1) || multiplies(&e.right, depth + 1)
        }
        Expr::Cast(cast) if depth < MOST => multiplies(&cast.expr, depth + 1),
        Expr::MethodCall(call) => call.method == "wrapping_mul",
        _ => false,
    }
}
