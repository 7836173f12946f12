//! Running what is locked through every stage again. No hash is trusted: passing is a property of the code.
//!
//! A new gate, kit or toolchain asks for this, which is free, and never for another generation, which is paid for.

use compiled_ai_core::coverage::{Coverage, Unreached};
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash;
use compiled_ai_core::hit::Hit;
use compiled_ai_core::lock::Lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::split;

use crate::compile::{artifact, gate, header_lines, made};
use crate::prompt::Feedback;
use crate::validate::security::Profile;
use crate::validate::security::literals::Examples;
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
        /// The stage, `lock`, or `review` if it is only the list of what nothing reaches that can't stand.
        stage: &'static str,
        /// What it says.
        why: String,
    },
}

/// Runs what is locked for `spec` through every stage. With `update`, a text that this gate prints in another way than the one
/// that it was locked by is no reason to refuse it, nor is another list of what nothing reaches.
///
/// A component is built anew. Where compiler, crates and encoder are those that the lock names, it has to have the same bytes.
/// Where they are not, bytes say nothing: then the locked component is put through all inputs instead.
///
/// # Errors
/// This machine can't validate.
pub fn verify(
    spec: &Spec,
    hit: &Hit,
    update: bool,
    validator: &Validator,
    on_stage: &mut dyn FnMut(StageEvent),
) -> Result<Verified, Box<Diagnostic>> {
    let Hit { lock, artifact: source, component } = hit;
    let refused = |stage, why: String| Ok(Verified::Refused { stage, why });
    let profile = Profile::gate_1();
    let accepted = match gate(spec, &Examples::of(spec), source, profile) {
        Ok(accepted) => accepted.source,
        Err(refusals) => return refused("security", Feedback::refused(source, &refusals).text),
    };
    let hash = hash::spec(spec);
    if code(source) != accepted && !update {
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
        Findings::Passed(report) => {
            let (provider, model) = (&lock.made.provider, &lock.made.model);
            let made = made(spec, profile, validator, (provider, model), &lock.made.prompt);
            let artifact = artifact(spec, &lock.spec.file, &hash, &made, &accepted);
            let found = report.coverage.clone().unwrap_or_default().below(header_lines(&artifact));
            let coverage = match unreached(spec, lock, found, made == lock.made, update) {
                Ok(coverage) => Some(coverage),
                Err(why) => return refused("review", why),
            };
            let component = match (component, &verdict.proven) {
                (Some(locked), Some(proven)) => {
                    let mut is_built = None;
                    let built = validator.component(spec, &hash, &accepted, proven, &mut |event| match event {
                        // What was built passes; whether what is locked does is not said yet.
                        StageEvent::Finished { stage, passed: true, took } => is_built = Some((stage, took)),
                        event => on_stage(event),
                    })?;
                    let judged = judge(locked, built, spec, lock, validator, proven)?;
                    if let Some((stage, took)) = is_built {
                        on_stage(StageEvent::Finished { stage, passed: judged.is_ok(), took });
                    }
                    match judged {
                        Ok(built) => Some(built),
                        Err(why) => return refused("component", why),
                    }
                }
                _ => None,
            };
            Ok(Verified::Passed { lock: Box::new(Lock { made, coverage, ..lock.clone() }), artifact, component })
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

/// What nothing reaches, as it was found, with the acknowledgements of the lock; or why the lock can't stand. With another
/// gate, kit or toolchain than locked other places may be found, which is no fault of the lock.
fn unreached(spec: &Spec, lock: &Lock, found: Coverage, is_made_alike: bool, update: bool) -> Result<Coverage, String> {
    let known = lock.coverage.clone().unwrap_or_default();
    let place = |entry: &Unreached| format!("line {}, `{}`", entry.line, entry.source);
    if !update {
        if let Some(entry) = known.acknowledges_more_than(&found) {
            return Err(format!("the lock acknowledges a place that is not there or not unreached: {}", place(entry)));
        }
        if let Some(locked) = &lock.coverage
            && is_made_alike
            && !locked.agrees(&found)
        {
            let other = found.unreached.iter().find(|entry| !locked.unreached.iter().any(|known| known.is_at(entry)));
            let such_as = other.map(|entry| format!(", such as {}", place(entry))).unwrap_or_default();
            return Err(format!("the lock lists other places that nothing reaches than there are{such_as}"));
        }
    }
    let found = found.acknowledged_as(&known);
    if spec.accuracy.unreached == compiled_ai_core::spec::Unreached::Acknowledge && found.open() > 0 && !update {
        let open = found.unreached.iter().filter(|entry| !entry.acknowledged);
        let places: Vec<String> = open.map(|entry| format!("{}: {}", place(entry), entry.reached)).collect();
        return Err(format!("these places are not acknowledged:\n{}", places.join("\n")));
    }
    Ok(found)
}

/// The artifact without the header that says what made it.
fn code(source: &str) -> &str {
    let header: usize = source.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    source[header..].trim_start_matches('\n')
}
