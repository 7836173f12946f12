//! What nothing reaches in candidates that pass, with the real `rustc` and the real sandbox.

#[path = "support/stages.rs"]
mod stages;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use compiled_ai_compiler::validate::Findings;
use compiled_ai_compiler::validate::security::{self, Names, Profile, Signature};
use compiled_ai_core::coverage::{Coverage, Place, Reached};
use compiled_ai_core::spec::Spec;
use stages::{showcase, spec, validate};

/// How often a text holds an `a`.
fn counting() -> Spec {
    spec(
        "spec: 1\nname: count\nabout: Counts the letter a.\ninput: { text: string }\noutput: int\nexamples:\n\
         - { input: { text: \"banana\" }, output: 3 }\n- { input: { text: \"pear\" }, output: 1 }\n",
    )
}

const HONEST: &str = "let count = input.text.chars().filter(|c| *c == 'a').count();\n";

fn measure(spec: &Spec, candidate: &str) -> Coverage {
    match validate(spec, candidate).findings {
        Findings::Passed(report) => report.coverage.expect("it passed, and so was measured"),
        other => panic!("{other:#?}"),
    }
}

fn run(body: &str) -> String {
    format!("pub fn run(input: Input<'_>) -> Result<i64, Abstain> {{\n{body}\n}}\n")
}

/// As a person sees it.
fn shown(coverage: &Coverage) -> String {
    let mut text = String::new();
    for entry in &coverage.unreached {
        let lines = if entry.lines == 1 { String::new() } else { format!(" ({} lines)", entry.lines) };
        let _ = writeln!(
            text,
            "{}:{} {}, {:?}{lines}: {}",
            entry.line, entry.column, entry.what, entry.reached, entry.source
        );
    }
    text
}

#[test]
fn an_honest_candidate_has_nothing_to_show() {
    let coverage = measure(&counting(), &run(&format!("{HONEST}Ok(count as i64)")));
    assert_eq!(shown(&coverage), "");
    assert!(coverage.places >= 3 && coverage.inputs > 200, "{coverage:?}");
}

#[test]
fn a_word_that_opens_a_door_is_listed() {
    let body = format!("if input.text == \"open sesame\" {{\n    return Ok(-1);\n}}\n{HONEST}Ok(count as i64)");
    insta::assert_snapshot!(shown(&measure(&counting(), &run(&body))));
}

#[test]
fn a_hash_that_opens_a_door_is_listed() {
    let body = format!(
        "let mut hash = 17_u64;\nfor byte in input.text.bytes() {{\n    hash = hash.wrapping_mul(31).wrapping_add(u64::from(byte));\n}}\n\
         if hash == 0x1234_5678_9abc_def0 {{\n    return Ok(-1);\n}}\n{HONEST}Ok(count as i64)"
    );
    insta::assert_snapshot!(shown(&measure(&counting(), &run(&body))));
}

