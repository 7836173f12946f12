//! The findings of an audit for people, and as JSON.

use compiled_ai_core::codes::validation::UNREACHED;
use compiled_ai_core::diagnostic::{Diagnostic, Location, Sources};
use compiled_ai_core::render;
use serde_json::{Value, json};

use super::{Judged, Problem, Region, Verdict};
use crate::commands::review::entry_json;
use crate::failure::Failure;
use crate::style;

/// Shows a verdict on standard output, and what is wrong on standard error.
pub(super) fn show(judged: &Judged) {
    let (done, error, warn) = (style::DONE, style::ERROR, style::WARN);
    match &judged.verdict {
        Verdict::Accepted => {
            anstream::println!("{done}accepted{done:#}  {}", judged.file);
            let label = style::LABEL;
            for entry in &judged.unreached {
                let (line, column) = (entry.line, entry.column);
                anstream::eprintln!(
                    "{label}note[{UNREACHED}]{label:#}: {}:{line}:{column}: an unreached {}: {}",
                    judged.file,
                    entry.what,
                    entry.reached
                );
                anstream::eprintln!("  {label}|{label:#} {}", entry.source);
            }
            if !judged.unreached.is_empty() {
                anstream::eprintln!(
                    "  {label}= help:{label:#} `cargo compiled-ai review` shows each with the code around it"
                );
            }
        }
        Verdict::Refused(problems) => {
            anstream::println!("{error}refused{error:#}   {}", judged.file);
            let mut sources = Sources::default();
            let file = sources.add(&judged.file, &judged.source);
            let mut diagnostics: Vec<Diagnostic> = vec![];
            for problem in problems {
                match problem.at {
                    Some(at) => {
                        let at = Location { file, span: bytes(&judged.source, at) };
                        diagnostics.push(diagnostic(problem).at(&at, ""));
                    }
                    // What a later stage says has lines of its own, which the renderer would make one of.
                    None => Failure::from(Box::new(diagnostic(problem))).show(),
                }
            }
            if !diagnostics.is_empty() {
                anstream::eprintln!("{}", render::styled(&diagnostics, &sources));
            }
        }
        Verdict::Unjudged(failure) => {
            anstream::println!("{warn}unjudged{warn:#}  {}", judged.file);
            failure.show();
        }
    }
}

/// Counts the verdicts: `3 files: 2 accepted, 1 refused`.
pub(super) fn summary(judged: &[Judged]) -> String {
    let count = |is: fn(&Verdict) -> bool| judged.iter().filter(|one| is(&one.verdict)).count();
    let parts = [
        ("accepted", count(|verdict| matches!(verdict, Verdict::Accepted))),
        ("refused", count(|verdict| matches!(verdict, Verdict::Refused(_)))),
        ("not judged", count(|verdict| matches!(verdict, Verdict::Unjudged(_)))),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{count} {what}")).collect();
    let files = if judged.len() == 1 { "1 file".to_owned() } else { format!("{} files", judged.len()) };
    format!("{files}: {}", parts.join(", "))
}

/// One object for other programs.
pub(super) fn json(judged: &Judged) -> Value {
    let mut object = json!({ "file": judged.file, "spec": judged.spec });
    match &judged.verdict {
        Verdict::Accepted => {
            object["verdict"] = json!("accepted");
            if !judged.unreached.is_empty() {
                object["unreached"] = judged.unreached.iter().map(entry_json).collect();
            }
        }
        Verdict::Refused(problems) => {
            object["verdict"] = json!("refused");
            object["findings"] = problems.iter().map(finding).collect();
        }
        Verdict::Unjudged(failure) => {
            object["verdict"] = json!("unjudged");
            object["code"] = json!(failure.code.0);
            object["message"] = json!(failure.message);
        }
    }
    object
}

/// Where MITRE explains a weakness.
pub(super) fn cwe_page(cwe: u32) -> String {
    format!("https://cwe.mitre.org/data/definitions/{cwe}.html")
}

fn diagnostic(problem: &Problem) -> Diagnostic {
    let mut diagnostic = Diagnostic::error(problem.code, &problem.message);
    if let Some(cwe) = problem.cwe {
        diagnostic = diagnostic.note(format!("CWE-{cwe}: {}", cwe_page(cwe)));
    }
    diagnostic.notes.extend(problem.notes.iter().cloned());
    diagnostic.help.extend(problem.help.iter().cloned());
    diagnostic
}

fn finding(problem: &Problem) -> Value {
    let at = problem.at.map(
        |at| json!({ "line": at.line, "column": at.column, "end_line": at.end_line, "end_column": at.end_column }),
    );
    json!({
        "code": problem.code.0,
        "cwe": problem.cwe,
        "message": problem.message,
        "at": at,
        "notes": problem.notes,
        "help": problem.help,
    })
}

/// The bytes of a region.
fn bytes(source: &str, at: Region) -> std::ops::Range<usize> {
    let offset = |line: usize, column: usize| {
        let before: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = &source[before..];
        before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(index, _)| index)
    };
    let start = offset(at.line, at.column);
    start..offset(at.end_line, at.end_column).max(start)
}
