//! Candidates taken through the stages, with the real `rustc` and the real sandbox.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::execution::{Failure, FailureKind};
use compiled_ai_compiler::validate::{Findings, Report, Sandbox, Stage, StageEvent, Validator, Verdict, What};
use compiled_ai_core::files::Memory;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;
use compiled_ai_core::{hash, load, lock, split};

fn workspace() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).unwrap().to_owned())
}

fn source() -> KitSource {
    KitSource {
        runtime: Origin::Path(workspace().join("compiled-ai-runtime")),
        lock: std::fs::read_to_string(workspace().join("Cargo.lock")).ok(),
    }
}

/// One kit for all tests, kept between runs.
fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits");
        let kit = Kit::prepare(&source(), &cache, false, &mut |_| {}).unwrap_or_else(|error| panic!("{error:#?}"));
        Validator { kit, sandbox: Sandbox::new().unwrap() }
    })
}

fn spec(text: &str) -> Spec {
    let files = Memory::default().with("specs/test.yaml", text);
    let loaded = load::load(&files, Path::new("specs/test.yaml"), "specs/test.yaml");
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

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

fn validate<'a>(spec: &'a Spec, candidate: &str) -> Verdict<'a> {
    let split = split::split(spec);
    validator().validate(spec, &hash::spec(spec), &split, candidate, &mut |_| {}).unwrap()
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

fn report(findings: Findings<'_>) -> Report<'_> {
    match findings {
        Findings::Execution(report)
        | Findings::Accuracy(report)
        | Findings::HardCoded(report, _)
        | Findings::Passed(report) => report,
        Findings::Syntax(errors) => panic!("{errors:#?}"),
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
    let split = split::split(&spec);
    let candidate = run("let words: Vec<&str> = input.text.split_whitespace().collect();\n\
         Ok(Output { count: words.len() as i64, word: words.first().map(|word| word.to_string()) })");
    let mut events = vec![];
    let verdict =
        validator().validate(&spec, &hash::spec(&spec), &split, &candidate, &mut |event| events.push(event)).unwrap();
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
fn compile_errors_name_lines_of_the_candidate() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let candidate =
        run("    let count: i64 = input.text;\n    let word = undefined;\n    Ok(Output { count, word: None })");
    let verdict = validate(&spec, &candidate);
    assert_eq!(verdict.failed(), Some(Stage::Syntax));
    let Findings::Syntax(errors) = verdict.findings else { panic!("{verdict:#?}") };
    let unknown = errors.iter().find(|error| error.code.as_deref() == Some("E0425")).unwrap();
    assert_eq!((unknown.line, unknown.column, unknown.line_text.as_str()), (3, 16, "let word = undefined;"));
    let candidate = run("    let count: i64 = input.text;\n    Ok(Output { count, word: None })");
    let Findings::Syntax(errors) = validate(&spec, &candidate).findings else { panic!() };
    let [error] = errors.as_slice() else { panic!("{errors:#?}") };
    assert_eq!((error.line, error.column), (2, 22));
    assert_eq!((error.code.as_deref(), error.message.as_str()), (Some("E0308"), "mismatched types"));
    assert_eq!(error.label.as_deref(), Some("expected `i64`, found `&str`"));
    assert_eq!(error.related[0].label, "expected due to this");
}

#[test]
fn an_error_in_a_macro_names_its_use() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let Findings::Syntax(errors) =
        validate(&spec, &run("let text = format!(\"{} {}\", 1);\nOk(Output { count: 1, word: Some(text) })")).findings
    else {
        panic!()
    };
    assert_eq!(errors[0].line, 2, "{errors:#?}");
}

#[test]
fn a_missing_run_and_a_wrong_signature_are_errors_without_a_place() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    for candidate in ["fn other() {}\n", "pub fn run(input: Input<'_>) -> Output { panic!() }\n"] {
        let Findings::Syntax(errors) = validate(&spec, candidate).findings else { panic!() };
        assert!(errors.iter().any(|error| error.line == 0 && error.code.is_some()), "{errors:#?}");
    }
}

