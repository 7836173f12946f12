//! The literal policy: what the literals of an accepted candidate may not hold.
//!
//! The gate bounds what code can do; it does not look at what it says. Four things are refused here: secrets, data of
//! people, answers of examples that were pasted instead of computed, and SQL, shell commands, HTML and paths that are built
//! around a value. The rules are data, in `gate/literals-1.toml`.
//!
//! A literal that a candidate takes apart cleverly enough is not found: that is for the check whether answers follow their inputs
//! and for the person who reviews the artifact.

mod collect;
mod examples;
mod interpolation;
mod overlaps;
mod personal;
mod pieces;
mod reader;
mod reversed;
mod rules;
mod secrets;
mod tables;

use compiled_ai_core::codes::gate::LIMIT;
use compiled_ai_core::spec::Spec;

use super::profile::Profile;
use super::refusal::{Refusal, Refusals};
use super::semantics;
pub use examples::Examples;
pub(super) use reader::Reader;
use rules::Rules;
pub(super) use rules::quick;

/// All words of `spec` beside its examples, in lower case.
pub(crate) fn words_of(spec: &Spec) -> std::collections::BTreeSet<String> {
    examples::Prose::of(spec).words
}

/// Checks the literals of `source`, which the gate has accepted under `profile`, for a candidate of `spec`. Without a spec nothing
/// excuses a literal, and there are no examples that could have been pasted.
///
/// # Errors
/// All refusals up to the profile's number, in the order of the source; never empty. They say nothing of an example: neither
/// which one nor what it holds.
pub fn check(source: &str, profile: &Profile, spec: Option<&Spec>) -> Result<(), Vec<Refusal>> {
    let mut refusals = Refusals::new(profile.limits.refusals);
    let code = super::lexical::scan(source, &profile.limits, &mut refusals);
    if !refusals.is_empty() {
        return Err(refusals.into_sorted());
    }
    let refusals = super::on_large_stack(|| {
        let mut file = syn::parse_file(&code).ok()?;
        super::prepare(&mut file, &code, profile);
        Some(of_file(&file, profile, spec.map(Examples::of).as_ref()))
    });
    match refusals.flatten() {
        Some(refusals) if refusals.is_empty() => Ok(()),
        Some(refusals) => Err(refusals),
        None => Err(vec![super::unreadable("the literals can't be read")]),
    }
}

/// What the literals of `file` are refused for, and what its code means. It needs a large stack.
pub(super) fn of_file(file: &syn::File, profile: &Profile, examples: Option<&Examples>) -> Vec<Refusal> {
    let mut refusals = Refusals::new(profile.limits.refusals);
    let listed = semantics::check(file, &Reader::new(profile), examples.is_none(), &mut refusals);
    if !refusals.is_full() {
        policy(file, profile, examples, &listed, &mut refusals);
    }
    refusals.into_sorted()
}

/// The policy by itself. `listed`: where texts stand whose values are all members of lists.
pub(super) fn policy(
    file: &syn::File,
    profile: &Profile,
    examples: Option<&Examples>,
    listed: &[proc_macro2::LineColumn],
    refusals: &mut Refusals,
) {
    let rules = Rules::literals_1();
    let mut collected = collect::collect(file, profile);
    reversed::add(file, &mut collected.literals);
    if collected.is_cut {
        let help = "put each text together once; write what is long as one literal";
        let message = "texts are put together in more ways than can be followed";
        return refusals.add(LIMIT, Some(400), proc_macro2::Span::call_site(), message, help);
    }
    secrets::check(&collected.literals, rules, refusals);
    personal::check(&collected.literals, rules, examples.map(|examples| &examples.prose), refusals);
    interpolation::check(&collected.chains, rules, listed, refusals);
    if let Some(examples) = examples {
        examples::check(&collected.literals, rules, examples, refusals);
    }
}
