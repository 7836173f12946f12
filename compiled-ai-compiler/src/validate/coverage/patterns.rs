//! Literals and alternatives in patterns.

use std::ops::Range;

use syn::visit::{self, Visit};
use syn::{Expr, Lit, Pat, PatOr, UnOp};

use super::instrument::range;
use super::literals;

/// A pattern with one of its alternatives alone.
pub(super) struct Alternative {
    /// The alternative.
    pub(super) range: Range<usize>,
    /// The whole pattern, with this alternative in the place of all.
    pub(super) pattern: String,
    pub(super) literals: Vec<String>,
}

/// Literals of which one must fit.
pub(super) struct LiteralList {
    pub(super) range: Range<usize>,
    pub(super) is_text: bool,
    pub(super) cases: Vec<Case>,
}

/// One of several literals.
pub(super) struct Case {
    pub(super) range: Range<usize>,
    pub(super) literal: String,
}

/// The literals of a pattern that has no alternatives; those of alternatives are asked about one by one.
pub(super) fn literals(pattern: &Pat) -> Vec<String> {
    let mut found = Found::default();
    found.visit_pat(pattern);
    if found.lists.is_empty() { found.literals } else { vec![] }
}

/// Every alternative of a pattern, at any depth.
pub(super) fn alternatives(source: &str, pattern: &Pat) -> Vec<Alternative> {
    let mut found = Found::default();
    found.visit_pat(pattern);
    let whole = range(pattern);
    let mut alternatives = vec![];
    for list in found.lists {
        let at = range(list);
        for case in &list.cases {
            let own = range(case);
            let mut inner = Found::default();
            inner.visit_pat(case);
            let parts = [whole.start..at.start, own.clone(), at.end..whole.end];
            let pattern = parts.map(|part| source.get(part).unwrap_or_default()).concat();
            alternatives.push(Alternative { range: own, pattern, literals: inner.literals });
        }
    }
    alternatives
}

/// The alternatives of a pattern that are nothing but literals, outside of other alternatives.
pub(super) fn literal_lists(pattern: &Pat) -> Vec<LiteralList> {
    let mut found = Found { is_flat: true, ..Found::default() };
    found.visit_pat(pattern);
    let lists = found.lists.into_iter().filter_map(|list| {
        let cases: Option<Vec<Case>> = list
            .cases
            .iter()
            .map(|case| {
                let is_literal = matches!(case, Pat::Lit(_) | Pat::Range(_));
                let mut inner = Found::default();
                inner.visit_pat(case);
                is_literal.then(|| Case { range: range(case), literal: inner.literals.join(" ") })
            })
            .collect();
        let is_text = |case: &Pat| matches!(case, Pat::Lit(lit) if matches!(lit.lit, Lit::Str(_)));
        Some(LiteralList { range: range(list), is_text: list.cases.iter().all(is_text), cases: cases? })
    });
    lists.collect()
}

#[derive(Default)]
struct Found<'ast> {
    literals: Vec<String>,
    lists: Vec<&'ast PatOr>,
    /// Whether alternatives are not looked into.
    is_flat: bool,
}

impl<'ast> Visit<'ast> for Found<'ast> {
    fn visit_pat(&mut self, pattern: &'ast Pat) {
        match pattern {
            Pat::Lit(literal) => self.literals.extend(literals::value(&literal.lit)),
            Pat::Range(bounds) => {
                bounds.start.iter().chain(&bounds.end).for_each(|bound| self.bound(bound));
            }
            Pat::Or(list) => {
                self.lists.push(list);
                if !self.is_flat {
                    visit::visit_pat(self, pattern);
                }
            }
            // The condition is no part of what fits.
            Pat::Guard(guarded) => self.visit_pat(&guarded.pat),
            // A constant of the candidate.
            Pat::Ident(name) if literals::is_constant_name(&name.ident.to_string()) => {
                self.literals.push(name.ident.to_string());
            }
            _ => visit::visit_pat(self, pattern),
        }
    }
}

impl Found<'_> {
    fn bound(&mut self, bound: &Expr) {
        match bound {
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
                let before = self.literals.len();
                self.bound(&unary.expr);
                self.literals.iter_mut().skip(before).for_each(|number| number.insert(0, '-'));
            }
            _ => self.literals.extend(literals::values(bound)),
        }
    }
}
