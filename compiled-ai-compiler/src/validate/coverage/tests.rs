//! Texts that are instrumented, without compiling them. `tests/coverage.rs` compiles and runs them.

use super::instrument::{Instrumented, LeftOut, instrument};
use super::literals;

fn of(source: &str) -> Instrumented {
    instrument(source, &syn::parse_file(source).unwrap(), &LeftOut::default())
}

/// The text without what leads to the harness.
fn text(source: &str) -> String {
    of(source).text.replace("::compiled_ai_kit::", "")
}

#[test]
fn a_probe_never_moves_a_line() {
    let source = include_str!("../../../../specs/compiled-ai/receipt/artifact.rs");
    let instrumented = of(source);
    assert_eq!(instrumented.text.lines().count(), source.lines().count());
    assert!(instrumented.probes.len() > 100, "{}", instrumented.probes.len());
    syn::parse_file(&instrumented.text).expect("it parses");
    let all = LeftOut { probes: (0..source.len()).collect(), items: (0..source.len()).collect() };
    let bare = instrument(source, &syn::parse_file(source).unwrap(), &all);
    assert_eq!((bare.text.as_str(), bare.probes.len()), (source, instrumented.probes.len()));
}

#[test]
fn conditions_are_handed_on() {
    let cases = [
        ("a && b", "a && reach(1) && b"),
        ("a || b && c", "a || miss(1) || b && reach(2) && c"),
        ("x == \"a\"", "yes(1, x == \"a\")"),
        ("'a' != x", "no(1, 'a' != x)"),
        ("x >= -12", "both(1, x >= -12)"),
        ("x < LIMIT", "both(1, x < LIMIT)"),
        ("x < limit", "x < limit"),
        ("x == Some(5)", "yes(1, x == Some(5))"),
        ("x == true", "x == true"),
        ("!x.contains(\"a\")", "!yes(1, x.contains(\"a\"))"),
        ("x.strip_prefix(\"a\")", "some(1, x.strip_prefix(\"a\"))"),
        ("x.strip_prefix(y)", "x.strip_prefix(y)"),
        ("regex!(\"a\").is_match(x)", "yes(1, regex!(\"a\").is_match(x))"),
        ("WORDS.iter().any(|w| *w == x)", "yes(1, WORDS.iter().any(|w| { reach(2); *w == x }))"),
        ("text::contains_ci(x, \"a\")", "yes(1, text::contains_ci(x, \"a\"))"),
        ("x.ok_or(y)?", "none(1, x).ok_or(y)?"),
        ("(1..=5).contains(&x)", "yes(1, (1..=5).contains(&x))"),
        ("format!(\"{}\", x == 1)", "format!(\"{}\", yes(1, x == 1))"),
        ("vec![x == 1; 3]", "vec![yes(1, x == 1); 3]"),
    ];
    for (source, expected) in cases {
        assert_eq!(text(&format!("fn f() {{ {source} }}")), format!("fn f() {{ reach(0);  {expected} }}"));
    }
}

#[test]
fn blocks_arms_and_closures_tell_that_they_run() {
    let cases = [
        (
            "if a { b } else if c { d } else { e }",
            "if a { reach(1);  b } else if c { reach(2);  d } else { reach(3);  e }",
        ),
        ("'o: loop { break 'o; }", "'o: loop { reach(1);  break 'o; }"),
        ("while a { b(); }", "while a { reach(1);  b(); }"),
        ("for a in b { c(); }", "for a in b { reach(1);  c(); }"),
        ("let Some(a) = b else { return c; };", "let Some(a) = b else { reach(1);  return c; };"),
        ("a.map(|b| |c| b)", "a.map(|b| { reach(1); |c| { reach(2); b } })"),
        ("a.map(|b| { b })", "a.map(|b| { reach(1);  b })"),
        ("a.map(|b| 'x: { b })", "a.map(|b| { reach(1); 'x: { b } })"),
        ("if a { return b; } c", "if a { reach(1);  return b; }  reach(2); c"),
        ("a?; b", "a?;  reach(1); b"),
        (
            "match a { 1 => b, c if c == 2 => { d } }",
            "match a { 1 => { reach(1); b }, c if yes(2, c == 2) => { reach(3);  d } }",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(text(&format!("fn f() {{ {source} }}")), format!("fn f() {{ reach(0);  {expected} }}"));
    }
}

#[test]
fn alternatives_are_asked_about_one_by_one() {
    let cases = [
        (
            "match a { \"a\" | \"b\" => c, _ => d }",
            "match a { \"a\" if miss(1) => loop {}, \"b\" if miss(2) => loop {}, \"a\" | \"b\" => { reach(3); c }, \
             _ => { reach(4); d } }",
        ),
        (
            "match a { (1 | 2, b) if b => c, _ => d }",
            "match a { (1, b) if miss(1) => loop {}, (2, b) if miss(2) => loop {}, (1 | 2, b) if b => { reach(3); c }, \
             _ => { reach(4); d } }",
        ),
        (
            "matches!(a, 'a' | 'b' if c)",
            "(match (a) { 'a' if miss(2) => loop {}, 'b' if miss(3) => loop {}, 'a' | 'b' if c => reach(1), _ => false })",
        ),
        (
            "if let Some(\"a\" | \"b\") = a { c }",
            "if let Some(compiled_ai_1 @ (\"a\" | \"b\")) = a && (match text(&compiled_ai_1) { \"a\" => reach(1), \
             \"b\" => reach(2), _ => true }) { reach(3);  c }",
        ),
        (
            "if let 1 | 2..=5 = a && b { c }",
            "if let compiled_ai_1 @ (1 | 2..=5) = a && (match compiled_ai_1 { 1 => reach(1), 2..=5 => reach(2), \
             _ => true }) && reach(3) && b { reach(4);  c }",
        ),
        ("if let Some(5) = a { b }", "if let Some(5) = a && reach(1) { reach(2);  b }"),
        ("let Some(\"x\") = a else { return };", "let Some(\"x\") = a else { reach(1);  return }; reach(2);"),
    ];
    for (source, expected) in cases {
        assert_eq!(text(&format!("fn f() {{ {source} }}")), format!("fn f() {{ reach(0);  {expected} }}"));
    }
}

#[test]
fn a_method_of_the_candidate_decides_nothing() {
    let source = "struct S; impl S { fn contains(&self, x: &str) -> i64 { 1 } } fn f(s: S) { s.contains(\"a\") }";
    assert!(text(source).ends_with("fn f(s: S) { reach(1);  s.contains(\"a\") }"), "{}", text(source));
    let file = syn::parse_file(source).unwrap();
    assert_eq!(literals::own_methods(&file).into_iter().collect::<Vec<_>>(), ["contains"]);
}

#[test]
fn constants_types_and_nested_functions() {
    let source = "const A: bool = 1 == 2; fn f() { const B: [u8; 2] = [0; 2]; fn g() -> [u8; 2] { [x == 1; 2] } g() }";
    let expected = "const A: bool = 1 == 2; fn f() { reach(0);  const B: [u8; 2] = [0; 2]; fn g() -> [u8; 2] { reach(1);  \
                    [yes(2, x == 1); 2] } g() }";
    assert_eq!(text(source), expected);
}
