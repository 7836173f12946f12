//! The macros that the gate lets through, and what is measured in their arguments.

use std::ops::Range;

use compiled_ai_core::coverage::Place;
use syn::parse::{Parse as _, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit::Visit as _;
use syn::{Expr, Macro, Pat, Token};

use super::instrument::{Instrumenter, range, range_of};
use super::patterns;

/// Visits the arguments of a macro call.
pub(super) fn visit(at: &mut Instrumenter<'_>, call: &Macro) {
    if is_called(call, "matches") {
        if let Ok((value, pattern, guard)) = call.parse_body_with(matches_arguments) {
            matches_call(at, call, &value, &pattern, guard.as_ref());
        }
    } else if let Ok(arguments) = call.parse_body_with(arguments) {
        arguments.iter().for_each(|argument| at.visit_expr(argument));
    }
}

/// Whether a macro is the one of this name: artifacts call macros by their path.
pub(super) fn is_called(call: &Macro, name: &str) -> bool {
    call.path.segments.last().is_some_and(|last| last.ident == name)
}

/// `matches!(value, pattern if guard)` becomes the `match` that it stands for, with an arm for each alternative.
fn matches_call(at: &mut Instrumenter<'_>, call: &Macro, value: &Expr, pattern: &Pat, guard: Option<&Expr>) {
    let whole = range_of(call.path.span()).start..range_of(call.delimiter.span().close()).end;
    let literals = patterns::literals(pattern);
    let what = if literals.is_empty() { Place::Branch } else { Place::Literal };
    let Some(n) = at.probe(what, range(pattern), Some(whole.clone()), 1, literals) else {
        at.visit_expr(value);
        return guard.into_iter().for_each(|guard| at.visit_expr(guard));
    };
    let (values, patterns) = (range(value), range(pattern));
    at.replace(whole.start..values.start, "(match (");
    at.visit_expr(value);
    let arms = at.alternatives(pattern);
    at.replace(values.end..patterns.start, format!(") {{ {arms}"));
    let end = guard.map_or(patterns.end, |guard| range(guard).end);
    if let Some(guard) = guard {
        at.visit_expr(guard);
    }
    let reached = at.reached(n);
    at.replace(Range { start: end, end: whole.end }, format!(" => {reached}, _ => false }})"));
}

/// `a, b, name = c`, or `x; n` of which only `x` runs.
fn arguments(input: ParseStream<'_>) -> syn::Result<Vec<Expr>> {
    if input.is_empty() {
        return Ok(vec![]);
    }
    let first: Expr = input.parse()?;
    if input.peek(Token![;]) {
        input.parse::<proc_macro2::TokenStream>()?;
        return Ok(vec![first]);
    }
    let mut all = vec![first];
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
        all.extend(Punctuated::<Expr, Token![,]>::parse_terminated(input)?);
    }
    Ok(all)
}

fn matches_arguments(input: ParseStream<'_>) -> syn::Result<(Expr, Pat, Option<Expr>)> {
    let value = input.parse()?;
    input.parse::<Token![,]>()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let mut guard = None;
    if input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        guard = Some(Expr::parse(input)?);
    }
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((value, pattern, guard))
}
