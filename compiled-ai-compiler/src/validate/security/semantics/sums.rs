//! What is added to variables and taken off them: the names in it, as far as it is plain arithmetic.

use syn::{BinOp, Expr, Lit, Member, UnOp};

use super::index::is_variable;

/// More names are too many to say anything.
const MOST_NAMES: usize = 16;

/// One change of a variable.
pub(super) struct Sum {
    pub(super) at: usize,
    /// `None` if it is more than arithmetic.
    pub(super) terms: Option<Terms>,
}

impl Sum {
    /// Whether it moves on whatever the input says: `at += 1 + length`.
    pub(super) fn is_sure(&self) -> bool {
        self.terms.as_ref().is_none_or(|terms| terms.is_sure)
    }
}

/// What stands in a sum.
#[derive(Default)]
pub(super) struct Terms {
    /// Variables, and fields with a `.` before their name.
    pub(super) names: Vec<String>,
    /// Something is added, taken off.
    pub(super) up: bool,
    pub(super) down: bool,
    is_sure: bool,
}

/// `at` of `at` and `*at`, `.at` of `self.at`.
pub(super) fn key(place: &Expr) -> Option<String> {
    match place {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Field(field) if is_variable(&field.base) => match &field.member {
            Member::Named(name) => Some(format!(".{name}")),
            Member::Unnamed(_) => None,
        },
        Expr::Paren(inner) => key(&inner.expr),
        Expr::Cast(inner) => key(&inner.expr),
        Expr::Unary(inner) if matches!(inner.op, UnOp::Deref(_)) => key(&inner.expr),
        _ => None,
    }
}

/// The change that an expression makes, and of what.
pub(super) fn sum(expr: &Expr, at: usize) -> Option<(String, Sum)> {
    let (place, terms) = match expr {
        Expr::Binary(e) => {
            let place = key(&e.left)?;
            let terms = match e.op {
                BinOp::AddAssign(_) => signed(&e.right, &place, false),
                BinOp::SubAssign(_) => signed(&e.right, &place, true),
                BinOp::MulAssign(_) => scaled(&e.right),
                BinOp::DivAssign(_) => scaled(&e.right).filter(|terms| !terms.names.is_empty()),
                BinOp::RemAssign(_) | BinOp::ShlAssign(_) | BinOp::ShrAssign(_) => None,
                _ => return None,
            };
            (place, terms)
        }
        Expr::Assign(e) => {
            let place = key(&e.left)?;
            let terms = assigned(&e.right, &place);
            (place, terms)
        }
        _ => return None,
    };
    Some((place, Sum { at, terms }))
}

/// The names of a value, if it is arithmetic.
pub(super) fn names(value: &Expr) -> Option<Vec<String>> {
    let mut names = vec![];
    (arithmetic(value, &mut names) && names.len() <= MOST_NAMES).then_some(names)
}

/// Of `x = x + a - b`: what is not made of `x` begins anew.
fn assigned(value: &Expr, place: &str) -> Option<Terms> {
    if let Expr::MethodCall(call) = value
        && key(&call.receiver).as_deref() == Some(place)
        && let [by] = call.args.iter().collect::<Vec<_>>().as_slice()
    {
        return match call.method.to_string().as_str() {
            "wrapping_add" | "saturating_add" => signed(by, place, false),
            "wrapping_sub" | "saturating_sub" => signed(by, place, true),
            "wrapping_mul" | "saturating_mul" => scaled(by),
            _ => None,
        };
    }
    let terms = match value {
        Expr::Binary(e) if matches!(e.op, BinOp::Mul(_) | BinOp::Div(_)) => scaled(value),
        value => signed(value, place, false),
    }?;
    terms.names.iter().any(|name| name == place).then_some(terms)
}

/// A factor moves nothing by itself.
fn scaled(value: &Expr) -> Option<Terms> {
    Some(Terms { names: names(value)?, up: true, ..Terms::default() })
}

/// Takes a sum apart.
fn signed(value: &Expr, place: &str, is_negative: bool) -> Option<Terms> {
    let mut terms = Terms::default();
    let mut written = None;
    let mut open = vec![(value, is_negative)];
    while let Some((value, is_negative)) = open.pop() {
        match value {
            Expr::Paren(inner) => open.push((&inner.expr, is_negative)),
            Expr::Binary(e) if matches!(e.op, BinOp::Add(_)) => {
                open.extend([(&*e.left, is_negative), (&*e.right, is_negative)]);
            }
            Expr::Binary(e) if matches!(e.op, BinOp::Sub(_)) => {
                open.extend([(&*e.left, is_negative), (&*e.right, !is_negative)]);
            }
            value if key(value).as_deref() == Some(place) && !is_negative => terms.names.push(place.to_owned()),
            value if is_literal(value) => written = Some(is_negative),
            value => {
                terms.up |= !is_negative;
                terms.down |= is_negative;
                terms.names.extend(names(value)?);
            }
        }
    }
    if let Some(is_negative) = written {
        terms.is_sure = !terms.up && !terms.down || terms.up != is_negative;
        // A number beside others says nothing of the direction.
        if !terms.up && !terms.down {
            (terms.up, terms.down) = (!is_negative, is_negative);
        }
    }
    (terms.names.len() <= MOST_NAMES).then_some(terms)
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Int(_) | Lit::Float(_)),
        Expr::Cast(inner) => is_literal(&inner.expr),
        // A constant.
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| !name.to_string().contains(char::is_lowercase)),
        _ => false,
    }
}

/// Whether a value is made by `+`, `-`, `*`, `/`, roundings and conversions only.
fn arithmetic(expr: &Expr, names: &mut Vec<String>) -> bool {
    if let Some(name) = key(expr) {
        names.push(name);
        return names.len() <= MOST_NAMES;
    }
    match expr {
        Expr::Lit(_) => is_literal(expr),
        Expr::Paren(inner) => arithmetic(&inner.expr, names),
        Expr::Cast(inner) => arithmetic(&inner.expr, names),
        Expr::Unary(inner) => matches!(inner.op, UnOp::Neg(_) | UnOp::Deref(_)) && arithmetic(&inner.expr, names),
        Expr::Binary(e) => {
            matches!(e.op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_))
                && arithmetic(&e.left, names)
                && arithmetic(&e.right, names)
        }
        Expr::MethodCall(call) => {
            matches!(
                call.method.to_string().as_str(),
                "round" | "floor" | "ceil" | "trunc" | "powi" | "powf" | "sqrt" | "min" | "into"
            ) && arithmetic(&call.receiver, names)
                && call.args.iter().all(|argument| arithmetic(argument, names))
        }
        // `f64::from(months)`.
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Path(path) if path.path.segments.len() == 2
                && path.path.segments[1].ident == "from")
                && call.args.iter().all(|argument| arithmetic(argument, names))
        }
        _ => false,
    }
}
