//! A file of its own, `pub fn run(input: &str) -> String`, taken through the stages that compile and run.
//!
//! It has no spec, so nobody said what is right: it must compile, end, and neither panic nor answer in another way natively
//! than in the sandbox.

use std::path::Path;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Memory;
use compiled_ai_core::load::load;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{hash, split};

use crate::prompt::Feedback;
use crate::validate::execution::FailureKind;
use crate::validate::{Findings, Report, Stage, StageEvent, Validator};

/// Texts of the kinds that such functions read; the generated inputs are made from these and from the code's own literals.
const INPUTS: &[&str] = &[
    "",
    "hello world",
    "Hello, World! How are you?",
    "3,4,5",
    "12",
    "-7 8.50 x",
    "a=1\nb=2\n",
    "name: Ann\nage: 30\n",
    "1 2\n3 4\n",
    "(a[b]{c})",
    "<b>x</b> & more",
    "2024-03-05T10:20:30",
    "/usr/local/../bin/x.txt",
    "Größe ß é",
];

/// How often all of them make a page.
const PAGE: usize = 8;

/// The spec that stands for the one which such a file does not have.
///
/// # Panics
/// Never: its text is tested.
pub fn spec() -> Spec {
    // Long enough for large documents to be made of it: nobody has said that the function reads short texts alone.
    let page = INPUTS.join("\n").repeat(PAGE);
    let examples = INPUTS
        .iter()
        .copied()
        .chain([page.as_str()])
        .map(|input| format!("  - {{ input: {{ input: {input:?} }}, output: {{ output: \"\" }} }}\n"));
    let text = format!(
        "spec: 1\nname: file\nabout: File.\ninput: {{ input: string }}\noutput: {{ output: string }}\nexamples:\n{}",
        examples.collect::<String>()
    );
    let files = Memory::default().with("file.yaml", text.as_str());
    load(&files, Path::new("file.yaml"), "file.yaml").spec.expect("a spec without problems")
}

/// Why a file does not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The stage that it does not pass.
    pub stage: Stage,
    /// What that stage says.
    pub why: String,
}

/// Compiles `accepted`, the text that the gate printed of a file with `pub fn run(input: &str) -> String`, and runs it on texts
/// of many kinds, in the sandbox and natively.
///
/// # Errors
/// This machine can't validate.
pub fn check(
    accepted: &str,
    validator: &Validator,
    on_stage: &mut dyn FnMut(StageEvent),
) -> Result<Option<Refused>, Box<Diagnostic>> {
    let spec = spec();
    let candidate = adapted(accepted);
    // What it answers is nobody's business.
    let mut on_stage = |event| match event {
        StageEvent::Started(Stage::Accuracy) | StageEvent::Finished { stage: Stage::Accuracy, .. } => {}
        event => on_stage(event),
    };
    let verdict = validator.validate(&spec, &hash::spec(&spec), &split::split(&spec), &candidate, &mut on_stage)?;
    let refused = |stage, why| Ok(Some(Refused { stage, why }));
    match &verdict.findings {
        Findings::Syntax(errors) => refused(Stage::Syntax, Feedback::does_not_compile(&candidate, errors).text),
        // Nobody said which texts there are, so that a made one may be one that no caller has.
        Findings::Execution(report) if is_panic_on_made_inputs(report) => Ok(None),
        Findings::Execution(report) => refused(Stage::Execution, Feedback::mistaken(&candidate, &spec, report).text),
        Findings::Accuracy(_) | Findings::HardCoded(..) | Findings::Passed(_) => Ok(None),
    }
}

fn is_panic_on_made_inputs(report: &Report<'_>) -> bool {
    let parts = [Some(&report.shown), report.held_out.as_ref()];
    parts.into_iter().flatten().all(|part| part.failures.is_empty())
        && report.generated.findings.iter().all(|finding| finding.failure.kind == FailureKind::Panic)
}

/// The file as a candidate of [`spec`]. The file's lines keep their numbers.
fn adapted(accepted: &str) -> String {
    format!(
        "mod text_ {{ use super::*; {accepted}}}\n\
         pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n    Ok(Output {{ output: text_::run(input.input) }})\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spec_has_no_problems() {
        assert_eq!(spec().examples.len(), INPUTS.len() + 1);
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = adapted("fn f_() {}\npub fn run(input: &str) -> String {\n    input.into()\n}\n");
        assert_eq!(text.lines().nth(1), Some("pub fn run(input: &str) -> String {"));
    }
}
