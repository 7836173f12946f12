//! Format strings and templates, with what is put into them.

use syn::{Expr, Ident, LitStr};

use super::super::reader::Reader;
use super::{Constants, Piece, is_escaped_name};

impl Reader<'_> {
    /// The pieces of a format string with its values. The gate has checked that it is one.
    pub(in crate::validate::security::literals) fn format(
        &self,
        text: Option<&LitStr>,
        values: &[(Option<Ident>, Expr)],
        constants: &Constants,
    ) -> Vec<Piece> {
        let Some(literal) = text else { return vec![] };
        let (text, at) = (literal.value(), literal.span());
        let (mut found, mut plain, mut next) = (vec![], String::new(), 0);
        let mut rest = text.as_str();
        while let Some(character) = rest.chars().next() {
            let after = &rest[character.len_utf8()..];
            if matches!(character, '{' | '}') && after.starts_with(character) {
                plain.push(character);
                rest = &after[1..];
            } else if character == '{' {
                let Some(end) = after.find('}') else {
                    plain.push_str(rest);
                    break;
                };
                let argument = after[..end].split(':').next().unwrap_or_default().trim();
                let by_position = |index: usize| values.get(index).map(|(_, value)| value);
                let given = if argument.is_empty() {
                    next += 1;
                    by_position(next - 1)
                } else if let Ok(index) = argument.parse() {
                    by_position(index)
                } else {
                    let is_named = |name: &Option<Ident>| name.as_ref().is_some_and(|name| name == argument);
                    values.iter().find(|(name, _)| is_named(name)).map(|(_, value)| value)
                };
                if !plain.is_empty() {
                    found.push(Piece::Text(std::mem::take(&mut plain).into(), at));
                }
                match (given, constants.get(argument)) {
                    (Some(given), _) => found.extend(self.pieces(given, constants)),
                    (None, Some(constant)) => {
                        let constant = constant.all();
                        if self.spend(constant.iter().map(|piece| piece.text().map_or(1, str::len)).sum()) {
                            found.extend(constant);
                        }
                    }
                    (None, None) => found.push(Piece::Value { escaped: is_escaped_name(argument) }),
                }
                rest = &after[end + 1..];
            } else {
                plain.push(character);
                rest = after;
            }
        }
        if !plain.is_empty() {
            found.push(Piece::Text(plain.into(), at));
        }
        found
    }

    pub(super) fn fill(&self, piece: Piece, slot: &str, put_in: &[Piece]) -> Vec<Piece> {
        let Piece::Text(text, at) = &piece else { return vec![piece] };
        let mut parts = vec![];
        for (index, part) in text.split(slot).enumerate() {
            if !self.spend(1 + put_in.len()) {
                break;
            }
            if index > 0 {
                parts.extend(put_in.iter().cloned());
            }
            parts.push(Piece::Text(part.into(), *at));
        }
        parts
    }
}
