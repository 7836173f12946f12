//! Work and memory whose amount the code itself says, and which is more than any answer needs.

use compiled_ai_core::codes::gate::UNBOUNDED;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ExprForLoop, ExprMethodCall, File, Macro};

use super::index::Index;
use super::operands::number;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Rounds of loops that stand in each other, and elements of one list or text.
const MOST_ROUNDS: u128 = 50_000_000;
const MOST_ELEMENTS: u128 = 4_000_000;

/// Looks at loops, lists and iterators of a file.
pub(super) fn check(file: &File, reader: &Reader<'_>, index: &Index, refusals: &mut Refusals) {
    Amounts { reader, index, refusals, rounds: 1 }.visit_file(file);
}

struct Amounts<'r, 'x> {
    reader: &'r Reader<'r>,
    index: &'r Index,
    refusals: &'x mut Refusals,
    /// Of the loops that are open.
    rounds: u128,
}

impl Amounts<'_, '_> {
    fn elements(&mut self, count: &Expr, cwe: u32) {
        if amount(count).is_some_and(|count| count > MOST_ELEMENTS) {
            let help = "take as much as the input needs, within a small limit";
            self.refusals.add(UNBOUNDED, Some(cwe), span_of(count), "memory for millions of elements", help);
        }
    }

    fn endless(&mut self, at: proc_macro2::Span, cwe: u32) {
        let help = "end it with `take` or `take_while`";
        self.refusals.add(UNBOUNDED, Some(cwe), at, "an iterator that does not end is used up", help);
    }
}

impl<'f> Visit<'f> for Amounts<'_, '_> {
    fn visit_expr_for_loop(&mut self, each: &'f ExprForLoop) {
        let rounds = match unparen(&each.expr) {
            Expr::Range(range) => range.end.as_deref().and_then(amount),
            _ => None,
        };
        let before = self.rounds;
        self.rounds = before.saturating_mul(rounds.unwrap_or(1).max(1));
        if self.rounds > MOST_ROUNDS && before <= MOST_ROUNDS {
            let help = "go through the input, not through numbers";
            self.refusals.add(UNBOUNDED, Some(834), span_of(&each.expr), "a loop of many millions of rounds", help);
        }
        if is_endless(&each.expr) && !self.index.leaves(&each.body) {
            self.endless(span_of(&each.expr), 835);
        }
        visit::visit_expr_for_loop(self, each);
        self.rounds = before;
    }

    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        match (call.method.to_string().as_str(), call.args.first()) {
            ("repeat" | "resize" | "resize_with" | "reserve", Some(count)) => self.elements(count, 770),
            (
                "collect" | "count" | "sum" | "product" | "last" | "fold" | "for_each" | "max" | "min" | "reduce"
                | "partition" | "unzip" | "max_by_key" | "min_by_key",
                _,
            ) if is_endless(&call.receiver) => {
                self.endless(call.method.span(), if call.method == "collect" { 770 } else { 835 })
            }
            _ => {}
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'f syn::ExprCall) {
        if let (Expr::Path(path), Some(count)) = (&*call.func, call.args.first())
            && path.path.segments.last().is_some_and(|last| last.ident == "with_capacity")
        {
            self.elements(count, 789);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        if let Some(parsed) = self.reader.arguments(mac)
            && let Arguments::Repeat(_, length) = &parsed.1
        {
            self.elements(length, 770);
        }
        let (reader, index, rounds) = (self.reader, self.index, self.rounds);
        super::each_argument(reader, mac, &mut |argument| {
            Amounts { reader, index, refusals: &mut *self.refusals, rounds }.visit_expr(argument);
        });
    }
}

/// A number that is written out, or computed from such.
fn amount(expr: &Expr) -> Option<u128> {
    match unparen(expr) {
        Expr::Binary(e) => {
            let (left, right) = (amount(&e.left)?, amount(&e.right)?);
            match e.op {
                BinOp::Add(_) => Some(left.saturating_add(right)),
                BinOp::Mul(_) => Some(left.saturating_mul(right)),
                BinOp::Shl(_) => {
                    Some(u32::try_from(right).ok().and_then(|by| left.checked_shl(by)).unwrap_or(u128::MAX))
                }
                _ => None,
            }
        }
        // `usize::MAX`.
        Expr::Path(path) if path.path.segments.len() == 2 => {
            let first = path.path.segments.first()?.ident.to_string();
            let is_large =
                matches!(first.as_str(), "usize" | "u32" | "i32" | "u64" | "i64" | "u128" | "i128" | "isize");
            (is_large && path.path.segments.last()?.ident == "MAX").then_some(u128::MAX)
        }
        other => number(other),
    }
}

/// An iterator that nothing ends: `(0..).map(…)`, `repeat(x)`, `….cycle()`.
fn is_endless(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Range(range) => range.start.is_some() && range.end.is_none(),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                path.path.segments.len() > 1
                    && path
                        .path
                        .segments
                        .last()
                        .is_some_and(|last| last.ident == "repeat" || last.ident == "repeat_with")
            }
            _ => false,
        },
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "cycle" => true,
            "map" | "filter" | "enumerate" | "skip" | "step_by" | "filter_map" | "flat_map" | "inspect" | "chain"
            | "peekable" | "skip_while" | "into_iter" => is_endless(&call.receiver),
            _ => false,
        },
        _ => false,
    }
}

fn unparen(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => unparen(&inner.expr),
        Expr::Group(inner) => unparen(&inner.expr),
        Expr::Cast(inner) => unparen(&inner.expr),
        other => other,
    }
}