#[test]
fn what_the_compiler_quotes_of_other_files_stays_here() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "hunter2 is the password").unwrap();
    let candidate = run(&format!("include!({:?})", secret.path()));
    let Findings::Syntax(errors) = validate(&spec, &candidate).findings else { panic!() };
    let told = format!("{errors:#?}");
    assert!(!errors.is_empty() && !told.contains("hunter2") && !told.contains("password"), "{told}");
}

#[test]
fn unsafe_code_does_not_compile() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let candidate = run("let byte = unsafe { *input.text.as_ptr() };\nOk(Output { count: byte as i64, word: None })");
    let Findings::Syntax(errors) = validate(&spec, &candidate).findings else { panic!() };
    assert!(errors[0].message.contains("unsafe"), "{errors:#?}");
}

#[test]
fn the_compiler_does_not_work_without_end() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let doubling: String = (1..30).map(|n| format!("type T{n} = (T{}, T{});\n", n - 1, n - 1)).collect();
    let candidate =
        format!("type T0 = (i64, i64);\n{doubling}\nfn f(x: T29) {{}}\n{}", run("Ok(Output { count: 2, word: None })"));
    let started = Instant::now();
    let verdict = validate(&spec, &candidate);
    assert!(started.elapsed() < Duration::from_secs(70));
    let Findings::Syntax(errors) = verdict.findings else { panic!("{verdict:#?}") };
    assert!(errors[0].message.contains("out of memory") || errors[0].message.contains("takes longer"), "{errors:#?}");
}

#[test]
fn a_panic_names_example_line_and_message() {
    let spec = counting("", &[("a", "output: { count: 1 }"), ("", "output: { count: 0 }")]);
    let candidate = run("let count = 1;\nlet first = input.text.as_bytes()[0];\nOk(Output { count, word: None })");
    let verdict = validate(&spec, &candidate);
    let mut verdicts = lock::Verdicts::default();
    verdict.record(&mut verdicts);
    assert_eq!((verdicts.syntax.as_deref(), verdicts.execution.as_deref()), (Some("passed"), Some("1 example failed")));
    let report = report(verdict.findings);
    let [mistake] = report.mistakes.as_slice() else { panic!("{report:#?}") };
    assert!(mistake.example.input["text"] == Value::String(String::new()));
    let What::Failed(failure) = &mistake.what else { panic!("{mistake:#?}") };
    assert_eq!(failure.kind, FailureKind::Panic);
    assert_eq!(failure.message, "index out of bounds: the len is 0 but the index is 0");
    assert_eq!(failure.line, Some((3, "let first = input.text.as_bytes()[0];".to_owned())));
    assert_eq!(report.shown.failures[&FailureKind::Panic], 1);
}

#[test]
fn an_overflow_is_a_panic() {
    let failure =
        failure("let mut count = i64::MAX;\ncount += input.text.len() as i64;\nOk(Output { count, word: None })");
    assert_eq!((failure.kind, failure.message.as_str()), (FailureKind::Panic, "attempt to add with overflow"));
    assert_eq!(failure.line.map(|line| line.0), Some(3));
}

#[test]
fn an_endless_loop_ends() {
    let failure = failure(
        "let mut n = 0u64;\nloop { n = n.wrapping_add(1); if n == u64::MAX { break; } }\nOk(Output { count: n as i64, word: None })",
    );
    assert_eq!(failure.kind, FailureKind::Time);
}

#[test]
fn after_three_limits_the_rest_is_left_out() {
    let spec = counting("", &["a", "b", "c", "d", "e"].map(|text| (text, "output: { count: 2 }")));
    let report = report(validate(&spec, &run("loop {}")).findings);
    assert_eq!(
        report.shown.failures.into_iter().collect::<Vec<_>>(),
        [(FailureKind::Time, 3), (FailureKind::Skipped, 2)]
    );
}

