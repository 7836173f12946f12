//! What a text is built of: literals, and values between them.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::{BinOp, Expr, ExprBinary, ExprLit, ExprMethodCall, Ident, Lit, LitStr};

use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::Profile;

/// What each constant is built of, by its name.
pub(super) type Constants = BTreeMap<String, Vec<Piece>>;

/// A part of a text.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// Of a literal.
    Text(String, Span),
    /// Of something that is known when the code runs.
    Value {
        /// Whether it went through a function that is named for escaping.
        escaped: bool,
    },
}

impl Piece {
    pub(super) fn is_value(&self) -> bool {
        matches!(self, Self::Value { .. })
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text, _) => Some(text),
            Self::Value { .. } => None,
        }
    }

    pub(super) fn at(&self) -> Option<Span> {
        match self {
            Self::Text(_, at) => Some(*at),
            Self::Value { .. } => None,
        }
    }
}

/// Whether at least one piece is a value.
pub(super) fn holds_value(pieces: &[Piece]) -> bool {
    pieces.iter().any(Piece::is_value)
}

/// A variable's name.
pub(super) fn ident(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(Ident::to_string),
        Expr::Reference(reference) => ident(&reference.expr),
        Expr::Paren(paren) => ident(&paren.expr),
        Expr::Unary(unary) => ident(&unary.expr),
        _ => None,
    }
}

/// What a literal says, as text; the digits of a number.
pub(super) fn literal_text(literal: &Lit) -> Option<String> {
    Some(match literal {
        Lit::Str(text) => text.value(),
        Lit::ByteStr(bytes) => String::from_utf8_lossy(&bytes.value()).into_owned(),
        Lit::CStr(text) => text.value().to_string_lossy().into_owned(),
        Lit::Byte(byte) => char::from(byte.value()).to_string(),
        Lit::Char(character) => character.value().to_string(),
        Lit::Int(int) => int.base10_digits().to_owned(),
        _ => return None,
    })
}

/// A literal, perhaps made a `String`.
pub(super) fn as_literal(expr: &Expr) -> Option<(String, Span)> {
    match expr {
        Expr::Lit(ExprLit { lit, .. }) => Some((literal_text(lit)?, lit.span())),
        Expr::Paren(paren) => as_literal(&paren.expr),
        Expr::Group(group) => as_literal(&group.expr),
        Expr::Reference(reference) => as_literal(&reference.expr),
        Expr::MethodCall(call) if is_same_text(call) => as_literal(&call.receiver),
        Expr::Call(call) if call.args.len() == 1 && is_text_constructor(&call.func) => as_literal(&call.args[0]),
        _ => None,
    }
}

/// What `expr` is built of; one value if nothing is known of it.
pub(super) fn pieces(expr: &Expr, profile: &Profile, constants: &Constants) -> Vec<Piece> {
    let of = |expr: &Expr| pieces(expr, profile, constants);
    match expr {
        Expr::Lit(ExprLit { lit, .. }) => {
            literal_text(lit).map(|text| Piece::Text(text, lit.span())).into_iter().collect()
        }
        Expr::Paren(paren) => of(&paren.expr),
        Expr::Group(group) => of(&group.expr),
        Expr::Reference(reference) => of(&reference.expr),
        Expr::Path(path) => match path.path.get_ident().and_then(|name| constants.get(&name.to_string())) {
            Some(known) => known.clone(),
            None => vec![value(expr)],
        },
        Expr::Binary(binary) if matches!(binary.op, BinOp::Add(_)) => sum(binary, profile, constants),
        Expr::MethodCall(method) => call(method, profile, constants),
        Expr::Call(call) if call.args.len() == 1 && is_text_constructor(&call.func) => of(&call.args[0]),
        Expr::Call(call) if call.args.is_empty() && is_text_constructor(&call.func) => vec![],
        Expr::Macro(e) => {
            let form = e.mac.path.get_ident().and_then(|name| profile.macro_form(&name.to_string()));
            match form.and_then(|form| Arguments::of(form, &e.mac).ok()) {
                Some(Arguments::Format { place: None, text, values }) => {
                    format(text.as_ref(), &values, profile, constants)
                }
                Some(Arguments::Literals(literals)) => literals
                    .iter()
                    .filter_map(|literal| Some(Piece::Text(literal_text(literal)?, literal.span())))
                    .collect(),
                _ => vec![value(expr)],
            }
        }
        _ => vec![value(expr)],
    }
}

/// What a sum is built of; one value if it is a sum of numbers.
pub(super) fn sum(binary: &ExprBinary, profile: &Profile, constants: &Constants) -> Vec<Piece> {
    let of = |expr: &Expr| pieces(expr, profile, constants);
    // From the right, because a long sum leans to the left.
    let mut parts = vec![of(&binary.right)];
    let mut rest = &*binary.left;
    while let Expr::Binary(inner) = rest
        && matches!(inner.op, BinOp::Add(_))
    {
        parts.push(of(&inner.right));
        rest = &inner.left;
    }
    parts.push(of(rest));
    let parts: Vec<Piece> = parts.into_iter().rev().flatten().collect();
    let is_text = parts.iter().filter_map(Piece::text).any(|text| text.parse::<f64>().is_err());
    if is_text { parts } else { vec![Piece::Value { escaped: false }] }
}

