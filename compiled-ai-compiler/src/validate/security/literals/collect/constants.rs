//! Constants that are text, or made of texts.

use syn::Expr;
use syn::visit::Visit;

use super::super::pieces::{Constants, Known, holds_value};
use super::super::reader::Reader;

/// Constants that are text, or made of texts.
pub(super) struct ConstantTexts<'r> {
    pub(super) found: Constants,
    pub(super) reader: &'r Reader<'r>,
}

impl Visit<'_> for ConstantTexts<'_> {
    fn visit_item_const(&mut self, item: &syn::ItemConst) {
        if let Some(known) = known(self.reader, &item.expr, &self.found) {
            self.found.insert(item.ident.to_string(), known);
        }
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
