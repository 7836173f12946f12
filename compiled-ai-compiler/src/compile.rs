//! The whole way from a spec to a lock: ask, gate, validate, repair, lock.
//!
//! Stages never call each other. Each attempt goes through them in order until one refuses it; what it says becomes the
//! [`Feedback`] of the next attempt. Only a candidate that passed all four is locked.

mod artifact;
mod event;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::emit;
use compiled_ai_core::hash::{self, Hash};
use compiled_ai_core::hit;
use compiled_ai_core::lock::{self, Attempt, ExampleCounts, Lock, LockedSpec, Verdicts};
use compiled_ai_core::spec::{Spec, Target};
use compiled_ai_core::split::{Split, split};

use crate::ask::{Answer, Asker};
use crate::locking;
use crate::model::Stop;
use crate::prompt::{self, Feedback, Prompts};
use crate::reply;
use crate::validate::security::literals::Examples;
use crate::validate::security::{self, Names, Profile, Signature};
use crate::validate::{Findings, Validator};

pub(crate) use artifact::{artifact, header_lines, made};
pub use event::{Event, Failed};

/// What is to be compiled.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The spec.
    pub spec: &'a Spec,
    /// The name of its file.
    pub file: &'a str,
    /// Where its artifact is locked.
    pub folder: &'a Path,
    /// How often a model is asked at most.
    pub attempts: u8,
    /// Where candidates that fail are kept, for a person to look at.
    pub rejected: &'a Path,
}

/// Compiles a spec and locks what passes.
///
/// # Errors
/// Nothing passed, or something on the way failed.
pub fn compile(
    job: Job<'_>,
    asker: &mut Asker<'_>,
    validator: &Validator,
    on_event: &mut dyn FnMut(Event),
) -> Result<Lock, Failed> {
    let split = split(job.spec);
    let profile = Profile::gate_1();
    let prompts = Prompts::new(job.spec, &split.shown, profile);
    let hash = hash::spec(job.spec);
    let compilation = Compilation {
        job,
        split,
        profile,
        examples: Examples::of(job.spec),
        prompts,
        hash,
        validator,
        attempts: vec![],
        judged: BTreeMap::new(),
        best: None,
    };
    compilation.run(asker, on_event)
}

/// The security stage for the candidate of `spec`; its types are what the candidate may name beside the kit.
pub(crate) fn gate(
    spec: &Spec,
    examples: &Examples,
    candidate: &str,
    profile: &Profile,
) -> Result<security::Accepted, Vec<security::Refusal>> {
    let types = emit::named_types(spec).map(str::to_owned).collect();
    let names = Names { types: &types, signature: Signature::Template };
    security::check_with_literals(candidate, profile, &names, Some(examples))
}

struct Compilation<'a> {
    job: Job<'a>,
    split: Split<'a>,
    profile: &'a Profile,
    examples: Examples,
    prompts: Prompts,
    hash: Hash,
    validator: &'a Validator,
    attempts: Vec<Attempt>,
    /// The attempt that first had each candidate, by the candidate's hash.
    judged: BTreeMap<Hash, usize>,
    best: Option<Judged>,
}

/// A candidate that did not pass.
#[derive(Debug, Clone)]
struct Judged {
    rank: Rank,
    feedback: Feedback,
}

/// How near a candidate came: the stage that refused it, then the share of shown examples that are right.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Rank {
    stage: u8,
    share: f64,
}

/// A candidate that passed.
struct Passed {
    source: String,
    accuracy: lock::Accuracies,
    /// For `target: wasm`.
    component: Option<Vec<u8>>,
    coverage: Option<Coverage>,
}

