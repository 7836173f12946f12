//! Stages 2 to 4, one after the other.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::Verdicts;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::Split;

use super::accuracy::{self, Report};
use super::component::{self, Difference};
use super::coverage;
use super::execution::{self, Answered, Module, Outcome, Runs, Sandbox, Transcript};
use super::generate::Input;
use super::perturb::{self, HardCoded};
use super::syntax::{self, Built, CompileError};
use crate::kit::Kit;

/// Takes candidates that have passed the security stage through the others.
#[derive(Debug, Clone)]
pub struct Validator {
    /// What candidates are compiled against.
    pub kit: Kit,
    /// What runs them.
    pub sandbox: Sandbox,
}

/// A stage of validation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 2: does it compile?
    Syntax,
    /// 3: does it run, on every example?
    Execution,
    /// 4: are the answers right?
    Accuracy,
    /// For `target: wasm`: does the component that is shipped answer as the native program does?
    Component,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stage::Syntax => "syntax",
            Stage::Execution => "execution",
            Stage::Accuracy => "accuracy",
            Stage::Component => "component",
        })
    }
}

/// News of a validation in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageEvent {
    /// A stage begins.
    Started(Stage),
    /// A stage has ended.
    Finished {
        /// Which.
        stage: Stage,
        /// Whether the candidate passed it.
        passed: bool,
        /// How long it took.
        took: Duration,
    },
}

/// What the stages found.
#[derive(Debug, Clone)]
pub struct Verdict<'a> {
    /// The findings of the last stage that was reached.
    pub findings: Findings<'a>,
    /// How long each stage took that was reached.
    pub times: Vec<(Stage, Duration)>,
    /// What a component is compared with; present if it passed all stages.
    pub proven: Option<Arc<Proven>>,
}

/// A candidate that passed all stages, built, with every input that it was run on.
#[derive(Debug)]
pub struct Proven {
    built: Built,
    runs: execution::Proven,
}

impl Proven {
    /// The inputs, with what came of them in the sandbox and natively alike.
    pub(super) fn answered(&self) -> &[Answered] {
        &self.runs.answered
    }

    /// What comes of another input; `None` if it fails on it or can't be called with it.
    pub(super) fn ask(&self, spec: &Spec, input: &Input) -> Option<Outcome> {
        self.runs.ask(&self.built.program, spec, input)
    }
}

