//! The canonical hash: another way of writing keeps it, another meaning changes it, and what it covers is pinned.

mod support;

#[path = "hash/changes.rs"]
mod changes;
#[path = "hash/model.rs"]
mod model;
#[path = "hash/style.rs"]
mod style;
#[path = "hash/yaml.rs"]
mod yaml;

use std::collections::BTreeMap;

use compiled_ai_core::hash::{self, Hash};
use compiled_ai_core::spec::Spec;
use model::Model;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use support::{load_files, load_text, rendered, spec};

/// The spec, written in this style.
fn load(model: &Model, style: u64) -> Spec {
    let files = style::files(model, style);
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let loaded = load_files(&bytes);
    let all = || files.iter().map(|(path, text)| format!("━━━ {path}\n{text}")).collect::<String>();
    assert!(!loaded.has_errors(), "{}\n{}", rendered(&loaded), all());
    loaded.spec.expect("no errors")
}

fn parts(spec: &Spec) -> BTreeMap<&'static str, Hash> {
    hash::parts(spec)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_way_of_writing_keeps_the_hash(model in model::model(), one in any::<u64>(), other in any::<u64>()) {
        let (one, other) = (load(&model, one), load(&model, other));
        prop_assert_eq!(parts(&one), parts(&other));
        prop_assert_eq!(hash::spec(&one), hash::spec(&other));
    }
}

proptest! {
    // Each case is some dozens of specs.
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_meaning_changes_the_hash_of_its_part(model in model::model(), one in any::<u64>(), other in any::<u64>()) {
        let before = load(&model, one);
        let parts_before = parts(&before);
        for change in changes::all(&model) {
            let after = load(&change.model, other);
            let parts_after = parts(&after);
            let changed: Vec<&str> =
                parts_before.iter().filter(|(name, hash)| parts_after[*name] != **hash).map(|(name, _)| *name).collect();
            prop_assert_eq!(&changed[..], change.parts, "{}", &change.what);
            let is_same = hash::spec(&before) == hash::spec(&after);
            prop_assert_eq!(is_same, change.parts.is_empty(), "{}", &change.what);
        }
    }
}

/// Every change is tried by some spec: a change that is never made proves nothing.
#[test]
fn the_random_specs_have_what_can_change() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..64 {
        let model = model::model().new_tree(&mut runner).expect("a spec").current();
        seen.extend(
            changes::all(&model)
                .into_iter()
                .map(|change| change.what.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()),
        );
    }
    insta::assert_snapshot!(seen.into_iter().collect::<Vec<_>>().join("\n"));
}

/// What a text says must not depend on where one ends and the next begins.
#[test]
fn neighbours_do_not_run_together() {
    let all = [
        "rules: [ab, c]",
        "rules: [a, bc]",
        "rules: [abc]",
        "rules: [\"ab c\"]",
        "output: { total: { type: decimal, doc: x } }",
        "output: { total: { type: decimal, unit: x } }",
        "output: { total: { type: decimal, min: 1 } }\nexamples: [{ input: { text: a }, output: { total: 1 } }]",
        "output: { total: { type: decimal, max: 1 } }\nexamples: [{ input: { text: a }, output: { total: 1 } }]",
        "output: { total: { type: decimal, doc: x, unit: y } }",
        "output: { total: { type: decimal, doc: x y } }",
        "input: { text: string, a: \"string?\" }",
        "input: { text: string, a: \"[string]?\" }",
        "input: { text: string, a: \"[string?]?\" }",
        "types: { A: { enum: [ab, c] } }",
        "types: { A: { enum: [a, bc] } }",
        "types: { A: { enum: [a, { bc: c }] } }",
        "types: { A: { enum: [a], doc: x } }",
        "types: { A: { enum: [{ a: x }] } }",
        "types: { A: { enum: [a] }, B: { enum: [b] } }",
        "types: { A: { record: { a: int }, doc: x } }",
        "types: { A: { record: { a: { type: int, doc: x } } } }",
    ];
    let hashes: BTreeMap<Hash, &str> = all
        .iter()
        .map(|changes| {
            let loaded = load_text(&spec(changes));
            (hash::spec(loaded.spec.as_ref().unwrap_or_else(|| panic!("{}", rendered(&loaded)))), *changes)
        })
        .collect();
    assert_eq!(hashes.len(), all.len(), "{hashes:#?}");
}