#[test]
fn memory_is_limited() {
    let failure = failure("let mut all: Vec<Vec<u8>> = Vec::new();\nloop { all.push(vec![1u8; 1 << 20]); }");
    assert_eq!(failure.kind, FailureKind::Memory, "{failure:?}");
}

#[test]
fn the_stack_is_limited() {
    let candidate = "fn depth(n: i64) -> i64 { if n == i64::MAX { 0 } else { 1 + depth(n + 1) } }\n".to_owned()
        + &run("Ok(Output { count: depth(0), word: None })");
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    let failure = failure_of(&spec, &candidate);
    assert_eq!(failure.kind, FailureKind::Stack, "{failure:?}");
}

#[test]
fn an_answer_is_limited() {
    let failure = failure("Ok(Output { count: 2, word: Some(\"x\".repeat(5 << 20)) })");
    assert_eq!(failure.kind, FailureKind::Answer, "{failure:?}");
}

#[test]
fn a_float_that_is_no_number_is_no_answer() {
    let spec = spec(
        "spec: 1\nname: ratio\nabout: x\ninput: { a: float }\noutput: float\nexamples: [{ input: { a: 0 }, output: 1.5 }]\n",
    );
    let failure = failure_of(&spec, &run_owned("Ok(input.a / 0.0)"));
    assert_eq!(failure.kind, FailureKind::Answer, "{failure:?}");
}

#[test]
fn limits_and_conditions_of_the_spec_are_checked() {
    let example = "examples: [{ input: { a: 1 }, output: { a: 2, b: 3 } }]";
    let text = format!(
        "spec: 1\nname: two\nabout: x\ninput: {{ a: int }}\noutput:\n  a: {{ type: int, max: 9 }}\n  b: int\nensures: [a < b]\n{example}\n"
    );
    let spec = spec(&text);
    let outside = failure_of(&spec, &run_owned("Ok(Output { a: input.a + 9, b: 100 })"));
    assert_eq!((outside.kind, outside.message.as_str()), (FailureKind::Limit, "`a` is 10, more than its `max` 9"));
    let broken = failure_of(&spec, &run_owned("Ok(Output { a: input.a + 2, b: 3 })"));
    assert_eq!((broken.kind, broken.message.as_str()), (FailureKind::Ensures, "`a < b` does not hold"));
}

#[test]
fn an_answer_that_depends_on_an_address_is_caught() {
    let failure =
        failure("let heap = vec![1u8; 100];\nOk(Output { count: heap.as_ptr() as usize as i64, word: None })");
    assert_eq!(failure.kind, FailureKind::Unrepeatable, "{failure:?}");
}

#[test]
fn a_difference_between_sandbox_and_native_program_is_caught() {
    let width = failure(
        "let count = \"5000000000\".parse::<usize>().map_or(-1, |n| n as i64);\nOk(Output { count, word: None })",
    );
    assert_eq!(width.kind, FailureKind::Differs, "{width:?}");
    assert!(width.message.contains("5000000000") && width.message.contains("-1"), "{}", width.message);
    // A panic that only the native program has: a sandbox-aware candidate.
    let aware =
        failure("if usize::MAX as u64 > u32::MAX as u64 { panic!(\"native\") }\nOk(Output { count: 2, word: None })");
    assert_eq!(aware.kind, FailureKind::Differs);
    assert_eq!(aware.message, "as a native program it panicked: native");
    assert_eq!(aware.line.map(|line| line.0), Some(2));
    let deep = failure(
        "fn deep(n: u64) -> u64 { let page = core::hint::black_box([n; 512]); deep(n + 1) + page[3] }\n\
         if usize::BITS == 64 { deep(0); }\nOk(Output { count: 2, word: None })",
    );
    assert!(deep.kind == FailureKind::Differs && deep.message.contains("ended"), "{deep:?}");
}

