//! Candidates that end in another way than with an answer, and answers that are none.

use compiled_ai_compiler::validate::What;
use compiled_ai_compiler::validate::execution::FailureKind;
use compiled_ai_core::lock;
use compiled_ai_core::value::Value;

use super::{counting, failure, failure_of, report, run, run_owned, spec, validate};

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