/// What the last stage that was reached found.
#[derive(Debug, Clone)]
pub enum Findings<'a> {
    /// It does not compile: at least one error.
    Syntax(Vec<CompileError>),
    /// On some example, or on some input that was made, it failed to run. The report covers the others as well.
    Execution(Report<'a>),
    /// It ran everywhere, and too few answers are right.
    Accuracy(Report<'a>),
    /// It is right often enough, and knows the examples by heart.
    HardCoded(Report<'a>, HardCoded),
    /// It passed all stages.
    Passed(Report<'a>),
}

impl Validator {
    /// Takes `candidate` through the stages. `candidate` is the text that the security stage returned, `hash` that of the spec.
    ///
    /// # Errors
    /// The machine can't validate: no linker, no temporary folder, a sandbox that refuses every module. A candidate's own
    /// faults are findings.
    pub fn validate<'a>(
        &self,
        spec: &Spec,
        hash: &Hash,
        split: &Split<'a>,
        candidate: &str,
        on_stage: &mut dyn FnMut(StageEvent),
    ) -> Result<Verdict<'a>, Box<Diagnostic>> {
        let mut clock = Clock { times: vec![], on_stage };
        // The instrumented text is compiled, and run, before it is known whether that will be needed: one core of two has nothing to do.
        let subject = coverage::Subject { spec, hash, split, candidate };
        let load = |wasm: Vec<u8>| {
            let instrumented = coverage::compile(&self.kit, &self.sandbox, &subject);
            Ok((self.sandbox.load(&wasm)?, instrumented))
        };
        let compile = || syntax::compile(&self.kit, spec, hash, candidate, load);
        let (built, (module, instrumented)) = match clock.time(Stage::Syntax, compile, Result::is_ok)? {
            Ok(built) => built,
            Err(errors) => return Ok(Verdict { findings: Findings::Syntax(errors), times: clock.times, proven: None }),
        };
        let is_wanted = AtomicBool::new(true);
        let (judged, measured) = thread::scope(|scope| {
            let measured = scope.spawn(|| coverage::attempt(&subject, instrumented, &is_wanted));
            let judged = self.judge(&subject, &built, &module, &mut clock);
            is_wanted.store(matches!(judged, Ok((Findings::Passed(_), ..))), Ordering::Relaxed);
            (judged, measured.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (mut findings, transcript, proven) = judged?;
        let mut proven = proven.map(|runs| Arc::new(Proven { built, runs }));
        match &mut findings {
            Findings::Passed(report) => {
                let coverage = coverage::measure(&self.kit, &self.sandbox, &subject, &transcript, measured)?;
                report.coverage = Some(coverage);
            }
            _ => proven = None,
        }
        Ok(Verdict { findings, times: clock.times, proven })
    }

    /// The stages that run what was built.
    fn judge<'a>(
        &self,
        subject: &coverage::Subject<'_, 'a>,
        built: &Built,
        module: &Module,
        clock: &mut Clock<'_>,
    ) -> Result<(Findings<'a>, Transcript, Option<execution::Proven>), Box<Diagnostic>> {
        let coverage::Subject { spec, hash, split, .. } = subject;
        let run = || execution::run(module, built, spec, hash, split);
        let Runs { shown, held_out, generated, proven, transcript } =
            clock.time(Stage::Execution, run, Runs::all_ran)?;
        let report = accuracy::judge(spec, &shown, &held_out, generated);
        if !report.ran() {
            return Ok((Findings::Execution(report), transcript, None));
        }
        let reaches = report.reaches(spec);
        // What is not right often enough is repaired first: only then is it worth asking how it knows.
        let hard_coded = clock.time(
            Stage::Accuracy,
            || Ok(if reaches { perturb::check(module, &built.program, spec, &shown) } else { None }),
            |hard_coded| reaches && hard_coded.is_none(),
        )?;
        let findings = match hard_coded {
            Some(hard_coded) => Findings::HardCoded(report, hard_coded),
            None if reaches => Findings::Passed(report),
            None => Findings::Accuracy(report),
        };
        Ok((findings, transcript, proven))
    }

    /// Makes the component of a candidate that passed every stage, for `target: wasm`, and puts every input to it once more.
    ///
    /// The outer error is trouble with the toolchain, the inner one an input on which the component answers differently.
    ///
    /// # Errors
    /// The component can't be made.
    pub fn component(
        &self,
        spec: &Spec,
        hash: &Hash,
        candidate: &str,
        proven: &Proven,
        on_stage: &mut dyn FnMut(StageEvent),
    ) -> Result<Result<Vec<u8>, Difference>, Box<Diagnostic>> {
        let mut clock = Clock { times: vec![], on_stage };
        let make = || component::make(&self.kit, spec, hash, candidate, proven);
        clock.time(Stage::Component, make, Result::is_ok)
    }
}

impl Verdict<'_> {
    /// Whether it passed all stages.
    pub fn passed(&self) -> bool {
        matches!(self.findings, Findings::Passed(_))
    }

    /// The stage that it did not pass.
    pub fn failed(&self) -> Option<Stage> {
        match self.findings {
            Findings::Syntax(_) => Some(Stage::Syntax),
            Findings::Execution(_) => Some(Stage::Execution),
            Findings::Accuracy(_) | Findings::HardCoded(..) => Some(Stage::Accuracy),
            Findings::Passed(_) => None,
        }
    }

    /// Writes the verdict of each stage that was reached, in a few words, into a lock's record of an attempt.
    pub fn record(&self, verdicts: &mut Verdicts) {
        let passed = || Some("passed".to_owned());
        let report = match &self.findings {
            Findings::Syntax(errors) => {
                verdicts.syntax = Some(count(errors.len(), "error"));
                return;
            }
            Findings::Execution(report)
            | Findings::Accuracy(report)
            | Findings::HardCoded(report, _)
            | Findings::Passed(report) => report,
        };
        verdicts.syntax = passed();
        if let Findings::Execution(_) = self.findings {
            let parts = std::iter::once(&report.shown).chain(&report.held_out);
            let failures = parts.flat_map(|part| part.failures.values()).sum();
            let (failures, what) = match report.generated.findings.len() {
                0 => (failures, "example"),
                findings => (findings, "generated input"),
            };
            verdicts.execution = Some(format!("{} failed", count(failures, what)));
            return;
        }
        verdicts.execution = passed();
        verdicts.accuracy = match &self.findings {
            Findings::Passed(_) => passed(),
            Findings::HardCoded(..) => Some("answers do not follow the input".to_owned()),
            _ => {
                let of = |part: &accuracy::PartReport| {
                    format!("{} of {}", part.accuracy.examples.right, part.accuracy.examples.of)
                };
                let held_out = report.held_out.as_ref().map(|part| format!(", {} held out", of(part)));
                Some(format!("{} shown{}", of(&report.shown), held_out.unwrap_or_default()))
            }
        };
    }
}

fn count(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Times stages and tells of them.
struct Clock<'e> {
    times: Vec<(Stage, Duration)>,
    on_stage: &'e mut dyn FnMut(StageEvent),
}

impl Clock<'_> {
    fn time<T>(
        &mut self,
        stage: Stage,
        run: impl FnOnce() -> Result<T, Box<Diagnostic>>,
        passed: impl FnOnce(&T) -> bool,
    ) -> Result<T, Box<Diagnostic>> {
        (self.on_stage)(StageEvent::Started(stage));
        let started = Instant::now();
        let result = run()?;
        let took = started.elapsed();
        self.times.push((stage, took));
        (self.on_stage)(StageEvent::Finished { stage, passed: passed(&result), took });
        Ok(result)
    }
}
