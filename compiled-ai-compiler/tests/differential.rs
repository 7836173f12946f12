//! Candidates run on inputs that are made, with the real `rustc` and the real sandbox.

#[path = "support/stages.rs"]
mod stages;

use std::path::PathBuf;
use std::time::Instant;

use compiled_ai_compiler::prompt::Feedback;
use compiled_ai_compiler::validate::execution::FailureKind;
use compiled_ai_compiler::validate::{Finding, Findings, Generated, Stage, Verdict, generate};
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;
use compiled_ai_core::{hash, load, lock, split};
use stages::{loaded, report, spec, validate, workspace};

/// From a text to an integer.
fn reading() -> Spec {
    spec(
        "spec: 1\nname: read_total\nabout: Reads the total.\ninput: { text: string }\noutput: int\nexamples:\n\
         - { input: { text: \"SHOP SDN BHD\\nDATE: 31/12/2018\\nTOTAL: 42\\nTHANK YOU\" }, output: 42 }\n\
         - { input: { text: \"MART\\nTOTAL: 7\" }, output: 7 }\n",
    )
}

/// From two integers to one.
fn adding(extra: &str) -> Spec {
    spec(&format!(
        "spec: 1\nname: add\nabout: Adds.\ninput: {{ a: int, b: int }}\noutput: {{ sum: int }}\n{extra}\nexamples:\n\
         - {{ input: {{ a: 1, b: 2 }}, output: {{ sum: 3 }} }}\n"
    ))
}

fn read(body: &str) -> String {
    format!("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n{body}\n}}\n").replace("Output,", "i64,")
}

fn add(body: &str) -> String {
    format!("pub fn run(input: Input) -> Result<Output, Abstain> {{\n{body}\n}}\n")
}

fn generated(verdict: Verdict<'_>) -> Generated {
    report(verdict.findings).generated
}

/// The only finding.
fn finding(spec: &Spec, candidate: &str) -> Finding {
    let verdict = validate(spec, candidate);
    assert_eq!(verdict.failed(), Some(Stage::Execution), "{verdict:#?}");
    match generated(verdict).findings.as_slice() {
        [finding] => finding.clone(),
        other => panic!("{other:#?}"),
    }
}

fn text(finding: &Finding) -> &str {
    match &finding.input["text"] {
        Value::String(text) => text,
        other => panic!("{other:?}"),
    }
}

const ROBUST: &str = "for line in input.text.lines() {\n\
    if let Some(rest) = line.trim().strip_prefix(\"TOTAL:\") {\n\
    return rest.trim().parse().map_err(|_| Abstain::new(\"no number\"));\n}\n}\n\
    Err(Abstain::new(\"no total\"))";

#[test]
fn a_robust_candidate_passes_on_many_inputs() {
    let (spec, candidate) = (reading(), read(ROBUST));
    let verdict = validate(&spec, &candidate);
    assert!(verdict.passed(), "{verdict:#?}");
    let mut verdicts = lock::Verdicts::default();
    verdict.record(&mut verdicts);
    assert_eq!(verdicts.execution.as_deref(), Some("passed"));
    let generated = generated(verdict);
    assert!(generated.ran > 150, "{}", generated.ran);
}

#[test]
fn a_width_is_a_difference() {
    let candidate = add("let sum = input.a.checked_add(input.b).ok_or_else(|| Abstain::new(\"too large\"))?;\n\
         Ok(Output { sum: if sum > 1_000_000 { (sum as usize) as i64 } else { sum } })");
    let finding = finding(&adding(""), &candidate);
    assert_eq!(finding.failure.kind, FailureKind::Differs, "{finding:#?}");
    assert!(finding.failure.message.contains("64-bit"), "{finding:#?}");
}

#[test]
fn an_overflow_of_32_bits_is_found() {
    let finding = finding(&adding(""), &add("Ok(Output { sum: (input.a as i32 + input.b as i32) as i64 })"));
    assert_eq!(finding.failure.kind, FailureKind::Panic);
    assert_eq!(finding.failure.message, "attempt to add with overflow");
    assert_eq!(finding.failure.line.unwrap().0, 2);
}

#[test]
fn a_sum_that_overflows_only_at_the_extremes_is_found_and_limits_keep_it_away() {
    let candidate = add("Ok(Output { sum: input.a + input.b })");
    let found = finding(&adding(""), &candidate);
    assert_eq!((found.failure.kind, found.failure.line.unwrap().0), (FailureKind::Panic, 2));
    let limited = spec(
        "spec: 1\nname: add\nabout: Adds.\ninput:\n  a: { type: int, min: -1000, max: 1000 }\n  b: { type: int, min: 0, max: 10 }\n\
         output: { sum: int }\nexamples: [{ input: { a: 1, b: 2 }, output: { sum: 3 } }]\n",
    );
    let verdict = validate(&limited, &candidate);
    assert!(verdict.passed(), "{verdict:#?}");
    assert!(generated(verdict).ran > 20);
}

