//! What a repair prompt says is wrong with a candidate.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use compiled_ai_core::spec::Spec;

use super::examples;
use crate::json;
use crate::validate::execution::Failure;
use crate::validate::security::Refusal;
use crate::validate::{CompileError, Finding, Mistake, PartReport, Report, What, generate};

/// How many mistakes are listed in a line each.
const LISTED: usize = 30;
/// How many failing examples are shown whole: the smallest ones, because they say the most per token.
const WHOLE: usize = 2;

/// What was wrong with an attempt, in words for the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The candidate that it speaks of; `None` if the reply held none.
    pub candidate: Option<String>,
    /// What is wrong with it.
    pub text: String,
}

impl Feedback {
    /// The reply held no candidate.
    pub fn no_candidate(why: &str) -> Self {
        Self { candidate: None, text: format!("{why}.") }
    }

    /// The security stage refused it. Lines are those of `candidate`, the text as the model wrote it.
    pub fn refused(candidate: &str, refusals: &[Refusal]) -> Self {
        let mut text = "It uses what it may not.\n".to_owned();
        for refusal in refusals {
            let line = candidate.lines().nth(refusal.line.saturating_sub(1)).unwrap_or_default().trim();
            let _ = write!(text, "\n- line {}: {}", refusal.line, refusal.message);
            if !line.is_empty() {
                let _ = write!(text, "\n  `{}`", shortened(line));
            }
            if !refusal.help.is_empty() {
                let _ = write!(text, "\n  {}", refusal.help);
            }
        }
        Self { candidate: Some(candidate.to_owned()), text }
    }

    /// It does not compile.
    pub fn does_not_compile(candidate: &str, errors: &[CompileError]) -> Self {
        let mut text = "It does not compile.\n".to_owned();
        for error in errors {
            let code = error.code.as_deref().map(|code| format!("[{code}]")).unwrap_or_default();
            let _ = write!(text, "\n- error{code}: {}", error.message);
            if error.line > 0 {
                let label = error.label.as_deref().map(|label| format!("  <- {label}")).unwrap_or_default();
                let _ = write!(text, "\n  line {}: `{}`{label}", error.line, shortened(&error.line_text));
            }
            for related in &error.related {
                let _ = write!(
                    text,
                    "\n  line {}: `{}`  <- {}",
                    related.line,
                    shortened(&related.line_text),
                    related.label
                );
            }
            error.help.iter().for_each(|help| _ = write!(text, "\n  help: {help}"));
        }
        Self { candidate: Some(candidate.to_owned()), text }
    }

    /// It ran, and is wrong or fails on some examples.
    pub fn mistaken(candidate: &str, spec: &Spec, report: &Report<'_>) -> Self {
        let found = match report.generated.findings.is_empty() {
            true => "It is not right often enough.",
            false => "It fails on inputs that no example holds.",
        };
        let mut text = format!("{found}\n\n{}\n", part("Examples above and the like", &report.shown));
        if let Some(held_out) = &report.held_out {
            let _ = writeln!(text, "{}", part("Examples that you do not see", held_out));
        }
        if !report.mistakes.is_empty() {
            mistakes(&mut text, spec, &report.mistakes);
        }
        if !report.generated.findings.is_empty() {
            generated(&mut text, &report.generated.findings);
        }
        Self { candidate: Some(candidate.to_owned()), text }
    }

    /// Adds that what the model did last was no step forward.
    #[must_use]
    pub fn after(mut self, step_back: &str) -> Self {
        let _ = write!(self.text, "\n\n{step_back}");
        self
    }
}

/// One part's figures in one line; never more than counts, because the held-out part is among them.
fn part(name: &str, part: &PartReport) -> String {
    let accuracy = &part.accuracy;
    let mut text = format!("{name}: {} of {} right", accuracy.examples.right, accuracy.examples.of);
    for (kind, count) in &part.failures {
        let _ = write!(text, ", {count} {kind}");
    }
    if accuracy.abstained > 0 {
        let _ = write!(text, ", {} abstained wrongly", accuracy.abstained);
    }
    let fields: Vec<String> = accuracy
        .fields
        .iter()
        .filter(|(_, score)| score.right < score.of)
        .map(|(field, score)| format!("{field} {}/{}", score.right, score.of))
        .collect();
    if !fields.is_empty() {
        let _ = write!(text, "; right by field: {}", fields.join(", "));
    }
    text + "."
}

fn mistakes(text: &mut String, spec: &Spec, mistakes: &[Mistake<'_>]) {
    text.push_str("\nWhat is wrong:\n");
    for mistake in mistakes.iter().take(LISTED) {
        let _ = write!(text, "\n- {}: {}", mistake.example.id, describe(&mistake.what));
    }
    if mistakes.len() > LISTED {
        let _ = write!(text, "\n- and {} more", mistakes.len() - LISTED);
    }
    let mut smallest: Vec<_> = mistakes.iter().map(|mistake| mistake.example).collect();
    smallest.sort_by_key(|example| json::input(example).to_string().len());
    let mut seen = BTreeSet::new();
    smallest.retain(|example| seen.insert(example.id.as_str()));
    for example in smallest.into_iter().take(WHOLE) {
        let _ = write!(text, "\n\n## {}, one of the smallest that fail\n\n", example.id);
        examples::write_case(text, spec, example);
    }
}

fn describe(what: &What) -> String {
    match what {
        What::Field { field, expected, found } => {
            format!("`{field}` must be {}, is {}", json::value(expected), json::value(found))
        }
        What::Output { expected, found } => format!("must be {}, is {}", json::value(expected), json::value(found)),
        What::Abstained { reason, field } => {
            let field = field.as_deref().map(|field| format!(" on `{field}`")).unwrap_or_default();
            format!("abstained{field} ({reason}), must answer")
        }
        What::DidNotAbstain { field, found } => {
            let field = field.as_deref().map(|field| format!(" on `{field}`")).unwrap_or_default();
            format!("must abstain{field}, returned {}", json::value(found))
        }
        What::AbstainedElsewhere { expected, found } => {
            format!(
                "must abstain on `{expected}`, abstained on {}",
                found.as_deref().map_or("no field".to_owned(), |found| format!("`{found}`"))
            )
        }
        What::Failed(failure) => failed(failure),
    }
}

fn failed(failure: &Failure) -> String {
    let at = failure.line.as_ref().map(|(line, text)| format!(" at line {line}: `{}`", shortened(text.trim())));
    format!("{}: {}{}", failure.kind, failure.message, at.unwrap_or_default())
}

fn generated(text: &mut String, findings: &[Finding]) {
    /// Characters of an input: a large one is described by its beginning.
    const LONGEST: usize = 400;

    text.push_str(
        "\nIt may be called with any input of its type, however odd, and must then answer or abstain: never panic, overflow, \
         work without end or break a condition. These inputs were made from the examples:\n",
    );
    for finding in findings {
        let input = generate::text_of(&finding.input);
        let _ = write!(text, "\n- {}\n  with the input {}", failed(&finding.failure), head(&input, LONGEST));
        if input.chars().count() > LONGEST {
            let _ = write!(text, " ({} bytes of JSON)", input.len());
        }
    }
    text.push('\n');
}

/// A line of code, cut where it says no more.
fn shortened(line: &str) -> String {
    head(line, 160)
}

fn head(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest { text.to_owned() } else { text.chars().take(longest).chain(['…']).collect() }
}
