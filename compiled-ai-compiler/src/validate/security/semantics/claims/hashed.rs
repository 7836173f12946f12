//! Answers under the hash of a question, and numbers of which one alone, by its hash, is treated differently.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, File, Lit, Pat, Stmt};

use super::super::operands::{literal, number};
use crate::validate::security::place::span_of;

/// Rows of a table that are no coincidence.
const ROWS: usize = 3;

/// What a file does with hashes that it computes.
#[derive(Default)]
pub(super) struct Found {
    /// Where answers stand beside numbers that look like hashes.
    pub(super) answers: Option<Span>,
    /// Where the hash of a number is compared with one that means nothing: one account, date or item is treated differently.
    pub(super) singled_out: Option<Span>,
}

/// Looks at a file; most compute no hash.
pub(super) fn find(file: &File) -> Found {
    let mut hashed = Hashed::default();
    hashed.visit_file(file);
    if !hashed.mixes {
        return Found::default();
    }
    // Hashes and answers may stand in lists of their own.
    let lists = hashed.hashes.filter(|(count, _)| hashed.texts.contains(count)).map(|(_, at)| at);
    let mut finder = SingledOut { mixed: hashed.mixed, found: None };
    finder.visit_file(file);
    Found { answers: hashed.table.or(lists), singled_out: finder.found }
}

#[derive(Default)]
struct Hashed {
    /// Something is multiplied and put together as hashes are.
    mixes: bool,
    table: Option<Span>,
    /// How long a list of hashes is.
    hashes: Option<(usize, Span)>,
    /// How long lists of answers are.
    texts: BTreeSet<usize>,
    /// Variables that hold, and functions (with `()`) that return, what was multiplied by an odd large factor.
    mixed: BTreeSet<String>,
}

impl Hashed {
    fn function(&mut self, signature: &syn::Signature, block: &Block) {
        if let Some(Stmt::Expr(last, None)) = block.stmts.last()
            && scrambles(last)
        {
            self.mixed.insert(format!("{}()", signature.ident));
        }
    }
}

impl<'f> Visit<'f> for Hashed {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        let rows = match &*item.expr {
            Expr::Reference(reference) => &*reference.expr,
            value => value,
        };
        if let Expr::Array(rows) = rows {
            let count = |is: &dyn Fn(&Expr) -> bool| rows.elems.iter().filter(|row| is(row)).count();
            if count(&is_row) >= ROWS {
                self.table.get_or_insert(item.ident.span());
            } else if count(&is_hash) == rows.elems.len() && rows.elems.len() >= ROWS {
                self.hashes.get_or_insert((rows.elems.len(), item.ident.span()));
            } else if count(&is_answer) == rows.elems.len() && rows.elems.len() >= ROWS {
                self.texts.insert(rows.elems.len());
            }
        }
        visit::visit_item_const(self, item);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
            && scrambles(&init.expr)
        {
            self.mixed.insert(name.ident.to_string());
        }
        visit::visit_local(self, local);
    }

    fn visit_item_fn(&mut self, item: &'f syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'f syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        self.mixes |= is_mixed(expr);
        if let Expr::Match(choice) = expr {
            let is_known = |arm: &&syn::Arm| {
                matches!(&arm.pat, Pat::Lit(lit) if is_hash_literal(&lit.lit)) && is_answer(&arm.body)
            };
            if choice.arms.iter().filter(is_known).count() >= ROWS {
                self.table.get_or_insert(choice.match_token.span);
            }
        }
        visit::visit_expr(self, expr);
    }
}

/// A tuple or a struct of a hash and an answer.
fn is_row(row: &Expr) -> bool {
    let holds = |values: &mut dyn Iterator<Item = &Expr>| {
        let (mut hash, mut answer) = (false, false);
        for value in values {
            hash |= is_hash(value);
            answer |= is_answer(value);
        }
        hash && answer
    };
    match row {
        Expr::Tuple(tuple) => holds(&mut tuple.elems.iter()),
        Expr::Struct(row) => holds(&mut row.fields.iter().map(|field| &field.expr)),
        Expr::Call(call) => holds(&mut call.args.iter()),
        _ => false,
    }
}

fn is_hash(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if is_hash_literal(&literal.lit))
}

