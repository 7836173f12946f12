//! What single expressions and patterns are: a variable, a number, a text, a list of the code.

use syn::{BinOp, Expr, Lit, UnOp};

/// The variable that an expression is about: `name` of `name.trim().chars()`.
pub(super) fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Reference(inner) => root(&inner.expr),
        Expr::Paren(inner) => root(&inner.expr),
        Expr::Group(inner) => root(&inner.expr),
        Expr::Cast(inner) => root(&inner.expr),
        Expr::Index(inner) => root(&inner.expr),
        Expr::Unary(inner) if matches!(inner.op, UnOp::Deref(_)) => root(&inner.expr),
        Expr::MethodCall(call) => root(&call.receiver),
        Expr::Field(field) => match &field.member {
            syn::Member::Named(name) => Some(name.to_string()),
            syn::Member::Unnamed(_) => root(&field.base),
        },
        _ => None,
    }
}

/// A literal's text, behind references.
pub(super) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            Lit::Char(c) => Some(c.value().to_string()),
            Lit::Byte(b) => Some(char::from(b.value()).to_string()),
            Lit::ByteStr(bytes) => Some(String::from_utf8_lossy(&bytes.value()).into_owned()),
            _ => None,
        },
        Expr::Reference(inner) => literal(&inner.expr),
        Expr::Paren(inner) => literal(&inner.expr),
        Expr::Group(inner) => literal(&inner.expr),
        _ => None,
    }
}

pub(super) fn is_text(expr: &Expr) -> bool {
    literal(expr).is_some()
}

/// The value of a number that is written out.
pub(super) fn number(expr: &Expr) -> Option<u128> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(int) => int.base10_parse().ok(),
            _ => None,
        },
        Expr::Paren(inner) => number(&inner.expr),
        Expr::Group(inner) => number(&inner.expr),
        Expr::Cast(inner) => number(&inner.expr),
        Expr::Reference(inner) => number(&inner.expr),
        _ => None,
    }
}

pub(super) fn is_float(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Float(_)),
        Expr::Paren(inner) => is_float(&inner.expr),
        Expr::Unary(inner) => is_float(&inner.expr),
        _ => false,
    }
}

/// `0`, `Some(0)`, `Ok(0) | Err(_)`.
pub(super) fn is_of_zero(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Lit(lit) => matches!(&lit.lit, Lit::Int(int) if int.base10_digits() == "0"),
        syn::Pat::Or(or) => or.cases.iter().any(is_of_zero),
        syn::Pat::Paren(inner) => is_of_zero(&inner.pat),
        syn::Pat::TupleStruct(tuple) => tuple.elems.iter().any(is_of_zero),
        _ => false,
    }
}

/// Whether a filter compares what it is given with a number: `|step| *step > 0`.
pub(super) fn keeps_zero_out(filter: &Expr) -> bool {
    let Expr::Closure(closure) = filter else { return false };
    let Expr::Binary(e) = &*closure.body else { return false };
    let is_order = matches!(e.op, BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Lt(_) | BinOp::Ne(_));
    is_order && [&e.left, &e.right].into_iter().any(|side| number(side).is_some() || is_float(side))
}

/// A constant, or the length of something that is there.
pub(super) fn is_bound(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path),
        Expr::MethodCall(call) => matches!(call.method.to_string().as_str(), "len" | "count"),
        Expr::Paren(inner) => is_bound(&inner.expr),
        Expr::Cast(inner) => is_bound(&inner.expr),
        _ => false,
    }
}

pub(super) fn is_constant(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
            || path.segments.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// What stands behind the scheme of a web address.
pub(super) fn address(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

/// A list of what is refused, by its name: who is not in it may be anybody.
pub(super) fn keeps_out(path: &syn::Path) -> bool {
    const OUT: &[&str] = &[
        "block",
        "blocked",
        "blocklist",
        "blacklist",
        "deny",
        "denied",
        "denylist",
        "forbidden",
        "forbid",
        "banned",
        "bad",
        "dangerous",
        "disallowed",
        "rejected",
        "excluded",
        "internal",
        "private",
        "unsafe",
    ];
    path.segments.last().is_some_and(|last| {
        super::names::words(&last.ident.to_string()).iter().any(|word| OUT.contains(&word.as_str()))
    })
}

/// A list of the code: a constant, an array or a range.
pub(super) fn is_list(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path) && !keeps_out(&path.path),
        Expr::Array(_) => true,
        Expr::Range(range) => range.start.is_some() && range.end.is_some(),
        Expr::Paren(inner) => is_list(&inner.expr),
        Expr::Reference(inner) => is_list(&inner.expr),
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "iter" | "into_iter" | "copied" | "as_slice")
                && is_list(&call.receiver)
        }
        Expr::Macro(_) => false,
        _ => false,
    }
}

/// An iterator that may have no end by itself, whatever is done to its elements.
pub(super) fn may_be_endless(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => call.method == "cycle" || may_be_endless(&call.receiver),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
                matches!(last.ident.to_string().as_str(), "repeat" | "from_fn" | "successors" | "repeat_with")
            }),
            _ => false,
        },
        Expr::Paren(inner) => may_be_endless(&inner.expr),
        Expr::Range(range) => range.end.is_none(),
        _ => false,
    }
}

/// `text` of `return Some(text)`.
pub(super) fn returned(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Paren(inner) => returned(&inner.expr),
        Expr::Call(call) if call.args.len() == 1 => returned(&call.args[0]),
        Expr::Tuple(tuple) => tuple.elems.iter().find_map(returned),
        _ => None,
    }
}
