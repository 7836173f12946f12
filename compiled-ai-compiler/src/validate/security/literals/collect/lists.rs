//! The elements of arrays, lists and tuples, and the texts that they are together.

use proc_macro2::Span;
use syn::Expr;
use syn::visit::Visit as _;

use super::super::examples;
use super::super::pieces::as_literal;
use super::{Collector, Literal, Sort};

impl Collector<'_> {
    /// The elements of an array, a list or a tuple: each by itself, and those that are literals put together.
    pub(super) fn elements<'e>(&mut self, elements: impl Iterator<Item = &'e Expr> + Clone, is_list: bool) {
        let before = self.list;
        if is_list && before.is_none() {
            self.lists += 1;
            self.list = Some(self.lists);
        }
        let literals: Vec<(String, Span)> = elements.clone().filter_map(as_literal).collect();
        if literals.len() > 1
            && let Some((_, at)) = literals.first()
        {
            let at = *at;
            let join =
                |separator: &str| literals.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(separator);
            self.tables.table(literals.iter().map(|(text, _)| text.as_str()), at);
            let numbers: Option<String> = literals.iter().map(|(text, _)| code_point(text)).collect();
            let list = self.list;
            // Long elements are found by themselves.
            let is_split = literals.iter().any(|(text, _)| text.len() < examples::SHORTEST);
            let texts = match numbers {
                Some(text) => vec![text],
                None if is_split => vec![join(""), join(" ")],
                None => vec![],
            };
            self.found.literals.extend(texts.into_iter().map(|text| Literal {
                text,
                at,
                name: None,
                sort: Sort::Neighbours,
                list,
            }));
        }
        self.named(None, |this| elements.for_each(|element| this.visit_expr(element)));
        self.list = before;
    }
}

/// A character from the number that it has in a table of bytes.
fn code_point(text: &str) -> Option<char> {
    let number: u8 = text.parse().ok()?;
    (number.is_ascii_graphic() || number == b' ' || number == b'\n').then_some(char::from(number))
}
