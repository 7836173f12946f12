//! `x.powi(2)`: written as the products that it is, since a call of it may be computed in another way on another platform.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprMethodCall, File, Ident, Lit, Macro};

use super::visit_arguments;
use crate::validate::security::profile::Profile;

/// Powers that are written out.
const MOST: u32 = 8;

/// Rewrites powers whose exponent is a small number.
pub(super) fn multiply(file: &mut File, profile: &Profile) {
    Powers { profile }.visit_file_mut(file);
}

struct Powers<'p> {
    profile: &'p Profile,
}

impl VisitMut for Powers<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::MethodCall(call) = expr
            && let Some(exponent) = exponent(call)
        {
            let base = Ident::new("base", call.method.span());
            let of = &call.receiver;
            let product = (1..exponent).fold(quote::quote!(#base), |product, _| quote::quote!(#product * #base));
            // In parentheses: a block at the start of a statement ends there.
            *expr = syn::parse_quote!(({
                let #base = #of;
                #product
            }));
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let profile = self.profile;
        visit_arguments(self, mac, profile);
    }
}

fn exponent(call: &ExprMethodCall) -> Option<u32> {
    let [Expr::Lit(literal)] = call.args.iter().collect::<Vec<_>>()[..] else { return None };
    let Lit::Int(number) = &literal.lit else { return None };
    let is_plain = call.method == "powi" && call.turbofish.is_none() && call.attrs.is_empty();
    number.base10_parse().ok().filter(|number| is_plain && (1..=MOST).contains(number))
}
