//! The profile as a prompt tells it to a model.

use std::fmt::Write as _;

use super::profile::Profile;

/// What a candidate may use, what not, and what to write instead: compact text for a prompt, at most 2.5 KB.
pub fn allowed_api(profile: &Profile) -> String {
    let rules = &profile.names;
    let mut out = String::new();
    let join = |names: &mut dyn Iterator<Item = &String>| names.map(String::as_str).collect::<Vec<_>>().join(", ");
    let core_free = |name: &&String| name.contains("::") && !name.starts_with("fmt") && !name.starts_with("f64");
    let own_types = |name: &&String| !rules.integers.contains(*name) && !rules.floats.contains(*name) && *name != "str";
    let _ = write!(
        out,
        "\
Items: `pub fn run(input: Input<'_>) -> Result<Output, Abstain>` once, and private fn, struct, enum, const, type, impl of \
your own types. No `use`, mod, trait, static, unsafe, async, dyn, Box, fn pointers, `<T as Trait>`, tests.
In scope without a path: {types}; integers, f64, str; kit modules {kit} (`text::…`).
Also: {core}, Peekable, Chars, CharIndices, Range.
Macros: {macros}. `regex!(r\"literal\")` is a `&Regex` compiled once; no look-around, no back-references.
Attributes: #[derive({derives})] only.
Methods: the usual ones of str, String, slice, Vec, Option, Result, Iterator, char, integers, f64, BTreeMap, BTreeSet, \
Decimal, Date, Time, DateTime, Regex.
Functions: String::new, Vec::new, BTreeMap::from, char::from_digit, i64::try_from, i64::MAX, Decimal::new, \
Decimal::from_str_exact, Decimal::ZERO, `text.parse::<Decimal>()`, Date::new(y, m, d) (i16, i8, i8), Abstain::new(why), \
Abstain::field(field, why).
Lifetimes: at most one named (`'a`) per function or impl; no `for<'a>`; a method with `&self` whose result borrows writes it \
as `&'a T` if it takes other `'a` values. Bounds: Fn, FnMut, Iterator, Into, AsRef, Ord, … inline or in `where`.
A const is plain data. Functions are called or handed to a call, not stored.
By hand only {impls} may be implemented.
Refused, and what to write instead:
- HashMap, HashSet: BTreeMap, BTreeSet. VecDeque: Vec. Rc, RefCell, Mutex: `&mut`.
- panic!, todo!, assert!: `return Err(Abstain::new(\"why\"))`. println!, dbg!: nothing. env!, include_str!: a const.
- Regex::new: regex!. f64 exp, ln, log10, powf, powi, sin: Decimal, `*`, sqrt, 10_i64.pow(n).
- usize::MAX, parse::<usize>(): i64::MAX, Option, parse::<i64>(). Decimal to_i64, to_f64: money::to_i64, money::to_f64.
- clock, files, environment, network, randomness, threads: there are none; take everything from `input`.
Names are ASCII. Do not name your own items like anything above.
",
        types = join(&mut rules.types.iter().filter(own_types)),
        kit = join(&mut rules.kit.iter()),
        core = join(&mut rules.core.keys().filter(core_free)),
        macros = join(&mut profile.macros.values().flatten()),
        derives = join(&mut profile.attributes.derives.iter()),
        impls = join(&mut profile.impls.keys()),
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_short_enough_for_every_prompt() {
        let text = allowed_api(Profile::gate_1());
        assert!(text.len() <= 2560, "{} bytes", text.len());
    }

    #[test]
    fn names_the_profile_s_own_rules() {
        let text = allowed_api(Profile::gate_1());
        for name in ["`regex!", "BTreeMap", "similarity", "Decimal::from_str_exact", "PartialOrd"] {
            assert!(text.contains(name), "{name}");
        }
    }
}
