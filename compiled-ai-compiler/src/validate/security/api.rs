//! The profile as a prompt tells it to a model.

use super::profile::Profile;

/// What a candidate may use and what not: compact text for a prompt, at most 900 bytes.
///
/// A model that can write Rust knows the standard library, and the gate takes both bare names and full paths; so this tells
/// what is in scope beyond the prelude, and which habits are refused.
pub fn allowed_api(profile: &Profile) -> String {
    /// In scope in every Rust file, or in the types that a prompt declares.
    const KNOWN: &[&str] =
        &["bool", "char", "str", "String", "Vec", "Option", "Result", "Input", "Output", "Abstain", "Regex", "Box"];

    let rules = &profile.names;
    let types = rules
        .types
        .iter()
        .map(String::as_str)
        .filter(|name| !rules.integers.contains(*name) && !rules.floats.contains(*name) && !KNOWN.contains(name));
    format!(
        "\
Pure std Rust without `use`; {types} are in scope too, and `regex!(\"literal\")`: a `&Regex`, up to {regex_chars} \
chars, no look-around, back-references or `\\p`.
Refused: {refused}. Name your own items like nothing in scope.
",
        regex_chars = profile.limits.regex_chars,
        types = types.collect::<Vec<_>>().join(", "),
        refused = REFUSED.iter().map(|(told, _)| *told).collect::<Vec<_>>().join(", "),
    )
}

/// What models like to write and the gate refuses: how the prompt says so, and an instance of it.
const REFUSED: &[(&str, &str)] = &[
    ("parameters of traits", "trait T<A> { fn a(&self, a: A); }"),
    ("static mut", "static mut S: i64 = 1;"),
    ("dyn Any", "fn f(x: &dyn Any) {}"),
    ("`unsafe fn` pointers", "const F: unsafe fn() = g; fn g() {}"),
    ("two lifetimes in a type", "struct S<'a, 'b>(&'a str, &'b str);"),
    ("HashMap order", "fn f(m: HashMap<i64, i64>) -> Vec<i64> { m.into_keys().collect() }"),
    ("const generics", "fn f<const N: usize>(x: [i64; N]) {}"),
    ("Rc, RefCell", "fn f() { let r = Rc::new(RefCell::new(1)); }"),
    ("panic!, assert!, println!", "fn f() { panic!(\"no\") }"),
    ("Regex::new", "fn f() { let r = Regex::new(\"a\"); }"),
    ("f64 powf exp ln sin", "fn f(x: f64) -> f64 { x.powf(2.0) }"),
    ("usize::MAX", "const N: usize = usize::MAX;"),
    ("parse::<usize>", "fn f(s: &str) { let n = s.parse::<usize>(); }"),
    ("Decimal to_i64 to_f64 (`money::to_i64`)", "fn f(d: Decimal) { let n = d.to_i64(); }"),
    ("RoundingStrategy", "fn f() { let s = RoundingStrategy::MidpointAwayFromZero; }"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Names, Signature, check};
    use super::*;

    #[test]
    fn is_short_enough_for_every_prompt() {
        let text = allowed_api(Profile::gate_1());
        assert!(text.len() <= 900, "{} bytes", text.len());
    }

    #[test]
    fn names_the_profile_s_own_rules() {
        let text = allowed_api(Profile::gate_1());
        for name in ["`regex!", "BTreeMap", "Decimal", "DateTime"] {
            assert!(text.contains(name), "{name}");
        }
    }

    #[test]
    fn what_it_says_is_refused_is_refused() {
        let types = BTreeSet::new();
        let names = Names { types: &types, signature: Signature::Template };
        let run = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> { Err(Abstain::new(\"no\")) }";
        let candidate = |item: &str| check(&format!("{item}\n{run}"), Profile::gate_1(), &names);
        assert!(candidate("").is_ok());
        for (told, instance) in REFUSED {
            assert!(candidate(instance).is_err(), "{told}: {instance}");
        }
    }
}