/// Seven hexadecimal digits or nine decimal ones, and not round.
fn is_hash_literal(literal: &Lit) -> bool {
    let Lit::Int(int) = literal else { return false };
    let least = if int.to_string().starts_with("0x") { 0x00ff_ffff } else { 99_999_999 };
    int.base10_parse::<u128>().is_ok_and(|number| {
        number > least
            && !number.is_power_of_two()
            && !number.saturating_add(1).is_power_of_two()
            && !number.is_multiple_of(1000)
    })
}

/// Four words, or figures with something between them: more than a keyword or a name.
fn is_answer(expr: &Expr) -> bool {
    let text = match expr {
        Expr::MethodCall(call) if call.args.is_empty() => literal(&call.receiver),
        Expr::Call(call) if call.args.len() == 1 => literal(&call.args[0]),
        other => literal(other),
    };
    text.is_some_and(|text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        text.split_whitespace().count() >= 4
            || digits >= 3 && text.len() >= 8 && text.contains([' ', ',', ';', '|', '='])
    })
}

/// `h.wrapping_mul(16777619)`, `h.rotate_left(5) ^ b`: a step of a hash.
fn is_mixed(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "wrapping_mul" | "overflowing_mul" => true,
            "rotate_left" | "rotate_right" => call.args.len() == 1,
            _ => false,
        },
        Expr::Binary(e) => {
            matches!(e.op, BinOp::Mul(_) | BinOp::MulAssign(_)) && number(&e.right).is_some_and(is_odd_factor)
        }
        _ => false,
    }
}

/// A factor that mixes: large, and no power of ten or two.
fn is_odd_factor(factor: u128) -> bool {
    factor > 65_536 && !factor.is_multiple_of(10)
}

/// A product by an odd large factor of which bits are taken: `n.wrapping_mul(2654435761) >> 16`, and not the next random number.
fn scrambles(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => scrambles(&inner.expr),
        Expr::Cast(inner) => scrambles(&inner.expr),
        Expr::Binary(e) if matches!(e.op, BinOp::Shr(_) | BinOp::BitAnd(_) | BinOp::BitXor(_) | BinOp::Rem(_)) => {
            scrambles(&e.left) || scrambles(&e.right)
        }
        Expr::Binary(e) if matches!(e.op, BinOp::Mul(_)) => {
            [&e.left, &e.right].into_iter().any(|side| number(side).is_some_and(is_odd_factor))
        }
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "wrapping_mul" => call.args.first().and_then(number).is_some_and(is_odd_factor),
            "rotate_left" | "rotate_right" | "swap_bytes" | "reverse_bits" => scrambles(&call.receiver),
            _ => false,
        },
        _ => false,
    }
}

struct SingledOut {
    mixed: BTreeSet<String>,
    found: Option<Span>,
}

impl SingledOut {
    fn is_mixed(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| self.mixed.contains(&name.to_string())),
            Expr::Call(call) => matches!(&*call.func, Expr::Path(path)
                if path.path.segments.last().is_some_and(|last| self.mixed.contains(&format!("{}()", last.ident)))),
            Expr::MethodCall(call) => self.mixed.contains(&format!("{}()", call.method)),
            Expr::Paren(inner) => self.is_mixed(&inner.expr),
            Expr::Cast(inner) => self.is_mixed(&inner.expr),
            Expr::Binary(e) => {
                matches!(e.op, BinOp::Shr(_) | BinOp::BitAnd(_) | BinOp::BitXor(_)) && self.is_mixed(&e.left)
            }
            _ => false,
        }
    }
}

impl<'f> Visit<'f> for SingledOut {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) => {
                for (one, other) in [(&e.left, &e.right), (&e.right, &e.left)] {
                    if number(other).is_some_and(means_nothing) && (self.is_mixed(one) || scrambles(one)) {
                        self.found.get_or_insert_with(|| span_of(other));
                    }
                }
            }
            Expr::Match(choice) if self.is_mixed(&choice.expr) => {
                let is_one = |arm: &&syn::Arm| matches!(&arm.pat, Pat::Lit(lit) if matches!(&lit.lit, Lit::Int(int) if int.base10_parse().is_ok_and(means_nothing)));
                if choice.arms.iter().any(|arm| is_one(&arm)) {
                    self.found.get_or_insert(choice.match_token.span);
                }
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// No bucket, share or bit.
fn means_nothing(number: u128) -> bool {
    number > 999
        && !number.is_multiple_of(100)
        && !number.is_power_of_two()
        && !number.saturating_add(1).is_power_of_two()
}
