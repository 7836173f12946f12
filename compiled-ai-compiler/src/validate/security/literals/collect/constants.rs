//! Constants that are text, or made of texts.

use syn::Expr;
use syn::visit::Visit;

use super::super::pieces::{Constants, Known, holds_value};
use super::super::reader::Reader;

/// Constants that are text, or made of texts.
pub(super) struct ConstantTexts<'r> {
    pub(super) found: Constants,
    pub(super) reader: &'r Reader<'r>,
    /// Whether this is the second time: then those are read again that name something else.
    pub(super) is_again: bool,
}

impl Visit<'_> for ConstantTexts<'_> {
    fn visit_item_const(&mut self, item: &syn::ItemConst) {
        if self.is_again && is_plain(&item.expr) {
            return;
        }
        if let Some(known) = known(self.reader, &item.expr, &self.found) {
            self.found.insert(item.ident.to_string(), known);
        }
    }
}

/// Literals, and lists of them: the same whatever else is known.
fn is_plain(value: &Expr) -> bool {
    match value {
        Expr::Lit(_) => true,
        Expr::Reference(reference) => is_plain(&reference.expr),
        Expr::Array(array) => array.elems.iter().all(is_plain),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_plain),
        _ => false,
    }
}

/// What a constant or a variable with this value holds, if that is text without a value, or made of such texts.
fn known(reader: &Reader<'_>, value: &Expr, constants: &Constants) -> Option<Known> {
    if let Some(parts) = reader.parts(value, constants) {
        return Some(parts);
    }
    let pieces = reader.pieces(value, constants);
    (!pieces.is_empty() && !holds_value(&pieces)).then_some(Known::Text(pieces))
}
