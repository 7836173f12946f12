//! Files that belong to no spec, as `cargo compiled-ai audit FILE` judges them.

use super::cases::{bare, bare_cases};
use super::shown;

/// Hostile files that a look at the text alone does not refuse, with what stops them instead. Each must still be one.
const LATE: &[(&str, &str)] = &[("48.rs", "the sandbox: it panics on short texts")];

/// Benign files that are refused, with the reason. Each must still be one.
const REFUSED: &[(&str, &str)] = &[];

#[test]
fn hostile_bare_files_are_refused() {
    let mut problems = String::new();
    let cases = bare_cases("hostile");
    assert!(cases.len() >= 180, "{} files", cases.len());
    for case in &cases {
        let is_late = LATE.iter().any(|(name, _)| *name == case.name);
        assert!(!case.field("class").is_empty() && !case.field("cwe").is_empty(), "{}: what is it?", case.name);
        match bare(&case.source) {
            Ok(_) if !is_late => problems += &format!("{} ({}) is accepted\n", case.name, case.field("class")),
            Err(refusals) if is_late => problems += &format!("{} is refused\n{}", case.name, shown(&refusals)),
            _ => {}
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn benign_bare_files_are_accepted() {
    let mut problems = String::new();
    let cases = bare_cases("benign");
    assert!(cases.len() >= 170, "{} files", cases.len());
    for case in &cases {
        let is_known = REFUSED.iter().any(|(name, _)| *name == case.name);
        match bare(&case.source) {
            Ok(_) if is_known => problems += &format!("{} is accepted\n", case.name),
            Err(refusals) if !is_known => problems += &format!("{} is refused\n{}", case.name, shown(&refusals)),
            _ => {}
        }
    }
    assert!(problems.is_empty(), "{problems}");
}