/// Values that differ in their type only, or in what an absent value is.
#[test]
fn values_that_look_alike_differ() {
    let examples = [
        ("string", "\"1\""),
        ("string", "\"\""),
        ("string?", "\"null\""),
        ("string?", "~"),
        ("string", "\"1 \""),
        ("int", "1"),
        ("decimal", "1"),
        ("float", "1.0"),
        ("float", "0.0"),
        ("date", "2024-01-01"),
        ("string", "2024-01-01"),
        ("\"[int]\"", "[]"),
        ("\"[int]\"", "[1]"),
        ("\"[[int]]\"", "[[]]"),
        ("\"[[int]]\"", "[[], []]"),
        ("\"[[int]]\"", "[[1], [2]]"),
        ("\"[[int]]\"", "[[1, 2]]"),
        ("\"[[int]]\"", "[[1, 2], []]"),
        ("{ map: int }", "{}"),
        ("{ map: int }", "{ a: 1 }"),
        ("{ map: string }", "{ a: b, c: d }"),
        ("{ map: string }", "{ a: c, b: d }"),
        ("bytes", "\"\""),
        ("bytes", "AA=="),
    ];
    let parts: BTreeMap<Hash, _> = examples
        .iter()
        .map(|(ty, value)| {
            let text = spec(&format!(
                "output: {{ a: {ty} }}\nexamples: [{{ input: {{ text: a }}, output: {{ a: {value} }} }}]"
            ));
            let loaded = load_text(&text);
            let spec = loaded.spec.as_ref().unwrap_or_else(|| panic!("{}", rendered(&loaded)));
            (hash::parts(spec).remove("examples").expect("examples"), (ty, value))
        })
        .collect();
    assert_eq!(parts.len(), examples.len(), "{parts:#?}");
}

/// Locks in repositories hold these hashes: another way to hash would make every one of them stale.
#[test]
fn the_hashes_of_version_1_do_not_change() {
    let text = "
spec: 1
name: read_invoice
about: Read an invoice.
types:
  Line: { doc: A line., record: { text: string, amount: { type: decimal, unit: EUR, min: 0 }, tags: \"[string]?\" } }
  Status: { enum: [paid, { open: Not paid yet. }] }
input: { text: string, previous: \"[Line]?\", logo: bytes? }
output: { lines: [Line], status: Status?, rates: { map: float }, on: date, at: time, seen: datetime, ok: bool, n: int }
rules: [Read it., \"Then: check it.\"]
ensures: [n >= 0, if ok then n > 0 or status is absent]
examples:
  - input: { text: a, logo: /9j/ }
    output:
      lines: [{ text: x, amount: 1.50 }, { text: y, amount: 2, tags: [a, b] }]
      status: open
      rates: { vat: 0.19 }
      on: 2024-02-29
      at: 13:45
      seen: 2024-02-29T13:45:59.25
      ok: true
      n: 7
  - { input: { text: b }, abstain: { field: lines }, held_out: true }
  - { input: { text: c }, abstain: true, held_out: false }
accuracy: { held_out: 25% }
modules: [text, dates]
";
    let loaded = load_text(text);
    assert_eq!(rendered(&loaded), "");
    let spec = loaded.spec.expect("no errors");
    let parts = hash::parts(&spec).into_iter().map(|(name, hash)| format!("{name}: {hash}\n")).collect::<String>();
    insta::assert_snapshot!(format!("{parts}\n{}", hash::spec(&spec)));
}
