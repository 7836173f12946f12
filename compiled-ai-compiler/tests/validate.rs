//! Candidates taken through the stages, with the real `rustc` and the real sandbox.

#[path = "validate/compiling.rs"]
mod compiling;
#[path = "validate/kits.rs"]
mod kits;
#[path = "validate/running.rs"]
mod running;
#[path = "support/stages.rs"]
mod stages;

use compiled_ai_compiler::validate::execution::{Failure, FailureKind};
use compiled_ai_compiler::validate::{Findings, Stage, StageEvent, What};
use compiled_ai_core::lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;
use stages::{report, source, spec, validate, validate_with, validator};

/// A spec from a text to an integer, with an example for each pair.
fn counting(extra: &str, examples: &[(&str, &str)]) -> Spec {
    let mut text = format!(
        "spec: 1\nname: count\nabout: Counts.\ninput: {{ text: string }}\noutput: {{ count: int, word: string? }}\n{extra}\nexamples:\n"
    );
    for (input, expected) in examples {
        text.push_str(&format!("  - {{ input: {{ text: {input:?} }}, {expected} }}\n"));
    }
    spec(&text)
}

/// `body` as a candidate.
fn run(body: &str) -> String {
    format!("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n{body}\n}}\n")
}

/// The same where the input borrows nothing.
fn run_owned(body: &str) -> String {
    run(body).replace("Input<'_>", "Input")
}

/// The failure on the only example of a spec.
fn failure(body: &str) -> Failure {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    failure_of(&spec, &run(body))
}

fn failure_of(spec: &Spec, candidate: &str) -> Failure {
    match validate(spec, candidate).findings {
        Findings::Execution(report) => match report.mistakes.as_slice() {
            [mistake] => match &mistake.what {
                What::Failed(failure) => failure.clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:#?}"),
        },
        other => panic!("{other:#?}"),
    }
}

#[test]
fn a_good_candidate_passes_every_stage() {
    let spec = counting(
        "accuracy: { held_out: 50% }",
        &[
            ("a b", "output: { count: 2, word: a }"),
            ("", "output: { count: 0 }"),
            ("ü", "output: { count: 1, word: ü }"),
        ],
    );
    let candidate = run("let words: Vec<&str> = input.text.split_whitespace().collect();\n\
         Ok(Output { count: words.len() as i64, word: words.first().map(|word| word.to_string()) })");
    let mut events = vec![];
    let verdict = validate_with(&spec, &candidate, &mut |event| events.push(event));
    assert!(verdict.passed(), "{verdict:#?}");
    let stages: Vec<Stage> = events
        .iter()
        .filter_map(|event| match event {
            StageEvent::Finished { stage, passed: true, .. } => Some(*stage),
            _ => None,
        })
        .collect();
    assert_eq!(stages, [Stage::Syntax, Stage::Execution, Stage::Accuracy]);
    let mut verdicts = lock::Verdicts::default();
    verdict.record(&mut verdicts);
    assert_eq!(verdicts.accuracy.as_deref(), Some("passed"));
    let report = report(verdict.findings);
    assert_eq!((report.shown.accuracy.examples.right, report.shown.accuracy.examples.of), (1, 1));
    let held_out = report.held_out.unwrap().accuracy;
    assert_eq!((held_out.examples.right, held_out.examples.of, held_out.fields["word"].right), (2, 2, 2));
}

#[test]
fn values_of_every_type_go_in_and_come_out() {
    let fields = "int: int, decimal: decimal, float: float, bool: bool, date: date, time: time, datetime: datetime, \
                  bytes: bytes, absent: string?, list: [Line], map: '{map: decimal}', kind: Kind, text: string";
    let values = r#"{ int: -9223372036854775808, decimal: 12345678901234567890.1234567, float: 0.30000000000000004, bool: true,
        date: 2024-02-29, time: "13:45:00", datetime: 2024-02-29T23:59:59, bytes: AP8H, list: [{ name: "a\tb\u0085\u007f", n: 1.50 }],
        map: { "ключ \"x\"": -0.10, "": 3 }, kind: second_one, text: "line\nfeed \\ \U0001F600" }"#;
    let spec = spec(&format!(
        "spec: 1\nname: echo\nabout: Echoes.\ntypes:\n  Line: {{ record: {{ name: string, n: decimal }} }}\n  Kind: {{ enum: [first, second_one] }}\n\
         input: {{ {fields} }}\noutput: {{ {fields} }}\nexamples:\n  - input: {values}\n    output: {values}\n"
    ));
    let fields = "int, decimal, float, bool, date, time, datetime, kind";
    let candidate = run(&format!(
        "let Input {{ {fields}, bytes, absent, list, map, text }} = input;\n\
         Ok(Output {{ {fields}, bytes: bytes.into(), absent: absent.map(|text| text.to_string()), list: list.to_vec(), \
         map: map.clone(), text: text.to_string() }})"
    ));
    let verdict = validate(&spec, &candidate);
    assert!(verdict.passed(), "{verdict:#?}");
}

