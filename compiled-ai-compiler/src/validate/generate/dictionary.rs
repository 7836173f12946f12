//! The literals of a candidate: what it compares its input with, and so where its branches are.

use std::collections::BTreeSet;

use compiled_ai_core::spec::Spec;
use compiled_ai_runtime::Decimal;
use syn::visit::{self, Visit};
use syn::{Lit, Macro};

use crate::validate::security::literals;

/// No more of each are used: a word list adds nothing after that.
const MOST: usize = 200;

/// Texts and numbers that a candidate, or its spec, knows.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    pub(super) texts: Vec<String>,
    /// Each with its neighbours.
    pub(super) numbers: Vec<Decimal>,
}

impl Dictionary {
    pub(super) fn new(spec: &Spec, candidate: &str) -> Self {
        let mut found = Found::default();
        if let Ok(file) = syn::parse_file(candidate) {
            found.visit_file(&file);
        }
        found.finish(spec)
    }

    /// What the spec says, and nothing that a candidate does: an input made of this explains what it reaches.
    pub(super) fn of_the_spec(spec: &Spec) -> Self {
        let mut found = Found::default();
        for word in literals::words_of(spec) {
            found.numbers.extend(word.parse::<Decimal>());
            found.texts.insert(word.to_uppercase());
            found.texts.insert(word);
        }
        found.finish(spec)
    }
}

impl Found {
    fn finish(self, spec: &Spec) -> Dictionary {
        let mut found = self;
        for ensure in &spec.ensures {
            let parts = ensure.text.split(|c: char| !c.is_ascii_digit() && c != '.');
            found.numbers.extend(parts.filter_map(|part| part.parse::<Decimal>().ok()));
        }
        let neighbours = [Decimal::NEGATIVE_ONE, Decimal::ZERO, Decimal::ONE];
        let numbers = found.numbers.into_iter().take(MOST);
        let numbers = numbers.flat_map(|number| neighbours.map(|step| number.saturating_add(step)));
        Dictionary {
            texts: found.texts.into_iter().take(MOST).collect(),
            numbers: numbers.collect::<BTreeSet<_>>().into_iter().collect(),
        }
    }
}

#[derive(Default)]
struct Found {
    texts: BTreeSet<String>,
    numbers: BTreeSet<Decimal>,
}

impl Visit<'_> for Found {
    fn visit_lit(&mut self, literal: &Lit) {
        match literal {
            Lit::Str(text) => _ = self.texts.insert(text.value()),
            Lit::Char(character) => _ = self.texts.insert(character.value().to_string()),
            Lit::Int(number) => self.numbers.extend(number.base10_digits().parse::<Decimal>()),
            Lit::Float(number) => self.numbers.extend(number.base10_digits().parse::<Decimal>()),
            _ => {}
        }
    }

    fn visit_macro(&mut self, call: &Macro) {
        visit::visit_macro(self, call);
        literals_of(call.tokens.clone(), self);
    }
}

/// The arguments of a macro are no tree; their literals are found all the same.
fn literals_of(tokens: proc_macro2::TokenStream, found: &mut Found) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Literal(literal) => found.visit_lit(&Lit::new(literal)),
            proc_macro2::TokenTree::Group(group) => literals_of(group.stream(), found),
            _ => {}
        }
    }
}