impl Compilation<'_> {
    fn run(mut self, asker: &mut Asker<'_>, on_event: &mut dyn FnMut(Event)) -> Result<Lock, Failed> {
        let mut prompt = self.prompts.first();
        for turn in asker.turns(self.job.attempts) {
            let mut feedback = None;
            for sample in 0..asker.candidates {
                let answer = asker.ask(&turn, sample, &prompt, self.attempts.len(), on_event)?;
                self.attempts.push(answer.attempt(&prompt.hash()));
                match self.judge(&answer, on_event)? {
                    Ok(passed) => {
                        let lock = self.lock(passed, &answer)?;
                        asker.locked();
                        return Ok(lock);
                    }
                    Err(judged) => feedback = Some(self.next(judged)),
                }
            }
            if let Some(feedback) = feedback {
                prompt = self.prompts.repair(&feedback);
            }
        }
        asker.ended();
        let feedback = self.best.as_ref().map(|best| best.feedback.text.clone()).unwrap_or_default();
        let kept = self.keep().ok();
        Err(Failed::NotCompiled { attempts: self.attempts, feedback, kept })
    }

    /// Takes a reply through the stages.
    fn judge(&mut self, answer: &Answer, on_event: &mut dyn FnMut(Event)) -> Result<Result<Passed, Judged>, Failed> {
        let number = self.attempts.len();
        let base = self.best.as_ref().and_then(|best| best.feedback.candidate.clone());
        let candidate = match answer.reply.stop {
            // Half a file may look like a whole one.
            Stop::Limit => Err("the reply was cut off at the limit of tokens; write less".to_owned()),
            Stop::Refused => Err("the model refuses to answer".to_owned()),
            Stop::End => reply::candidate(&answer.reply.text, base.as_deref()),
        };
        let candidate = match candidate {
            Ok(candidate) => candidate,
            Err(why) => {
                self.verdicts().reply = Some(why.clone());
                on_event(Event::NoCandidate(why.clone()));
                let rank = Rank { stage: 0, share: 0.0 };
                return Ok(Err(Judged { rank, feedback: Feedback::no_candidate(&why) }));
            }
        };
        let started = Instant::now();
        let accepted = gate(self.job.spec, &self.examples, &candidate, self.profile);
        on_event(Event::Security { passed: accepted.is_ok(), took: started.elapsed() });
        let source = match accepted {
            Ok(accepted) => accepted.source,
            Err(refusals) => {
                let found = format!("{} not allowed", counted(refusals.len(), "thing"));
                self.attempt().candidate = Some(Hash::of(&candidate).to_string());
                self.verdicts().security = Some(found.clone());
                on_event(Event::Found(found));
                let rank = Rank { stage: 1, share: -(refusals.len() as f64) };
                return Ok(Err(Judged { rank, feedback: Feedback::refused(&candidate, &refusals) }));
            }
        };
        let hash = Hash::of(&source);
        self.attempt().candidate = Some(hash.to_string());
        if let Some(first) = self.judged.get(&hash) {
            let why = format!("the same candidate as in attempt {first}");
            self.verdicts().reply = Some(why.clone());
            on_event(Event::NoCandidate(why.clone()));
            let rank = Rank { stage: 0, share: 0.0 };
            let feedback = Feedback::new(source, format!("It is {why}."));
            return Ok(Err(Judged { rank, feedback }));
        }
        self.judged.insert(hash, number);
        self.verdicts().security = Some("passed".to_owned());
        let mut on_stage = |event| on_event(Event::Stage(event));
        let verdict = self
            .validator
            .validate(self.job.spec, &self.hash, &self.split, &source, &mut on_stage)
            .map_err(Failed::Machine)?;
        verdict.record(self.verdicts());
        let verdicts = &self.attempts[number - 1].verdicts;
        let found = [&verdicts.accuracy, &verdicts.execution, &verdicts.syntax].into_iter().flatten().next();
        on_event(Event::Found(found.cloned().unwrap_or_default()));
        let share = |report: &crate::validate::Report<'_>| {
            hit::score(&report.shown.accuracy, self.job.spec.accuracy.of).share()
        };
        let spec = self.job.spec;
        let component = match (&verdict.proven, spec.target) {
            (Some(proven), Target::Wasm) => self
                .validator
                .component(spec, &self.hash, &source, proven, &mut |event| on_event(Event::Stage(event)))
                .map_err(Failed::Machine)?
                .map(Some),
            _ => Ok(None),
        };
        let component = match component {
            Ok(component) => component,
            Err(difference) => {
                let found = "answers differently as a component".to_owned();
                self.verdicts().execution = Some(found.clone());
                on_event(Event::Found(found));
                let feedback = Feedback::new(source, difference.to_string());
                return Ok(Err(Judged { rank: Rank { stage: 4, share: 1.0 }, feedback }));
            }
        };
        let (rank, feedback) = match &verdict.findings {
            Findings::Passed(report) => {
                let (accuracy, coverage) = (report.accuracies(), report.coverage.clone());
                return Ok(Ok(Passed { source, accuracy, component, coverage }));
            }
            Findings::Syntax(errors) => {
                let share = -(errors.len() as f64);
                (Rank { stage: 2, share }, Feedback::does_not_compile(&source, errors))
            }
            // One that ran on every example is as near as its answers are right: what it fails on is rarer.
            Findings::Execution(report) if report.examples_ran() => {
                (Rank { stage: 4, share: share(report) }, Feedback::mistaken(&source, spec, report))
            }
            Findings::Execution(report) => {
                (Rank { stage: 3, share: share(report) }, Feedback::mistaken(&source, spec, report))
            }
            Findings::HardCoded(report, hard_coded) => {
                let feedback = Feedback::new(source, hard_coded.to_string());
                // Behind any candidate that computes: what is right by heart is no base to go on from.
                (Rank { stage: 2, share: share(report) }, feedback)
            }
            Findings::Accuracy(report) => {
                (Rank { stage: 4, share: share(report) }, Feedback::mistaken(&source, spec, report))
            }
        };
        Ok(Err(Judged { rank, feedback }))
    }

    /// What the next prompt says: of the candidate that came nearest so far, which `judged` becomes unless it is a step back.
    fn next(&mut self, judged: Judged) -> Feedback {
        match &self.best {
            Some(best) if judged.rank < best.rank => {
                let step_back = format!(
                    "Your last reply was a step back and was dropped; what is above is the better one. It said:\n\n{}",
                    judged.feedback.text.lines().take(6).collect::<Vec<_>>().join("\n")
                );
                best.feedback.clone().after(&step_back)
            }
            _ => {
                let feedback = judged.feedback.clone();
                self.best = Some(judged);
                feedback
            }
        }
    }

    fn lock(mut self, passed: Passed, answer: &Answer) -> Result<Lock, Failed> {
        let Job { spec, file, folder, .. } = self.job;
        let maker = (answer.provider, answer.reply.model.as_str());
        let made = made(spec, self.profile, self.validator, maker, prompt::VERSION);
        let artifact = artifact(spec, file, &self.hash, &made, &passed.source);
        let lock = Lock {
            version: lock::VERSION,
            spec: LockedSpec {
                file: file.to_owned(),
                name: spec.name.clone(),
                hash: self.hash.to_string(),
                parts: hash::parts(spec).into_iter().map(|(key, hash)| (key.to_owned(), hash.to_string())).collect(),
            },
            artifact: BTreeMap::new(),
            made,
            examples: ExampleCounts {
                shown: self.split.shown.len(),
                in_prompt: self.prompts.examples,
                held_out: self.split.held_out.len(),
            },
            accuracy: passed.accuracy,
            coverage: passed.coverage.map(|coverage| coverage.below(header_lines(&artifact))),
            attempts: std::mem::take(&mut self.attempts),
        };
        let files = locking::Artifact { source: &artifact, component: passed.component.as_deref() };
        locking::write(folder, lock, files).map_err(Failed::NotWritten)
    }

    /// Keeps the candidate that came nearest, and why it failed.
    fn keep(&self) -> io::Result<PathBuf> {
        let folder = self.job.rejected;
        std::fs::create_dir_all(folder)?;
        if let Some(best) = &self.best {
            let candidate = best.feedback.candidate.as_deref().unwrap_or_default();
            crate::write::atomically(&folder.join("candidate.rs"), candidate.as_bytes())?;
            crate::write::atomically(&folder.join("feedback.md"), best.feedback.text.as_bytes())?;
        }
        Ok(folder.to_owned())
    }

    fn attempt(&mut self) -> &mut Attempt {
        self.attempts.last_mut().expect("a reply is judged only after its attempt was recorded")
    }

    fn verdicts(&mut self) -> &mut Verdicts {
        &mut self.attempt().verdicts
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
