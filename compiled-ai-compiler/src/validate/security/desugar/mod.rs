//! Forms of a candidate that are written in a simpler one before the gate walks through it.
//!
//! - `use BTreeMap as Map` goes, and the type is called by its own name.
//! - `use Kind::*` goes, and each name of a variant gets its enum before it.
//! - `fn(A) -> B` becomes `&'static dyn Fn(A) -> B`, of which no address shows.
//! - `HashMap` becomes `BTreeMap`, if no order of it shows.
//! - `x.powi(n)` becomes the products that it is.
//!
//! What can't be written so stays as it is, and is refused. What comes out is gated, printed and gated again like anything else.

mod hashes;
mod pointers;
mod powers;
mod renames;
mod variants;

use syn::visit_mut::VisitMut;
use syn::{File, Macro};

use super::macros::Arguments;
use super::profile::Profile;

/// Rewrites `file`, which was read from `code`, in place.
pub(super) fn apply(file: &mut File, code: &str, profile: &Profile) {
    // Looking at the text is quick; each of these walks through all of the file.
    let has = |text: &str| code.contains(text);
    if has("use ") && has(" as ") {
        renames::undo(file, profile);
    }
    if has("use ") && has("enum ") {
        variants::qualify(file, profile);
    }
    if has("fn(") || has("fn (") {
        pointers::replace(file, profile);
    }
    if has("HashMap") || has("HashSet") {
        hashes::replace(file, profile);
    }
    if has("powi") {
        powers::multiply(file, profile);
    }
}

/// The arguments of a macro of the profile.
fn arguments_of(mac: &Macro, profile: &Profile) -> Option<Arguments> {
    Arguments::of(profile.form_of(&mac.path)?, mac).ok()
}

/// Walks through the expressions and patterns in the arguments of a macro.
fn visit_arguments(visitor: &mut impl VisitMut, mac: &mut Macro, profile: &Profile) {
    let Some(mut arguments) = arguments_of(mac, profile) else { return };
    for expr in arguments.expressions_mut() {
        visitor.visit_expr_mut(expr);
    }
    if let Arguments::Matches(_, pattern, _) = &mut arguments {
        visitor.visit_pat_mut(pattern);
    }
    mac.tokens = quote::ToTokens::to_token_stream(&arguments);
}