#[test]
fn wrong_answers_are_told_field_by_field() {
    let spec = counting(
        "accuracy: { at_least: 60%, of: fields }",
        &[("a b", "output: { count: 2, word: a }"), ("c", "output: { count: 1, word: d }")],
    );
    let candidate = run("let mut words = input.text.split(' ');\n\
         Ok(Output { count: 2, word: words.next().map(|word| word.to_string()) })");
    let verdict = validate(&spec, &candidate);
    let mut verdicts = lock::Verdicts::default();
    verdict.record(&mut verdicts);
    assert_eq!(verdicts.accuracy.as_deref(), Some("1 of 2 shown"));
    let Findings::Accuracy(report) = verdict.findings else { panic!("{verdict:#?}") };
    let accuracy = &report.shown.accuracy;
    let fields: Vec<_> = accuracy.fields.iter().map(|(name, score)| (name.as_str(), score.right, score.of)).collect();
    assert_eq!(fields, [("count", 1, 2), ("word", 1, 2)]);
    let whats: Vec<_> = report.mistakes.iter().map(|mistake| &mistake.what).collect();
    let field = |field: &str, expected, found| What::Field { field: field.to_owned(), expected, found };
    let text = |text: &str| Value::String(text.to_owned());
    assert_eq!(whats, [&field("count", Value::Int(1), Value::Int(2)), &field("word", text("d"), text("c"))]);
}

#[test]
fn abstaining_is_right_where_the_example_says_so() {
    let spec = counting(
        "accuracy: { at_least: 1% }",
        &[
            ("", "abstain: { field: count }"),
            ("other", "abstain: { field: word }"),
            ("answer", "abstain: true"),
            ("one", "output: { count: 1 }"),
        ],
    );
    let candidate = run("if input.text == \"answer\" { return Ok(Output { count: 9, word: None }); }\n\
         Err(Abstain::field(\"count\", \"nothing to count\"))");
    let report = report(validate(&spec, &candidate).findings);
    assert_eq!((report.shown.accuracy.examples.right, report.shown.accuracy.abstained), (1, 1));
    assert_eq!(report.shown.accuracy.fields["count"].of, 1);
    let whats: Vec<_> = report.mistakes.iter().map(|mistake| mistake.what.clone()).collect();
    assert!(
        matches!(
            whats.as_slice(),
            [
                What::AbstainedElsewhere { expected, found: Some(found) },
                What::DidNotAbstain { field: None, .. },
                What::Abstained { reason, .. },
            ] if expected == "word" && found == "count" && reason == "nothing to count"
        ),
        "{whats:#?}"
    );
}

#[test]
fn held_out_examples_are_counted_and_never_told() {
    let mut spec = counting("", &[("shown", "output: { count: 1 }"), ("held secret", "output: { count: 77777 }")]);
    spec.examples[1].held_out = Some(true);
    let wrong = run("Ok(Output { count: 1, word: None })");
    let verdict = validate(&spec, &wrong);
    let told = format!("{verdict:?}");
    let Findings::Accuracy(report) = &verdict.findings else { panic!("{verdict:#?}") };
    assert!(report.mistakes.is_empty());
    assert_eq!(report.held_out.as_ref().unwrap().accuracy.examples.right, 0);
    assert!(!told.contains("secret") && !told.contains("77777"), "{told}");
    let panics = run("if input.text.len() > 6 { panic!(\"{}\", input.text) }\nOk(Output { count: 1, word: None })");
    let verdict = validate(&spec, &panics);
    let told = format!("{verdict:?}");
    let Findings::Execution(report) = &verdict.findings else { panic!("{verdict:#?}") };
    assert_eq!(report.held_out.as_ref().unwrap().failures[&FailureKind::Panic], 1);
    assert!(report.mistakes.is_empty() && !told.contains("secret"), "{told}");
}
