//! Texts that are hidden in tables of numbers: decoded with the numbers that the code itself takes them apart with.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::Expr;

use super::collect::{Literal, Sort};
use super::pieces::as_literal;

/// The longest table that is decoded, and how many keys are tried: what hides more has a reason to be looked at anyway.
const LONGEST: usize = 512;
const KEYS: usize = 16;
const TABLES: usize = 64;
const DECODED: usize = 64;
/// The shortest text that is worth finding.
const SHORTEST: usize = 6;

/// Tables of bytes, and numbers that stand right of `^`, `+` or `-`.
#[derive(Debug, Default)]
pub(super) struct Tables {
    tables: Vec<(Vec<u8>, Span)>,
    keys: BTreeSet<u8>,
}

impl Tables {
    /// Remembers a list if it is one of bytes.
    pub(super) fn table<'t>(&mut self, elements: impl Iterator<Item = &'t str> + Clone, at: Span) {
        if self.tables.len() < TABLES && (SHORTEST..=LONGEST).contains(&elements.clone().count()) {
            let bytes: Option<Vec<u8>> = elements.map(|element| element.parse().ok()).collect();
            self.tables.extend(bytes.map(|bytes| (bytes, at)));
        }
    }

    /// Remembers a number.
    pub(super) fn key(&mut self, expr: &Expr) {
        let byte = |text: String| text.parse().ok().or_else(|| text.bytes().next().filter(|_| text.len() == 1));
        let key = as_literal(expr).and_then(|(text, _)| byte(text));
        if self.keys.len() < KEYS {
            self.keys.extend(key.filter(|key| *key != 0));
        }
    }

    /// Adds each table that becomes a text.
    pub(super) fn decode(&self, literals: &mut Vec<Literal>) {
        let before = literals.len();
        for (bytes, at) in &self.tables {
            for key in &self.keys {
                for operation in [|byte: u8, key: u8| byte ^ key, u8::wrapping_sub, u8::wrapping_add] {
                    let text: Vec<u8> = bytes.iter().map(|byte| operation(*byte, *key)).collect();
                    let is_text = text.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
                    if let Some(text) =
                        String::from_utf8(text).ok().filter(|_| is_text && literals.len() < before + DECODED)
                    {
                        literals.push(Literal { text, at: *at, name: None, sort: Sort::Joined, list: None });
                    }
                }
            }
        }
    }
}