#[test]
fn what_reaches_outside_is_not_run() {
    let spec = counting("", &[("a b", "output: { count: 2 }")]);
    for (body, name) in [
        ("if usize::BITS == 64 { std::process::exit(3) }", "std::process::exit"),
        ("let _ = std::fs::write(\"out\", input.text);", "std::fs::write"),
        ("let _ = std::env::var(input.text);", "std::env::"),
    ] {
        let verdict = validate(&spec, &run(&format!("{body}\nOk(Output {{ count: 2, word: None }})")));
        let Findings::Syntax(errors) = verdict.findings else { panic!("{verdict:#?}") };
        assert!(errors.iter().all(|error| error.code.as_deref() == Some("CAI0521")), "{errors:#?}");
        assert!(errors.iter().any(|error| error.message.contains(name)), "{errors:#?}");
    }
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

#[test]
fn a_kit_that_is_built_is_found_quickly() {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits");
    validator();
    let started = Instant::now();
    let mut told = vec![];
    let kit = Kit::prepare(&source(), &cache, true, &mut |message| told.push(message.to_owned())).unwrap();
    assert!(started.elapsed() < Duration::from_secs(2) && told.is_empty(), "{:?} {told:?}", started.elapsed());
    assert!(kit.toolchain().starts_with("rustc 1.") && !kit.version().is_empty());
}

#[test]
fn a_kit_that_can_not_be_built_says_what_cargo_says() {
    let cache = tempfile::tempdir().unwrap();
    let source = KitSource { runtime: Origin::Path(cache.path().join("nowhere")), lock: None };
    let error = Kit::prepare(&source, cache.path(), true, &mut |_| {}).unwrap_err();
    assert_eq!(error.code.0, "CAI0503");
    assert!(error.notes.iter().any(|note| note.contains("nowhere")), "{error:#?}");
}

/// Not a check but a measurement: `cargo test --release -p compiled-ai-compiler --test validate -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_long_it_takes() {
    let cache = tempfile::tempdir().unwrap();
    let time = |what: &str, run: &mut dyn FnMut()| {
        let started = Instant::now();
        run();
        println!("{what}: {:?}", started.elapsed());
    };
    time("kit, cold", &mut || _ = Kit::prepare(&source(), cache.path(), true, &mut |_| {}).unwrap());
    time("kit, warm", &mut || _ = Kit::prepare(&source(), cache.path(), true, &mut |_| {}).unwrap());
    time("sandbox", &mut || _ = Sandbox::new().unwrap());
    let examples: Vec<(String, String)> =
        (0..20).map(|n| (format!("total: {n} of {n}"), format!("output: {{ count: {n} }}"))).collect();
    let examples: Vec<(&str, &str)> = examples.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let spec = counting("", &examples);
    let plain = run("let digits: String = input.text.chars().skip(7).take_while(|c| c.is_ascii_digit()).collect();\n\
         let count = digits.parse().map_err(|_| Abstain::field(\"count\", \"no number\"))?;\nOk(Output { count, word: None })");
    let regex = run("let captures = regex!(r\"(?i)total\\s*:\\s*(\\d+)\").captures(input.text);\n\
         let digits = captures.as_ref().and_then(|found| found.get(1)).map_or(\"\", |digits| digits.as_str());\n\
         let count = digits.parse().map_err(|_| Abstain::field(\"count\", \"no number\"))?;\nOk(Output { count, word: None })");
    validator();
    for (name, candidate) in [("plain", &plain), ("regex", &regex)] {
        for _ in 0..3 {
            let started = Instant::now();
            let verdict = validate(&spec, candidate);
            assert!(verdict.passed(), "{verdict:#?}");
            println!("{name}: {:?} {:?}", started.elapsed(), verdict.times);
        }
    }
}