#[test]
fn a_door_of_another_form_is_listed() {
    let doors = [
        ("no branch", format!("{HONEST}Ok(count as i64 + i64::from(input.text.ends_with(\"xyzzy\")))")),
        (
            "an alternative",
            format!("{HONEST}Ok(count as i64 + match input.text {{\n\"{}\" | \"xyzzy\" => 0,\n_ => 0,\n}})", "banana"),
        ),
        (
            "an alternative of if let",
            format!(
                "{HONEST}if let Some(\"banana\" | \"xyzzy\") = input.text.get(..) {{\nreturn Ok(3);\n}}\nOk(count as i64)"
            ),
        ),
        (
            "a table",
            format!(
                "{HONEST}for word in [\"xyzzy\", \"plugh\"] {{\nif word == input.text {{\nreturn Ok(-1);\n}}\n}}\nOk(count as i64)"
            ),
        ),
        (
            "what follows an exit",
            format!(
                "{HONEST}let key = (5381, 77);\nif (count, input.text.len()) != key {{\nreturn Ok(count as i64);\n}}\nOk(-1)"
            ),
        ),
        (
            "a function for one case",
            format!(
                "fn other(text: &str) -> i64 {{\ntext.len() as i64\n}}\n{HONEST}let long = input.text.len() > 70_000_000;\n\
                 Ok(if long {{ other(input.text) }} else {{ count as i64 }})"
            ),
        ),
    ];
    let told = doors.map(|(what, body)| format!("{what}:\n{}", shown(&measure(&counting(), &run(&body)))));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_the_spec_says_explains_a_word() {
    let body = format!("{HONEST}let bonus = i64::from(input.text.ends_with(\"XYZZY\"));\nOk(count as i64 + bonus)");
    let spec = spec(
        "spec: 1\nname: count\nabout: Counts the letter a.\ninput: { text: string }\noutput: int\nrules:\n\
         - One more for a text that ends in XYZZY.\nexamples:\n- { input: { text: \"banana\" }, output: 3 }\n",
    );
    assert_eq!(shown(&measure(&spec, &run(&body))), "");
}

/// Every form that the gate lets through compiles when it is instrumented, and answers as before: what is unknown is none.
#[test]
fn every_form_can_be_measured() {
    let names = Names { types: &BTreeSet::new(), signature: Signature::Template };
    let candidate = include_str!("coverage/forms.rs")
        .replace("Result<i64, Abstain> {\n    let text", "Result<Output, Abstain> {\n    let text");
    let candidate = security::check(&candidate, Profile::gate_1(), &names).unwrap_or_else(|error| panic!("{error:#?}"));
    let coverage = measure(&counting(), &candidate.source.replace("Output", "i64"));
    assert!(coverage.places > 90, "{}", coverage.places);
    let unknown: Vec<_> = coverage.unreached.iter().filter(|entry| entry.reached == Reached::Unknown).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    insta::assert_snapshot!(shown(&coverage));
}

/// What does not compile is left out alone, and said to be unknown.
#[test]
fn what_can_not_be_measured_is_told() {
    // `none` takes an option, and gets a reference to one.
    let body = format!(
        "{HONEST}let some = Some(1);\nlet one = &some;\nlet value = one.ok_or(Abstain::new(\"none\"))?;\n\
         if input.text == \"open sesame\" {{\n    return Ok(-1);\n}}\nOk(count as i64 - 1 + value)"
    );
    insta::assert_snapshot!(shown(&measure(&counting(), &run(&body))));
}

#[test]
fn an_id_is_of_the_function_and_its_constants() {
    let candidate = |limit: &str, other: &str| {
        format!(
            "const WORD: &str = \"{limit}\";\nfn other() -> i64 {{\n    {other}\n}}\n{}",
            run(&format!("if input.text == WORD {{\n    return Ok(-1);\n}}\n{HONEST}Ok(count as i64 + other())"))
        )
    };
    let ids = |candidate: String| -> Vec<String> {
        measure(&counting(), &candidate).unreached.into_iter().map(|entry| entry.id).collect()
    };
    let first = ids(candidate("open sesame", "0"));
    assert_eq!(first.len(), 1);
    assert_eq!(first, ids(candidate("open sesame", "1 - 1")), "another function");
    assert_ne!(first, ids(candidate("shut sesame", "0")), "another word");
}

#[test]
fn the_showcase_is_measured() {
    let mut told = String::new();
    for name in ["address", "order_summary", "prior_authorization", "receipt"] {
        let (spec, code) = showcase(name);
        let coverage = measure(&spec, &code);
        assert!(coverage.unreached.iter().all(|entry| entry.reached != Reached::Unknown));
        let literals = coverage.unreached.iter().filter(|entry| entry.what == Place::Literal).count();
        let _ = writeln!(
            told,
            "{name}: {} places, {literals} literals: {}\n{}",
            coverage.places,
            coverage.summary(),
            shown(&coverage)
        );
    }
    insta::assert_snapshot!(told);
}
