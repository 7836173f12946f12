//! Words that a candidate may turn round.

use syn::visit::{self, Visit};
use syn::{ExprMethodCall, File};

use super::collect::{Literal, Sort};

/// Adds long words that a candidate may turn round.
pub(super) fn add(file: &File, literals: &mut Vec<Literal>) {
    let mut turns = Turns(false);
    turns.visit_file(file);
    if !turns.0 {
        return;
    }
    let is_word = |text: &str| (16..=256).contains(&text.len()) && !text.contains(char::is_whitespace);
    let words: Vec<Literal> = literals
        .iter()
        .filter(|literal| literal.sort == Sort::Text && is_word(&literal.text))
        .take(64)
        .map(|literal| Literal { text: literal.text.chars().rev().collect(), sort: Sort::Joined, ..literal.clone() })
        .collect();
    literals.extend(words);
}

/// Whether anything is turned round.
struct Turns(bool);

impl<'f> Visit<'f> for Turns {
    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        self.0 |= call.method == "rev" || call.method == "reverse";
        visit::visit_expr_method_call(self, call);
    }
}
