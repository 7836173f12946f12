//! The stages, without the security stage before them: what then still keeps a candidate in.

#[path = "support/stages.rs"]
mod stages;

use std::io::Write as _;
use std::sync::OnceLock;

use compiled_ai_compiler::validate::execution::FailureKind;
use compiled_ai_compiler::validate::{Findings, Stage, Verdict, What};
use compiled_ai_core::spec::Spec;
use stages::{spec, validator};

fn counting() -> &'static Spec {
    static SPEC: OnceLock<Spec> = OnceLock::new();
    SPEC.get_or_init(|| {
        spec(
            "spec: 1\nname: count\nabout: Counts.\ninput: { text: string }\noutput: { count: int }\n\
             examples: [{ input: { text: a b }, output: { count: 2 } }]\n",
        )
    })
}

/// The verdict on a candidate that returns `count`, an expression.
fn validate(count: &str) -> Verdict<'static> {
    let candidate = format!(
        "pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n    let count: i64 = {count};\n    Ok(Output {{ count }})\n}}\n"
    );
    stages::validate(counting(), &candidate)
}

/// Whether files are confined. If not, says so past the harness, which swallows what a test prints that passes.
fn has_walls(test: &str) -> bool {
    let jail = validator().kit.jail();
    if !jail.confines_files() {
        let _ = writeln!(std::io::stderr(), "SKIPPED {test}: no Landlock on this system ({})", jail.describe());
    }
    jail.confines_files()
}

#[test]
fn a_good_candidate_passes() {
    let verdict = validate("input.text.split_whitespace().count() as i64");
    assert!(verdict.passed(), "{verdict:#?}");
}

#[test]
fn a_candidate_that_holds_a_file_does_not_compile() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "hunter2 is the password").unwrap();
    let secret = secret.path().to_str().unwrap();
    if !has_walls("a_candidate_that_holds_a_file_does_not_compile") {
        return;
    }
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    for file in [secret, "/etc/passwd", manifest] {
        let verdict = validate(&format!("if include_str!({file:?}).is_empty() {{ 0 }} else {{ 2 }}"));
        assert_eq!(verdict.failed(), Some(Stage::Syntax), "{file}");
        let told = format!("{verdict:#?}");
        assert!(!["hunter2", "root:", "[package]"].iter().any(|text| told.contains(text)), "{told}");
    }
}

#[test]
fn a_candidate_sees_no_environment() {
    let names = ["HOME", "USER", "PWD", "CARGO_HOME", "CARGO_MANIFEST_DIR"];
    let seen: Vec<String> = names.iter().map(|name| format!("option_env!({name:?}).is_some()")).collect();
    let verdict = validate(&format!("if {} {{ 0 }} else {{ 2 }}", seen.join(" || ")));
    assert!(verdict.passed(), "{verdict:#?}");
    assert_eq!(validate("env!(\"HOME\").len() as i64").failed(), Some(Stage::Syntax));
}

#[test]
fn a_candidate_that_loops_natively_ends() {
    let verdict = validate("{ while usize::BITS == 64 {} 2 }");
    let Findings::Execution(report) = verdict.findings else { panic!("{verdict:#?}") };
    let What::Failed(failure) = &report.mistakes[0].what else { panic!("{report:#?}") };
    // Its limit ended it, and neither an accident nor the patience of this test.
    let limit = "as a native program it took longer than 20 s";
    assert_eq!((failure.kind, failure.message.as_str()), (FailureKind::Differs, limit));
}
