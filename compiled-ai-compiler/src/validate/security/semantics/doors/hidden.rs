//! Texts that stand in the code as a table of numbers and come out of it by `^`, or by a number that is taken off each.

use std::collections::BTreeMap;

use compiled_ai_core::codes::gate::BACK_DOOR;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, Pat, Type};

use super::super::operands::{is_constant, number, root};
use crate::validate::security::literals::Reader;
use crate::validate::security::refusal::Refusals;

/// Numbers of a table that are looked at.
const LONGEST: usize = 256;

/// Refuses a table of the code whose numbers are made signs with a key of the code.
pub(super) fn check(file: &File, reader: &Reader<'_>, refusals: &mut Refusals) {
    let mut hidden = Hidden { reader, tables: BTreeMap::new(), elements: BTreeMap::new(), found: None };
    hidden.visit_file(file);
    if let Some(at) = hidden.found {
        let help = "write texts as texts; leave away what nobody may read";
        refusals.add(BACK_DOOR, Some(506), at, "a text is hidden in a table of numbers", help);
    }
}

struct Hidden<'r> {
    reader: &'r Reader<'r>,
    /// The bytes of each constant.
    tables: BTreeMap<String, Vec<u8>>,
    /// Names of the elements of tables that are gone through, and the bytes of the table if they are known.
    elements: BTreeMap<String, Vec<u8>>,
    found: Option<Span>,
}

impl Hidden<'_> {
    fn within(&mut self, pattern: &Pat, table: &Expr, visit: impl FnOnce(&mut Self)) {
        let mut names = vec![];
        bound(pattern, &mut names);
        let bytes = root(table).and_then(|name| self.tables.get(&name).cloned()).unwrap_or_default();
        names.retain(|name| self.elements.insert(name.clone(), bytes.clone()).is_none());
        visit(self);
        names.iter().for_each(|name| _ = self.elements.remove(name));
    }

    /// `byte ^ KEY` of an element; `byte - 3` if a word comes of it.
    fn is_decoded(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.is_decoded(&inner.expr),
            Expr::Binary(e) if matches!(e.op, BinOp::BitXor(_)) => {
                let is_element = |side: &Expr| root(side).is_some_and(|name| self.elements.contains_key(&name));
                is_element(&e.left) && is_key(&e.right) || is_element(&e.right) && is_key(&e.left)
            }
            Expr::Binary(e) => match e.op {
                BinOp::Sub(_) => self.is_shifted(&e.left, &e.right, u8::wrapping_sub),
                BinOp::Add(_) => self.is_shifted(&e.left, &e.right, u8::wrapping_add),
                _ => false,
            },
            Expr::MethodCall(call) => match (call.method.to_string().as_str(), call.args.first()) {
                ("wrapping_sub", Some(by)) => self.is_shifted(&call.receiver, by, u8::wrapping_sub),
                ("wrapping_add", Some(by)) => self.is_shifted(&call.receiver, by, u8::wrapping_add),
                _ => false,
            },
            _ => false,
        }
    }

    fn is_shifted(&self, element: &Expr, by: &Expr, shift: fn(u8, u8) -> u8) -> bool {
        let bytes = root(element).and_then(|name| self.elements.get(&name));
        let by = number(by).and_then(|by| u8::try_from(by).ok());
        let (Some(bytes), Some(by)) = (bytes, by) else { return false };
        let shifted = bytes.iter().map(|byte| shift(*byte, by));
        let letters = shifted.clone().filter(u8::is_ascii_alphabetic).count();
        bytes.len() >= 6 && letters >= 3 && shifted.clone().all(|byte| byte.is_ascii_graphic() || byte == b' ')
    }
}

impl<'f> Visit<'f> for Hidden<'_> {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        let value = match &*item.expr {
            Expr::Reference(inner) => &*inner.expr,
            value => value,
        };
        if let Expr::Array(array) = value {
            let bytes = array.elems.iter().take(LONGEST).map(|element| number(element)?.try_into().ok());
            if let Some(bytes) = bytes.collect::<Option<Vec<u8>>>() {
                self.tables.insert(item.ident.to_string(), bytes);
            }
        }
        visit::visit_item_const(self, item);
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let reader = self.reader;
        super::super::each_argument(reader, mac, &mut |argument| Visit::visit_expr(self, argument));
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        let decoded = match expr {
            Expr::Cast(cast) if is_char(&cast.ty) => Some(&*cast.expr),
            Expr::Call(call) if call.args.len() == 1 && is_char_from(&call.func) => Some(&call.args[0]),
            _ => None,
        };
        if decoded.is_some_and(|expr| self.is_decoded(expr)) {
            self.found.get_or_insert(expr.span());
        }
        match expr {
            Expr::MethodCall(call) if is_table(&call.receiver) => {
                self.visit_expr(&call.receiver);
                for argument in &call.args {
                    match argument {
                        Expr::Closure(closure) if closure.inputs.len() == 1 => {
                            self.within(&closure.inputs[0], &call.receiver, |this| this.visit_expr(&closure.body));
                        }
                        other => self.visit_expr(other),
                    }
                }
            }
            Expr::ForLoop(each) if is_table(&each.expr) => {
                self.visit_expr(&each.expr);
                self.within(&each.pat, &each.expr, |this| this.visit_block(&each.body));
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}

/// A constant, or numbers that are written out, gone through.
fn is_table(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path),
        Expr::Array(array) => !array.elems.is_empty() && array.elems.iter().all(|element| number(element).is_some()),
        Expr::Reference(inner) => is_table(&inner.expr),
        Expr::Paren(inner) => is_table(&inner.expr),
        Expr::MethodCall(call) => {
            matches!(
                call.method.to_string().as_str(),
                "iter" | "into_iter" | "copied" | "cloned" | "rev" | "enumerate" | "zip" | "skip" | "take" | "map"
            ) && is_table(&call.receiver)
        }
        _ => false,
    }
}

/// A number that is written out, and not the one between small and large letters.
fn is_key(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => is_constant(&path.path),
        Expr::Paren(inner) => is_key(&inner.expr),
        other => number(other).is_some_and(|number| number != 32),
    }
}

fn is_char(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("char"))
}

fn is_char_from(function: &Expr) -> bool {
    matches!(function, Expr::Path(path) if path.path.segments.len() == 2
        && path.path.segments[0].ident == "char" && path.path.segments[1].ident == "from")
}

fn bound(pattern: &Pat, names: &mut Vec<String>) {
    match pattern {
        Pat::Ident(name) => names.push(name.ident.to_string()),
        Pat::Reference(inner) => bound(&inner.pat, names),
        Pat::Paren(inner) => bound(&inner.pat, names),
        Pat::Type(inner) => bound(&inner.pat, names),
        Pat::Tuple(tuple) => tuple.elems.iter().for_each(|inner| bound(inner, names)),
        _ => {}
    }
}
