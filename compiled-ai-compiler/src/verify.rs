//! Running what is locked through every stage again. No hash is trusted: passing is a property of the code.
//!
//! A new gate, kit or toolchain asks for this, which is free, and never for another generation, which is paid for.

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash;
use compiled_ai_core::hit::Hit;
use compiled_ai_core::lock::Lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::split;

use crate::compile::{artifact, gate, made};
use crate::prompt::Feedback;
use crate::validate::security::Profile;
use crate::validate::{Difference, Findings, Proven, StageEvent, Validator, component};

/// What came of a verification.
#[derive(Debug, Clone, PartialEq)]
pub enum Verified {
    /// The artifact passes every stage, and the lock says what is true.
    Passed {
        /// The lock as it would be written now: with the gate, kit and toolchain of this run.
        lock: Box<Lock>,
        /// The artifact as it would be written now.
        artifact: String,
        /// For `target: wasm`, the component as it is built now.
        component: Option<Vec<u8>>,
    },
    /// It does not pass, or the lock says something else than what was found.
    Refused {
        /// The stage, or `lock`.
        stage: &'static str,
        /// What it says.
        why: String,
    },
}

/// Runs what is locked for `spec` through every stage. With `reprint`, a text that this gate prints in another way than the one
/// that it was locked by is no reason to refuse it.
///
/// A component is built anew. Where compiler, crates and encoder are those that the lock names, it has to have the same bytes.
/// Where they are not, bytes say nothing: then the locked component is put through all inputs instead.
///
/// # Errors
/// This machine can't validate.
pub fn verify(
    spec: &Spec,
    hit: &Hit,
    reprint: bool,
    validator: &Validator,
    on_stage: &mut dyn FnMut(StageEvent),
) -> Result<Verified, Box<Diagnostic>> {
    let Hit { lock, artifact: source, component } = hit;
    let refused = |stage, why: String| Ok(Verified::Refused { stage, why });
    let profile = Profile::gate_1();
    let accepted = match gate(spec, source, profile) {
        Ok(accepted) => accepted.source,
        Err(refusals) => return refused("security", Feedback::refused(source, &refusals).text),
    };
    let hash = hash::spec(spec);
    if code(source) != accepted && !reprint {
        let why = "the artifact is not the text that the gate prints: it was edited, holds comments, or was locked by another gate".to_owned();
        return refused("security", why);
    }
    let verdict = validator.validate(spec, &hash, &split(spec), &accepted, on_stage)?;
    match &verdict.findings {
        Findings::Syntax(errors) => refused("syntax", Feedback::does_not_compile(&accepted, errors).text),
        Findings::Execution(report) => refused("execution", Feedback::mistaken(&accepted, spec, report).text),
        Findings::Accuracy(report) => refused("accuracy", Feedback::mistaken(&accepted, spec, report).text),
        Findings::HardCoded(_, hard_coded) => refused("accuracy", hard_coded.to_string()),
        Findings::Passed(report) if report.accuracies() != lock.accuracy => {
            refused("lock", "the lock states other figures than the artifact reaches".to_owned())
        }
        Findings::Passed(_) => {
            let component = match (component, &verdict.proven) {
                (Some(locked), Some(proven)) => {
                    let built = validator.component(spec, &hash, &accepted, proven, on_stage)?;
                    match judge(locked, built, spec, lock, validator, proven)? {
                        Ok(built) => Some(built),
                        Err(why) => return refused("component", why),
                    }
                }
                _ => None,
            };
            let (provider, model) = (&lock.made.provider, &lock.made.model);
            let made = made(spec, profile, validator, (provider, model), &lock.made.prompt);
            let artifact = artifact(spec, &lock.spec.file, &hash, &made, &accepted);
            Ok(Verified::Passed { lock: Box::new(Lock { made, ..lock.clone() }), artifact, component })
        }
    }
}

/// Judges the `locked` component by the one that was built now; the latter, or why the former is refused.
fn judge(
    locked: &[u8],
    built: Result<Vec<u8>, Difference>,
    spec: &Spec,
    lock: &Lock,
    validator: &Validator,
    proven: &Proven,
) -> Result<Result<Vec<u8>, String>, Box<Diagnostic>> {
    let built = match built {
        Ok(built) => built,
        Err(difference) => return Ok(Err(difference.to_string())),
    };
    if built == locked {
        return Ok(Ok(built));
    }
    if lock.made.component.as_deref() == Some(validator.kit.component_inputs().as_str()) {
        return Ok(Err("the component is not what this toolchain and kit build of the artifact".to_owned()));
    }
    Ok(match component::compare(locked, spec, proven) {
        Ok(None) => Ok(built),
        Ok(Some(difference)) => Err(difference.to_string()),
        // Not a component, or one that reaches out: whatever it is, it is not of this toolchain.
        Err(problem) => Err([problem.message].into_iter().chain(problem.notes).collect::<Vec<_>>().join("; ")),
    })
}

/// The artifact without the header that says what made it.
fn code(source: &str) -> &str {
    let header: usize = source.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    source[header..].trim_start_matches('\n')
}
