//! What a repair prompt says is wrong with a candidate.

use std::fmt::Write as _;

use compiled_ai_core::spec::{Example, Spec};

use super::examples;
use crate::json;
use crate::validate::execution::Failure;
use crate::validate::security::Refusal;
use crate::validate::{CompileError, Finding, Mistake, PartReport, Report, What, generate};

/// How many failing examples are told: the smallest ones, because they say the most per token.
const EXAMPLES: usize = 6;
/// How many of them with their input however long it is; the others only if it has at most [`SHORT`] bytes.
const WHOLE: usize = 2;
/// Bytes of an input that is short.
const SHORT: usize = 300;
/// Characters of an example that is told: a longer one is cut.
const LONGEST: usize = 4_000;

/// What was wrong with an attempt, in words for the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The candidate that it speaks of; `None` if the reply held none.
    pub candidate: Option<String>,
    /// What is wrong with it.
    pub text: String,
    /// Whether it may be wrong about what there is to be used, so that the next prompt tells the whole kit again.
    pub(super) is_about_names: bool,
}

impl Feedback {
    /// What `text` says is wrong with what `candidate` does.
    pub fn new(candidate: String, text: String) -> Self {
        Self { candidate: Some(candidate), text, is_about_names: false }
    }

    /// The reply held no candidate.
    pub fn no_candidate(why: &str) -> Self {
        Self { candidate: None, text: format!("{why}."), is_about_names: false }
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
        Self { candidate: Some(candidate.to_owned()), text, is_about_names: true }
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
        Self { candidate: Some(candidate.to_owned()), text, is_about_names: true }
    }

    /// It ran, and is wrong or fails on some examples.
    pub fn mistaken(candidate: &str, spec: &Spec, report: &Report<'_>) -> Self {
        let ends_nowhere = |mistake: &Mistake<'_>| matches!(mistake.what, What::Failed(..));
        let found = if !report.generated.findings.is_empty() {
            "It fails on inputs that no example holds."
        } else if !report.mistakes.is_empty() && report.mistakes.iter().all(ends_nowhere) {
            "It does not end with an answer."
        } else {
            "It is not right often enough."
        };
        let mut text = format!("{found}\n\n{}\n", part("Shown examples", &report.shown));
        if let Some(held_out) = &report.held_out {
            let _ = writeln!(text, "{}", part("Examples that you do not see", held_out));
        }
        if !report.mistakes.is_empty() {
            mistakes(&mut text, spec, &report.mistakes);
        }
        if !report.generated.findings.is_empty() {
            generated(&mut text, &report.generated.findings);
        }
        Self::new(candidate.to_owned(), text)
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
    let mut failing: Vec<(&Example, Vec<&What>)> = Vec::new();
    for mistake in mistakes {
        match failing.last_mut() {
            Some((example, whats)) if example.id == mistake.example.id => whats.push(&mistake.what),
            _ => failing.push((mistake.example, vec![&mistake.what])),
        }
    }
    let size = |example: &Example| json::input(example).to_string().len();
    failing.sort_by_cached_key(|(example, _)| size(example));
    text.push_str("\nThe smallest that fail:\n");
    for (place, (example, whats)) in failing.iter().take(EXAMPLES).enumerate() {
        let _ = writeln!(
            text,
            "\n{}: {}",
            example.id,
            whats.iter().map(|what| describe(what)).collect::<Vec<_>>().join("; ")
        );
        if place < WHOLE || size(example) <= SHORT {
            let case = head(examples::case(spec, example).trim_end(), LONGEST);
            let _ = writeln!(text, "{case}");
        }
    }
    if failing.len() > EXAMPLES {
        let _ = writeln!(text, "\nAnd {} more.", failing.len() - EXAMPLES);
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