/// What the result of a method is built of.
pub(super) fn call(call: &ExprMethodCall, profile: &Profile, constants: &Constants) -> Vec<Piece> {
    let of = |expr: &Expr| pieces(expr, profile, constants);
    let unknown = || vec![method_value(call)];
    if is_same_text(call) {
        return of(&call.receiver);
    }
    match call.method.to_string().as_str() {
        "concat" | "join" => {
            let separator: Vec<Piece> = call.args.first().map(of).unwrap_or_default();
            let mut parts = vec![];
            let is_list = each_element(&call.receiver, profile, &mut |element| {
                if !parts.is_empty() {
                    parts.extend(separator.clone());
                }
                parts.extend(of(element));
            });
            if is_list { parts } else { unknown() }
        }
        // A template: what is put in stands wherever the slot is.
        "replace" | "replacen" if call.args.len() >= 2 => {
            let template = of(&call.receiver);
            let put_in = of(&call.args[1]);
            match as_literal(&call.args[0]) {
                Some((slot, _))
                    if !slot.is_empty() && holds_value(&put_in) && template.iter().any(|piece| !piece.is_value()) =>
                {
                    template.into_iter().flat_map(|piece| fill(piece, &slot, &put_in)).collect()
                }
                _ => unknown(),
            }
        }
        _ => unknown(),
    }
}

/// The pieces of a format string with its values. The gate has checked that it is one.
pub(super) fn format(
    text: Option<&LitStr>,
    values: &[(Option<Ident>, Expr)],
    profile: &Profile,
    constants: &Constants,
) -> Vec<Piece> {
    let Some(literal) = text else { return vec![] };
    let (text, at) = (literal.value(), literal.span());
    let (mut found, mut plain, mut next) = (vec![], String::new(), 0);
    let mut rest = text.as_str();
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        if matches!(character, '{' | '}') && after.starts_with(character) {
            plain.push(character);
            rest = &after[1..];
        } else if let ('{', Some(end)) = (character, after.find('}')) {
            let argument = after[..end].split(':').next().unwrap_or_default().trim();
            let by_position = |index: usize| values.get(index).map(|(_, value)| value);
            let given = if argument.is_empty() {
                next += 1;
                by_position(next - 1)
            } else if let Ok(index) = argument.parse() {
                by_position(index)
            } else {
                values
                    .iter()
                    .find(|(name, _)| name.as_ref().is_some_and(|name| name == argument))
                    .map(|(_, value)| value)
            };
            if !plain.is_empty() {
                found.push(Piece::Text(std::mem::take(&mut plain), at));
            }
            match (given, constants.get(argument)) {
                (Some(given), _) => found.extend(pieces(given, profile, constants)),
                (None, Some(constant)) => found.extend(constant.iter().cloned()),
                (None, None) => found.push(Piece::Value { escaped: is_escaped_name(argument) }),
            }
            rest = &after[end + 1..];
        } else {
            plain.push(character);
            rest = after;
        }
    }
    if !plain.is_empty() {
        found.push(Piece::Text(plain, at));
    }
    found
}

fn fill(piece: Piece, slot: &str, put_in: &[Piece]) -> Vec<Piece> {
    let Piece::Text(text, at) = &piece else { return vec![piece] };
    let mut parts = vec![];
    for (index, part) in text.split(slot).enumerate() {
        if index > 0 {
            parts.extend(put_in.iter().cloned());
        }
        parts.push(Piece::Text(part.to_owned(), *at));
    }
    parts
}

/// Calls `visit` with each element of a list that is written out; whether it is one.
fn each_element(expr: &Expr, profile: &Profile, visit: &mut dyn FnMut(&Expr)) -> bool {
    match expr {
        Expr::Array(array) => array.elems.iter().for_each(visit),
        Expr::Paren(paren) => return each_element(&paren.expr, profile, visit),
        Expr::Reference(reference) => return each_element(&reference.expr, profile, visit),
        Expr::Macro(e) => {
            let form = e.mac.path.get_ident().and_then(|name| profile.macro_form(&name.to_string()));
            match form.and_then(|form| Arguments::of(form, &e.mac).ok()) {
                Some(Arguments::List(values)) => values.iter().for_each(visit),
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}

fn method_value(call: &ExprMethodCall) -> Piece {
    let escaped =
        is_escaped_name(&call.method.to_string()) || matches!(value(&call.receiver), Piece::Value { escaped: true });
    Piece::Value { escaped }
}

fn value(expr: &Expr) -> Piece {
    let escaped = match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path.path.segments.last().is_some_and(|last| is_escaped_name(&last.ident.to_string())),
            _ => false,
        },
        Expr::MethodCall(call) => return method_value(call),
        Expr::Path(_) => ident(expr).is_some_and(|name| is_escaped_name(&name)),
        Expr::Reference(reference) => return value(&reference.expr),
        Expr::Paren(paren) => return value(&paren.expr),
        _ => false,
    };
    Piece::Value { escaped }
}

fn is_escaped_name(name: &str) -> bool {
    ["escape", "encode", "sanitize", "sanitise"].iter().any(|word| name.to_lowercase().contains(word))
}

/// A method that returns the text that it is called on.
fn is_same_text(call: &ExprMethodCall) -> bool {
    call.args.is_empty()
        && matches!(
            call.method.to_string().as_str(),
            "to_string" | "to_owned" | "into" | "as_str" | "as_bytes" | "clone" | "to_vec" | "into_owned"
        )
}

/// `String::from`, `String::new` and their like.
fn is_text_constructor(function: &Expr) -> bool {
    let Expr::Path(path) = function else { return false };
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(
        names.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
        ["String" | "Cow", "from" | "new"] | ["Some"]
    )
}
