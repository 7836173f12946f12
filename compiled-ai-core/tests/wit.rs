//! The WIT of specs, and the Rust of their components.

mod support;

use compiled_ai_core::emit::{guest, guest_exports, kebab, package, wit};
use compiled_ai_core::hash;
use compiled_ai_core::spec::Spec;
use support::{load_text, spec};

const EVERYTHING: &str = "\
target: wasm
types:
  LineItem: { doc: One line., record: { from: string?, n: { type: decimal, unit: MYR, min: 0 } } }
  Kind: { enum: [first, { second_one: The second., }] }
input:
  text: string
  record: int
  d: decimal
  f: float
  b: bool
  date: date
  t: time
  at: datetime?
  raw: bytes
  list: [LineItem]
  rates: { map: decimal }
  type_: Kind
output: { items: [LineItem], rates: '{map: [int]}', total_2: int? }
examples: [{ input: { text: a, record: 1, d: 1, f: 1.5, b: true, date: 2024-01-02, t: '10:00:00', raw: AAA=, list: [], rates: {}, type_: first }, output: { items: [], rates: {} } }]
";

fn loaded(text: &str) -> Spec {
    let loaded = load_text(&spec(text));
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

#[test]
fn names_in_kebab_case() {
    for (name, expected) in [
        ("read_receipt", "read-receipt"),
        ("LineItem", "line-item"),
        ("HTTPRequest", "http-request"),
        ("IBAN", "iban"),
        ("total_2", "total-2"),
        ("Line2Item", "line2-item"),
        ("type_", "type"),
        ("A", "a"),
    ] {
        assert_eq!(kebab(name), expected);
    }
}

#[test]
fn every_type_has_its_wit() {
    let spec = loaded(EVERYTHING);
    insta::assert_snapshot!(wit(&spec, true));
    assert_eq!(package(&spec), "compiled-ai:read-receipt");
    assert_eq!(guest_exports(&spec)[0], "compiled-ai:read-receipt/function#run");
}

/// What a lock still fits must give the same component.
#[test]
fn what_the_hash_leaves_out_changes_nothing() {
    let spec = loaded(EVERYTHING);
    let other = EVERYTHING
        .replace("input:\n  text: string\n  record: int\n", "input:\n  record: int\n  text: string\n")
        .replace("doc: One line.", "doc: \"One \\n\\n line.\"");
    let other = loaded(&format!("{other}on_abstain: call\n"));
    let hash = hash::spec(&spec);
    assert_eq!(hash, hash::spec(&other));
    assert_ne!(wit(&spec, true), wit(&other, true), "the docs are another text");
    assert_eq!(wit(&spec, false), wit(&other, false));
    let guest = |spec: &Spec| guest(spec, &hash, "pub fn run() {}\n", "::runtime", "::kit");
    assert_eq!(guest(&spec), guest(&other));
}

#[test]
fn what_makes_a_function_callable() {
    let text = guest(&loaded(EVERYTHING), &hash::Hash::of(""), "pub fn run() {}\n", "::runtime", "::kit");
    let around =
        text.lines().filter(|line| line.starts_with("::kit") || line.starts_with('#') || line.starts_with("mod"));
    insta::assert_snapshot!(around.collect::<Vec<_>>().join("\n"));
    let few = guest(&loaded("target: wasm"), &hash::Hash::of(""), "pub fn run() {}\n", "::runtime", "::kit");
    insta::assert_snapshot!("few_parameters", few.lines().last().unwrap_or_default());
}