#[test]
fn a_slice_inside_a_character_is_found_and_its_input_small() {
    let candidate = read(
        "let at = input.text.find(\"TOTAL: \").ok_or_else(|| Abstain::new(\"no total\"))?;\n\
         let rest = &input.text[at + 7..];\nlet end = rest.len().min(2);\nlet number = &rest[..end];\n\
         number.trim().parse().map_err(|_| Abstain::new(\"no number\"))",
    );
    let finding = finding(&reading(), &candidate);
    assert_eq!(finding.failure.kind, FailureKind::Panic);
    assert_eq!(finding.failure.line.as_ref().unwrap().0, 5);
    assert!(text(&finding).starts_with("TOTAL: ") && text(&finding).len() <= 12, "{:?}", text(&finding));
}

#[test]
fn an_unwrap_on_odd_text_is_found_and_told() {
    let spec = reading();
    let candidate = read(
        "let line = input.text.lines().find(|line| line.contains(\"TOTAL\")).ok_or_else(|| Abstain::new(\"no total\"))?;\n\
         let number = line.split(':').nth(1).unwrap();\nnumber.trim().parse().map_err(|_| Abstain::new(\"no number\"))",
    );
    let verdict = validate(&spec, &candidate);
    let mut verdicts = lock::Verdicts::default();
    verdict.record(&mut verdicts);
    assert_eq!(verdicts.execution.as_deref(), Some("1 generated input failed"));
    let Findings::Execution(report) = &verdict.findings else { panic!("{verdict:#?}") };
    assert!(report.examples_ran() && !report.ran());
    assert_eq!(text(&report.generated.findings[0]), "TOTAL");
    let told = Feedback::mistaken(&candidate, &spec, report).text;
    assert!(told.contains("panicked: called `Option::unwrap()` on a `None` value at line 3"), "{told}");
    assert!(told.contains(r#"with the input {"text":"TOTAL"}"#), "{told}");
}

#[test]
fn work_that_grows_with_the_square_of_the_input_is_found() {
    let candidate = read(
        "let mut most = 0i64;\nlet all: Vec<char> = input.text.chars().collect();\n\
         for a in &all { let mut n = 0i64; for b in &all { if a == b { n += 1; } } most = most.max(n); }\n\
         if most == 0 { return Err(Abstain::new(\"empty\")); }\n",
    )
    .replace("\n}\n", &format!("\n{ROBUST}\n}}\n"));
    let finding = finding(&reading(), &candidate);
    assert_eq!(finding.failure.kind, FailureKind::Time, "{finding:#?}");
    assert!(text(&finding).len() <= 64 << 10);
}

#[test]
fn a_condition_that_an_unusual_input_breaks_is_found() {
    let spec = adding("ensures: [sum >= input.a]");
    let candidate =
        add("let sum = input.a.checked_add(input.b).ok_or_else(|| Abstain::new(\"too large\"))?;\nOk(Output { sum })");
    let finding = finding(&spec, &candidate);
    assert_eq!(finding.failure.kind, FailureKind::Ensures);
    assert_eq!(finding.failure.message, "`sum >= input.a` does not hold");
    assert_eq!(finding.input["b"], Value::Int(-1));
}

#[test]
fn a_literal_that_no_example_holds_is_tried() {
    let candidate = read(&format!("if input.text == \"open sesame\" {{ unreachable!() }}\n{ROBUST}"));
    let finding = finding(&reading(), &candidate);
    assert_eq!((finding.failure.kind, text(&finding)), (FailureKind::Panic, "open sesame"));
}

#[test]
fn a_recursion_as_deep_as_the_input_is_found() {
    let candidate =
        "fn depth(text: &str) -> i64 { match text.strip_prefix('(') { Some(rest) => 1 + depth(rest), None => 0 } }\n"
            .to_owned()
            + &read(&format!("let _ = depth(input.text.trim_start_matches(|c| c != '('));\n{ROBUST}"));
    let spec = spec(
        "spec: 1\nname: read_total\nabout: Reads.\ninput: { text: string }\noutput: int\nexamples:\n\
         - { input: { text: \"(\" }, abstain: true }\n- { input: { text: \"TOTAL: 7\" }, output: 7 }\n",
    );
    let verdict = validate(&spec, &candidate);
    let findings = generated(verdict).findings;
    assert!(findings.iter().any(|finding| finding.failure.kind == FailureKind::Stack), "{findings:#?}");
}

#[test]
fn the_same_inputs_are_made_every_time_and_none_from_held_out_examples() {
    let mut spec = reading();
    let mut other = spec.examples[0].clone();
    other.held_out = Some(true);
    other.input.insert("text".to_owned(), Value::String("HUNTER2 IS HELD OUT".repeat(20)));
    spec.examples.push(other);
    let (hash, split) = (hash::spec(&spec), split::split(&spec));
    let cases = generate::cases(&spec, &hash, &split.shown, &read(ROBUST));
    assert_eq!(cases, generate::cases(&spec, &hash, &split.shown, &read(ROBUST)));
    let told = format!("{cases:?}");
    assert!(cases.len() > 150 && told.contains("THANK YOU") && !told.contains("HUNTER2"));
    let candidate = read("let first = input.text.chars().next().unwrap();\nOk(if first == 'S' { 42 } else { 7 })");
    assert_eq!(generated(validate(&spec, &candidate)), generated(validate(&spec, &candidate)));
}

#[test]
fn inputs_of_every_type_are_made() {
    let fields = "int: int, decimal: decimal, float: float, bool: bool, date: date, time: time, datetime: datetime, \
                  bytes: bytes, absent: string?, list: [Line], map: '{map: decimal}', kind: Kind, text: string";
    let values = r#"{ int: 1, decimal: 1.5, float: 0.3, bool: true, date: 2024-02-29, time: "13:45:00",
        datetime: 2024-02-29T23:59:59, bytes: AP8H, list: [{ name: a, n: 1.50, inner: [] }], map: { key: 3 }, kind: first, text: b }"#;
    let spec = spec(&format!(
        "spec: 1\nname: echo\nabout: Echoes.\ntypes:\n  Line: {{ record: {{ name: string, n: decimal, inner: [int] }} }}\n  Kind: {{ enum: [first, second_one] }}\n\
         input: {{ {fields} }}\noutput: {{ {fields} }}\nexamples:\n  - input: {values}\n    output: {values}\n"
    ));
    let names = "int, decimal, float, bool, date, time, datetime, kind";
    let candidate = add(&format!(
        "let Input {{ {names}, bytes, absent, list, map, text }} = input;\n\
         Ok(Output {{ {names}, bytes: bytes.into(), absent: absent.map(|text| text.to_string()), list: list.to_vec(), \
         map: map.clone(), text: text.to_string() }})"
    ))
    .replace("Input)", "Input<'_>)");
    let verdict = validate(&spec, &candidate);
    assert!(verdict.passed(), "{verdict:#?}");
    let generated = generated(verdict);
    assert!(generated.ran > 250, "{}", generated.ran);
    let cases = generate::cases(&spec, &hash::spec(&spec), &split::split(&spec).shown, &candidate);
    let has = |wanted: &dyn Fn(&Value) -> bool, field: &str| cases.iter().any(|case| wanted(&case.input[field]));
    assert!(has(&|value| *value == Value::Null, "absent") && has(&|value| *value != Value::Null, "absent"));
    assert!(has(&|value| *value == Value::Enum("second_one".to_owned()), "kind"));
    assert!(has(&|value| matches!(value, Value::List(items) if items.len() > 100), "list"));
    assert!(has(&|value| matches!(value, Value::String(text) if text.len() == 8 << 10), "text"));
}

/// Not a check but a measurement: what it says of the artifacts that are locked, and how long it takes.
#[test]
#[ignore = "a measurement"]
fn what_it_says_of_the_showcase() {
    let root = std::env::var_os("SHOWCASE").map_or_else(|| workspace().join("specs"), PathBuf::from);
    for (file, folder) in [
        ("address", "address"),
        ("order_summary", "order_summary"),
        ("prior_authorization", "prior_authorization"),
        ("receipt", "receipt"),
    ] {
        let path = root.join("specs").join(format!("{file}.yaml"));
        let spec = loaded(load::load(&Disk, &path, &path.to_string_lossy()));
        let artifact = std::fs::read_to_string(root.join("compiled-ai").join(folder).join("artifact.rs")).unwrap();
        let started = Instant::now();
        let verdict = validate(&spec, &artifact);
        println!("\n{file}: {:?} {:?}", started.elapsed(), verdict.times);
        match &verdict.findings {
            Findings::Syntax(errors) => println!("{errors:#?}"),
            Findings::Execution(report)
            | Findings::Accuracy(report)
            | Findings::HardCoded(report, _)
            | Findings::Passed(report) => {
                println!("passed {}, ran {}", verdict.passed(), report.generated.ran);
                if !verdict.passed() {
                    println!("{}", Feedback::mistaken(&artifact, &spec, report).text);
                }
            }
        }
    }
}
