//! Forms of a candidate that are written in a simpler one before the gate walks through it.
//!
//! - `use Kind::*` goes, and each name of a variant gets its enum before it.
//! - `fn(A) -> B` becomes `&'static dyn Fn(A) -> B`, of which no address shows.
//!
//! What can't be written so stays as it is, and is refused. What comes out is gated, printed and gated again like anything else.

mod pointers;
mod variants;

use syn::visit_mut::VisitMut;
use syn::{File, Macro};

use super::macros::Arguments;
use super::profile::Profile;

/// Rewrites `file` in place.
pub(super) fn apply(file: &mut File, profile: &Profile) {
    variants::qualify(file, profile);
    pointers::replace(file, profile);
}

/// Walks through the expressions and patterns in the arguments of a macro.
fn visit_arguments(visitor: &mut impl VisitMut, mac: &mut Macro, profile: &Profile) {
    let form = profile.form_of(&mac.path);
    let Some(mut arguments) = form.and_then(|form| Arguments::of(form, mac).ok()) else { return };
    for expr in arguments.expressions_mut() {
        visitor.visit_expr_mut(expr);
    }
    if let Arguments::Matches(_, pattern, _) = &mut arguments {
        visitor.visit_pat_mut(pattern);
    }
    mac.tokens = quote::ToTokens::to_token_stream(&arguments);
}
