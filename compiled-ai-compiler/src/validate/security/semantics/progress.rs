//! Loops whose counter is changed by numbers of the input: by zero it stays where it is, and what grows as fast as it shrinks ends never.

use syn::{BinOp, Expr, ExprLoop, ExprWhile, Stmt};

use super::flow::Flow;
use super::found::Unbounded;
use super::operands::number;
use super::sums::{Sum, key};
use super::taint::Facts;
use crate::validate::security::place::span_of;

/// A bound that is larger is none.
const HUGE: u128 = 10_000_000;
/// What is changed more often is looked at no further.
const MOST_SUMS: usize = 16;

impl Flow<'_, '_> {
    /// `while at <= end { …; at += step; }`, once its body was followed.
    pub(super) fn while_progress(&mut self, each: &ExprWhile) {
        if !self.index.leaves(&each.body) {
            let mut ends = vec![];
            split(&each.cond, false, &mut ends);
            self.progress(&each.cond, &ends, &each.body);
        }
    }

    /// `loop { if at > end { break; } …; at += step; }`, with no other way out.
    pub(super) fn loop_progress(&mut self, each: &ExprLoop) {
        if self.index.exits(&each.body) != 1 {
            return;
        }
        let end = each.body.stmts.iter().find_map(|statement| match statement {
            Stmt::Expr(Expr::If(choice), _)
                if choice.else_branch.is_none() && self.index.leaves(&choice.then_branch) =>
            {
                Some(&*choice.cond)
            }
            _ => None,
        });
        if let Some(cond) = end {
            let mut ends = vec![];
            split(cond, true, &mut ends);
            self.progress(cond, &ends, &each.body);
        }
    }

    /// Looks at a loop that goes on until one of `ends` changes.
    fn progress(&mut self, cond: &Expr, ends: &[&Expr], body: &syn::Block) {
        let mut found = None;
        for end in ends {
            let Expr::Binary(end) = end else { return };
            if !matches!(end.op, BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Ne(_)) {
                return;
            }
            if is_huge(&end.left) || is_huge(&end.right) {
                continue;
            }
            let index = self.index;
            let sums = |side: &Expr| key(side).map(|name| (index.sums(body, &name), name));
            let counters: Vec<_> = [sums(&end.left), sums(&end.right)]
                .into_iter()
                .flatten()
                .filter(|(sums, _)| !sums.is_empty())
                .collect();
            let [(sums, name)] = counters.as_slice() else { return };
            match self.stalls(sums, name) {
                Some(what) => found = found.or(Some(what)),
                None => return,
            }
        }
        if let Some(what) = found {
            self.unbounded(cond, what, span_of);
        }
    }

    /// What may keep a counter from its end, if all that is done to it is `sums`.
    fn stalls(&mut self, sums: &[Sum], name: &str) -> Option<Unbounded> {
        if sums.len() > MOST_SUMS {
            return None;
        }
        let (mut up, mut down) = (false, false);
        let mut names: Vec<String> = vec![];
        for sum in sums {
            let terms = sum.terms.as_ref()?;
            up |= terms.up;
            down |= terms.down;
            names.extend(terms.names.iter().filter(|term| *term != name).cloned());
        }
        let turns = up && down;
        if names.is_empty() || !turns && sums.iter().any(Sum::is_sure) {
            return None;
        }
        let mut is_open = false;
        for term in &names {
            let facts = self.term(term);
            is_open |= facts.has(Facts::NUMBER) && (turns || !facts.has(Facts::POSITIVE));
        }
        let is_compared = |term: &String| self.index.compared.hold(term, turns);
        if !is_open || names.iter().any(is_compared) || self.index.sources(&names).iter().any(is_compared) {
            return None;
        }
        Some(if turns { Unbounded::Turns } else { Unbounded::Step })
    }

    fn term(&mut self, name: &str) -> Facts {
        match name.strip_prefix('.') {
            Some(field) => {
                let frame = self.frame();
                let checked = frame.guards.of(field, &frame.arms);
                self.fields.get(field).map(|value| value.facts().and(checked)).unwrap_or_default()
            }
            None => self.variable(name).map(|value| value.facts()).unwrap_or_default(),
        }
    }
}

/// The conditions that hold together, or of which one is enough.
fn split<'e>(cond: &'e Expr, one_is_enough: bool, found: &mut Vec<&'e Expr>) {
    match cond {
        Expr::Paren(inner) => split(&inner.expr, one_is_enough, found),
        Expr::Binary(e) if matches!((&e.op, one_is_enough), (BinOp::And(_), false) | (BinOp::Or(_), true)) => {
            split(&e.left, one_is_enough, found);
            split(&e.right, one_is_enough, found);
        }
        other => found.push(other),
    }
}

/// `u64::MAX`, or a number that is as good as none.
fn is_huge(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) if path.path.segments.len() >= 2 => {
            let mut segments = path.path.segments.iter().rev().map(|segment| segment.ident.to_string());
            let (last, ty) = (segments.next().unwrap_or_default(), segments.next().unwrap_or_default());
            matches!(last.as_str(), "MAX" | "INFINITY") && !matches!(ty.as_str(), "u8" | "i8" | "u16" | "i16")
        }
        Expr::Paren(inner) => is_huge(&inner.expr),
        Expr::Cast(inner) => is_huge(&inner.expr),
        other => number(other).is_some_and(|number| number >= HUGE),
    }
}
