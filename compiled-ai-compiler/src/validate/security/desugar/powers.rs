//! `x.powi(n)`: written as the products that it is, since a call of it may be computed in another way on another platform.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprMethodCall, File, Ident, Lit, Macro};

use super::visit_arguments;
use crate::validate::security::profile::Profile;

/// Powers whose exponent is known when the code runs; more stay as they are.
const MOST_LOOPS: usize = 64;
/// Powers that are written out.
const MOST: u32 = 8;

/// Rewrites all powers with whole exponents.
pub(super) fn multiply(file: &mut File, profile: &Profile) {
    Powers { profile, left: MOST_LOOPS }.visit_file_mut(file);
}

struct Powers<'p> {
    profile: &'p Profile,
    /// Loops that may still be written.
    left: usize,
}

impl VisitMut for Powers<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        let Expr::MethodCall(call) = expr else { return };
        if call.method != "powi" || call.args.len() != 1 || call.turbofish.is_some() || !call.attrs.is_empty() {
            return;
        }
        let at = call.method.span();
        let (base, of) = (Ident::new("base", at), &call.receiver);
        let Some(exponent) = exponent(call) else {
            let Some(fewer) = self.left.checked_sub(1) else { return };
            self.left = fewer;
            let (left, power, inverse) = (Ident::new("left", at), Ident::new("power", at), Ident::new("inverse", at));
            let exponent = &call.args[0];
            // Squares and products, as compilers do it; times one is the value behind a reference.
            *expr = syn::parse_quote!(({
                let mut #left: i32 = #exponent;
                let mut #base = #of * 1.0;
                let #inverse = #left < 0;
                let mut #power = 1.0;
                while #left != 0 {
                    if #left % 2 != 0 {
                        #power *= #base;
                    }
                    #left /= 2;
                    #base *= #base;
                }
                if #inverse { 1.0 / #power } else { #power }
            }));
            return;
        };
        {
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
    number.base10_parse().ok().filter(|number| (1..=MOST).contains(number))
}
