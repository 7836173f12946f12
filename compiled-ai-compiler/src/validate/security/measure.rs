//! What each group of the gate's rules contributes: for measuring, not for judging.

use compiled_ai_core::codes::gate as codes;
use compiled_ai_core::diagnostic::Code;
use compiled_ai_core::spec::Spec;

use super::profile::Profile;
use super::refusal::{Refusal, Refusals};
use super::{Names, gate, lexical, literals, on_large_stack, semantics};

/// A group of rules that can be left out of a measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Sizes, nesting and characters, before anything is parsed.
    Lexical,
    /// Which names there are: paths, imports, shadowing.
    Paths,
    /// Which methods may be called, and which differ between platforms.
    Methods,
    /// Which macros may be called, with which arguments.
    Macros,
    /// Types, lifetimes, generics, functions as values, `unsafe`.
    Types,
    /// Items, attributes, and `run`.
    Items,
    /// Constants, literals, patterns and expressions.
    Values,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 7] =
        [Self::Lexical, Self::Paths, Self::Methods, Self::Macros, Self::Types, Self::Items, Self::Values];

    /// The group that a refusal of this code comes from; `None` for code that does not parse, which no rule can let through.
    pub fn of(code: Code) -> Option<Self> {
        Some(match code {
            codes::LIMIT | codes::CHARACTER => Self::Lexical,
            codes::NAME | codes::IMPORT | codes::SHADOW => Self::Paths,
            codes::METHOD | codes::PORTABILITY => Self::Methods,
            codes::MACRO | codes::MACRO_ARGUMENT => Self::Macros,
            codes::TYPE | codes::GENERICS | codes::UNSAFE => Self::Types,
            codes::ITEM | codes::ATTRIBUTE | codes::ENTRY => Self::Items,
            codes::CONSTANT | codes::LITERAL | codes::PATTERN | codes::EXPRESSION => Self::Values,
            _ => return None,
        })
    }
}

/// Rules that look at code which the gate accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// What literals may not hold.
    Literals,
    /// What code means, as far as its text tells.
    Semantics,
}

/// What one kind of rules refuses by itself.
pub fn refusals_of(content: Content, source: &str, profile: &Profile, spec: Option<&Spec>) -> Vec<Refusal> {
    let mut refusals = Refusals::new(profile.limits.refusals);
    let code = lexical::scan(source, &profile.limits, &mut refusals);
    let found = on_large_stack(|| {
        let file = syn::parse_file(&code).ok()?;
        let mut refusals = Refusals::new(profile.limits.refusals);
        match content {
            Content::Literals => {
                literals::policy(&file, profile, spec.map(literals::Examples::of).as_ref(), &[], &mut refusals);
            }
            Content::Semantics => {
                semantics::check(&file, &literals::Reader::new(profile), spec.is_none(), &mut refusals);
            }
        }
        Some(refusals.into_sorted())
    });
    found.flatten().unwrap_or_default()
}

/// What [`super::check`] refuses on its first look at `source` if the rules of `off` are left out.
///
/// An empty answer does not mean that the candidate may be compiled: nothing is printed, and nothing was looked at twice.
pub fn refusals_without(source: &str, profile: &Profile, names: &Names<'_>, off: Option<Group>) -> Vec<Refusal> {
    let mut refusals = Refusals::new(usize::MAX);
    let code = lexical::scan(source, &profile.limits, &mut refusals);
    // Of what the lexical pass refuses there is no such form.
    let code = if refusals.is_empty() { &*code } else { source };
    if !refusals.is_empty() && off != Some(Group::Lexical) {
        return refusals.into_sorted();
    }
    let walked = on_large_stack(|| {
        let mut profile = profile.clone();
        profile.limits.refusals = usize::MAX;
        match syn::parse_file(code) {
            Ok(file) => gate::walk(&file, &profile, names).1.into_sorted(),
            Err(error) => vec![super::unreadable(&error.to_string())],
        }
    });
    let found = walked.unwrap_or_else(|| vec![super::unreadable("the code can't be read")]);
    found.into_iter().filter(|refusal| refusal.code == codes::LIMIT || Group::of(refusal.code) != off).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Signature;
    use super::*;

    #[test]
    fn a_group_that_is_left_out_lets_through_what_only_it_refuses() {
        let names = Names { types: &BTreeSet::new(), signature: Signature::Template };
        let source = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> { Err(Abstain::new(input.leak())) }";
        let refused = |off| !refusals_without(source, Profile::gate_1(), &names, off).is_empty();
        assert!(refused(None) && refused(Some(Group::Paths)) && !refused(Some(Group::Methods)));
    }

    #[test]
    fn code_that_does_not_parse_is_refused_without_any_group() {
        let names = Names { types: &BTreeSet::new(), signature: Signature::Template };
        for off in Group::ALL {
            assert!(!refusals_without("fn run( {}", Profile::gate_1(), &names, Some(off)).is_empty(), "{off:?}");
        }
    }
}
