//! What a text is built of: literals, and values between them.

mod templates;

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::Span;
use syn::{BinOp, Expr, ExprBinary, ExprLit, ExprMethodCall, Ident, Lit, Member};

use super::reader::Reader;
use crate::validate::security::macros::Arguments;

/// What each constant, and each variable that is bound to texts, holds, by its name.
pub(super) type Constants = HashMap<String, Known>;

/// What is known of a constant or a variable.
#[derive(Debug, Clone)]
pub(super) enum Known {
    /// One text.
    Text(Vec<Piece>),
    /// An array, a tuple or a struct of texts: each with its field's name, or its index.
    Parts(Vec<(String, Vec<Piece>)>),
}

impl Known {
    /// All of it, put together.
    fn all(&self) -> Vec<Piece> {
        match self {
            Self::Text(pieces) => pieces.clone(),
            Self::Parts(parts) => parts.iter().flat_map(|(_, pieces)| pieces.iter().cloned()).collect(),
        }
    }
}

/// A part of a text.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// Of a literal.
    Text(Rc<str>, Span),
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

impl Reader<'_> {
    /// What `expr` is built of; one value if nothing is known of it.
    pub(super) fn pieces(&self, expr: &Expr, constants: &Constants) -> Vec<Piece> {
        let found = self.pieces_of(expr, constants);
        // Constants of constants would double with each line.
        if self.spend_on(found.iter()) { found } else { vec![] }
    }

    fn pieces_of(&self, expr: &Expr, constants: &Constants) -> Vec<Piece> {
        let of = |expr: &Expr| self.pieces(expr, constants);
        match expr {
            Expr::Lit(ExprLit { lit, .. }) => {
                literal_text(lit).map(|text| Piece::Text(text.into(), lit.span())).into_iter().collect()
            }
            Expr::Paren(paren) => of(&paren.expr),
            Expr::Group(group) => of(&group.expr),
            Expr::Reference(reference) => of(&reference.expr),
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => of(&unary.expr),
            Expr::Path(path) => match path.path.get_ident().and_then(|name| constants.get(&name.to_string())) {
                Some(known) => known.all(),
                None => vec![value(expr)],
            },
            Expr::Field(field) => {
                let name = match &field.member {
                    Member::Named(name) => name.to_string(),
                    Member::Unnamed(index) => index.index.to_string(),
                };
                part(&field.base, &name, constants).unwrap_or_else(|| vec![value(expr)])
            }
            Expr::Index(index) => as_literal(&index.index)
                .and_then(|(name, _)| part(&index.expr, &name, constants))
                .unwrap_or_else(|| vec![value(expr)]),
            Expr::Binary(binary) if matches!(binary.op, BinOp::Add(_)) => self.sum(binary, constants),
            Expr::MethodCall(method) => self.call(method, constants),
            Expr::Call(call) if call.args.len() == 1 && is_text_constructor(&call.func) => of(&call.args[0]),
            Expr::Call(call) if call.args.is_empty() && is_text_constructor(&call.func) => vec![],
            Expr::Macro(e) => match self.arguments(&e.mac).as_deref() {
                Some((_, Arguments::Format { place: None, text, values })) => {
                    self.format(text.as_ref(), values, constants)
                }
                Some((_, Arguments::Literals(literals))) => literals
                    .iter()
                    .filter_map(|literal| Some(Piece::Text(literal_text(literal)?.into(), literal.span())))
                    .collect(),
                _ => vec![value(expr)],
            },
            _ => vec![value(expr)],
        }
    }

    /// The parts of an array, a tuple or a struct of which at least one is text without a value.
    pub(super) fn parts(&self, expr: &Expr, constants: &Constants) -> Option<Known> {
        let mut parts = vec![];
        match expr {
            Expr::Reference(reference) => return self.parts(&reference.expr, constants),
            Expr::Paren(paren) => return self.parts(&paren.expr, constants),
            Expr::Tuple(tuple) => {
                let elements = tuple.elems.iter().enumerate();
                parts.extend(elements.map(|(index, element)| (index.to_string(), self.pieces(element, constants))));
            }
            Expr::Struct(literal) => {
                for field in &literal.fields {
                    let name = match &field.member {
                        Member::Named(name) => name.to_string(),
                        Member::Unnamed(index) => index.index.to_string(),
                    };
                    parts.push((name, self.pieces(&field.expr, constants)));
                }
            }
            _ => {
                let mut index = 0_usize;
                self.each_element(expr, &mut |element| {
                    parts.push((index.to_string(), self.pieces(element, constants)));
                    index += 1;
                });
            }
        }
        let is_text = |pieces: &[Piece]| !pieces.is_empty() && !holds_value(pieces);
        parts.iter().any(|(_, pieces)| is_text(pieces)).then_some(Known::Parts(parts))
    }

    /// What a sum is built of; one value if it is a sum of numbers.
    pub(super) fn sum(&self, binary: &ExprBinary, constants: &Constants) -> Vec<Piece> {
        let of = |expr: &Expr| self.pieces(expr, constants);
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
    pub(super) fn call(&self, call: &ExprMethodCall, constants: &Constants) -> Vec<Piece> {
        let of = |expr: &Expr| self.pieces(expr, constants);
        let unknown = || vec![method_value(call)];
        if is_same_text(call) {
            return of(&call.receiver);
        }
        match call.method.to_string().as_str() {
            "concat" | "join" => {
                let separator: Vec<Piece> = call.args.first().map(of).unwrap_or_default();
                let mut parts = vec![];
                let mut add = |element: Vec<Piece>| {
                    if !parts.is_empty() {
                        parts.extend(separator.clone());
                    }
                    parts.extend(element);
                };
                let is_list = self.each_element(&call.receiver, &mut |element| add(of(element)));
                if !is_list && let Some(known) = known_parts(&call.receiver, constants) {
                    known.iter().for_each(|(_, element)| add(element.clone()));
                    return parts;
                }
                if is_list { parts } else { unknown() }
            }
            // `PARTS.iter().collect::<String>()`.
            "collect" => match known_parts(&call.receiver, constants) {
                Some(parts) => parts.iter().flat_map(|(_, pieces)| pieces.iter().cloned()).collect(),
                None => unknown(),
            },
            // A template: what is put in stands wherever the slot is.
            "replace" | "replacen" if call.args.len() >= 2 => {
                let template = of(&call.receiver);
                let put_in = of(&call.args[1]);
                match as_literal(&call.args[0]) {
                    Some((slot, _))
                        if !slot.is_empty()
                            && holds_value(&put_in)
                            && template.iter().any(|piece| !piece.is_value()) =>
                    {
                        template.into_iter().flat_map(|piece| self.fill(piece, &slot, &put_in)).collect()
                    }
                    _ => unknown(),
                }
            }
            _ => unknown(),
        }
    }

    /// Calls `visit` with each element of a list that is written out; whether it is one.
    fn each_element(&self, expr: &Expr, visit: &mut dyn FnMut(&Expr)) -> bool {
        match expr {
            Expr::Array(array) => array.elems.iter().for_each(visit),
            Expr::Paren(paren) => return self.each_element(&paren.expr, visit),
            Expr::Reference(reference) => return self.each_element(&reference.expr, visit),
            Expr::Macro(e) => match self.arguments(&e.mac).as_deref() {
                Some((_, Arguments::List(values))) => values.iter().for_each(visit),
                _ => return false,
            },
            _ => return false,
        }
        true
    }
}

/// A field or an element of a constant or a variable.
fn part(of: &Expr, name: &str, constants: &Constants) -> Option<Vec<Piece>> {
    let Known::Parts(parts) = constants.get(&ident(of)?)? else { return None };
    parts.iter().find(|(part, _)| part == name).map(|(_, pieces)| pieces.clone())
}

/// The parts of a list that is looked at as it is, or through an iterator.
pub(super) fn known_parts<'c>(list: &Expr, constants: &'c Constants) -> Option<&'c [(String, Vec<Piece>)]> {
    match list {
        Expr::MethodCall(call)
            if matches!(
                call.method.to_string().as_str(),
                "iter"
                    | "into_iter"
                    | "copied"
                    | "cloned"
                    | "map"
                    | "to_vec"
                    | "rev"
                    | "chars"
                    | "flat_map"
                    | "flatten"
            ) =>
        {
            known_parts(&call.receiver, constants)
        }
        _ => match constants.get(&ident(list)?)? {
            Known::Parts(parts) => Some(parts),
            Known::Text(_) => None,
        },
    }
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
    let name = name.to_lowercase();
    ["escape", "encode", "sanitize", "sanitise"].iter().any(|word| name.contains(word))
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
