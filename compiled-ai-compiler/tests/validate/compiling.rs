//! What rustc says of candidates, and what it is kept from.

use compiled_ai_compiler::validate::{Findings, Stage};

use super::{counting, run, validate};

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
    let verdict = validate(&spec, &candidate);
    let Findings::Syntax(errors) = verdict.findings else { panic!("{verdict:#?}") };
    // Which limit ended it, and nothing else that rustc may have said of it.
    let [error] = errors.as_slice() else { panic!("{errors:#?}") };
    let limits = ["compiling it takes longer than 30 s", "the compiler crashes on it or runs out of memory"];
    assert!(limits.iter().any(|limit| error.message.starts_with(limit)), "{errors:#?}");
    assert_eq!((error.line, error.code.as_deref()), (0, None));
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
