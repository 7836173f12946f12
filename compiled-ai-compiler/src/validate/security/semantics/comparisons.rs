//! Which names are compared by their size anywhere in a file.

use std::collections::HashMap;

use syn::{BinOp, Expr, Lit};

use super::sums::key;

/// Names that are compared by their size, fields too.
#[derive(Default)]
pub(super) struct Comparisons {
    /// `true`: with something that is no number. `false`: so that zero may be kept out.
    names: HashMap<String, bool>,
    /// Comparisons that are open, and in which no number is written out.
    open: usize,
}

impl Comparisons {
    /// Whether a name is compared; with something that is no number, if that is asked for.
    pub(super) fn hold(&self, name: &str, with_values: bool) -> bool {
        self.names.get(name.trim_start_matches('.')).is_some_and(|is_value| *is_value || !with_values)
    }

    /// Notes what an expression compares; whether it is to be left again.
    pub(super) fn enter(&mut self, expr: &Expr) -> bool {
        if self.open > 0
            && let Some(name) = key(expr)
        {
            self.names.insert(plain(name), true);
        }
        let Expr::Binary(e) = expr else { return false };
        let (small, large) = match e.op {
            BinOp::Lt(_) | BinOp::Le(_) => (&e.left, &e.right),
            BinOp::Gt(_) | BinOp::Ge(_) => (&e.right, &e.left),
            _ => return false,
        };
        if !is_written(small) && !is_written(large) {
            self.open += 1;
            return true;
        }
        // `step < 5`, `step > 0`; what is larger than a number may be so beyond any bound.
        let kept = if is_written(large) { key(small) } else { key(large).filter(|_| is_small(small)) };
        if let Some(name) = kept {
            self.names.entry(plain(name)).or_default();
        }
        false
    }

    pub(super) fn leave(&mut self, was_entered: bool) {
        self.open -= usize::from(was_entered);
    }
}

fn plain(name: String) -> String {
    name.strip_prefix('.').map_or(name.clone(), ToOwned::to_owned)
}

fn is_written(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Int(_) | Lit::Float(_)),
        Expr::Paren(inner) => is_written(&inner.expr),
        Expr::Unary(inner) => is_written(&inner.expr),
        Expr::Cast(inner) => is_written(&inner.expr),
        _ => false,
    }
}

/// A number beyond which nothing is zero, and which is no upper bound.
fn is_small(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(int) => int.base10_parse::<u64>().is_ok_and(|number| number <= 10),
            Lit::Float(float) => float.base10_parse::<f64>().is_ok_and(|number| number <= 10.0),
            _ => false,
        },
        Expr::Paren(inner) => is_small(&inner.expr),
        Expr::Cast(inner) => is_small(&inner.expr),
        _ => false,
    }
}
