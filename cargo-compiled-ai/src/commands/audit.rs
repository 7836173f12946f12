//! `audit`: judges Rust files, and what is locked for specs, without trusting where they come from.

mod report;
mod sarif;
mod targets;

use std::collections::BTreeSet;
use std::path::Path;

use compiled_ai_compiler::bare;
use compiled_ai_compiler::validate::security::literals::Examples;
use compiled_ai_compiler::validate::security::{self, Names, Profile, Refusal, Signature};
use compiled_ai_compiler::validate::{Sandbox, Validator};
use compiled_ai_compiler::verify::{Verified, verify};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::codes::validation::UNREACHED;
use compiled_ai_core::coverage::Unreached;
use compiled_ai_core::diagnostic::{Code, Diagnostic};
use compiled_ai_core::files::Disk;
use compiled_ai_core::lock::ARTIFACT_FILE;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hit};

use super::progress::Progress;
use super::toolchain;
use super::verify::help;
use crate::Found;
use crate::arguments::Audit;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use targets::{Target, What};

/// A file and what was found about it.
struct Judged {
    /// The Rust file as messages name it; of a spec for which nothing is locked, where it would be.
    file: String,
    /// The spec that it is locked for.
    spec: Option<String>,
    /// Its text, as far as it was read.
    source: String,
    verdict: Verdict,
    /// What nothing reaches in it and nobody has acknowledged; known only with `--full`.
    unreached: Vec<Unreached>,
}

enum Verdict {
    Accepted,
    /// At least one problem.
    Refused(Vec<Problem>),
    Unjudged(Failure),
}

/// What is wrong with a file.
struct Problem {
    code: Code,
    /// The weakness in MITRE's list.
    cwe: Option<u32>,
    /// `None` if it concerns the file as a whole.
    at: Option<Region>,
    message: String,
    notes: Vec<String>,
    help: Vec<String>,
}

/// Lines and columns in characters, from 1; the end is exclusive.
#[derive(Clone, Copy)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Audits what is named.
pub(crate) fn run(arguments: &Audit) -> Result<Found, Failure> {
    let targets = targets::find(arguments)?;
    let mut validator = None;
    let mut judged = Vec::new();
    for target in targets {
        let one = judge(target, arguments, &mut validator)?;
        if arguments.json {
            println!("{}", report::json(&one));
        } else if !arguments.sarif {
            report::show(&one);
        }
        judged.push(one);
    }
    if arguments.sarif {
        println!("{:#}", sarif::log(&judged));
    }
    let summary = report::summary(&judged);
    if judged.iter().any(|one| matches!(one.verdict, Verdict::Unjudged(_))) {
        return Err(Failure::new(codes::NOT_JUDGED, "not everything can be judged").note(summary));
    }
    if judged.len() > 1 && !arguments.json && !arguments.sarif {
        anstream::eprintln!("{summary}");
    }
    let is_refused = judged.iter().any(|one| matches!(one.verdict, Verdict::Refused(_)));
    Ok(if is_refused { Found::Problems } else { Found::Nothing })
}

/// # Errors
/// This machine can't run the other stages.
fn judge(target: Target, arguments: &Audit, validator: &mut Option<Validator>) -> Result<Judged, Failure> {
    let Target { shown, what } = target;
    match what {
        What::Nothing(failure) => Ok(Judged::unjudged(shown, None, failure)),
        What::File(path) => match targets::read(&path, &shown) {
            Err(failure) => Ok(Judged::unjudged(shown, None, failure)),
            Ok(source) => judge_file(shown, source, arguments, validator),
        },
        What::Spec(file) => judge_spec(&file, arguments),
    }
}

/// A file that belongs to no spec.
fn judge_file(
    shown: String,
    source: String,
    arguments: &Audit,
    validator: &mut Option<Validator>,
) -> Result<Judged, Failure> {
    let types = BTreeSet::new();
    let names = |signature| Names { types: &types, signature };
    let verdict = Verdict::of(check(&source, &names(Signature::Either), None));
    if !arguments.full || matches!(verdict, Verdict::Refused(_)) {
        return Ok(Judged { file: shown, spec: None, source, verdict, unreached: vec![] });
    }
    let Ok(accepted) = security::check(&source, Profile::gate_1(), &names(Signature::Text)) else {
        let failure = Failure::new(codes::NOT_JUDGED, format!("`{shown}` has no examples to run"))
            .note("`--full` runs what is locked for specs, and files with `pub fn run(input: &str) -> String`")
            .help("leave `--full` away, or name its spec");
        return Ok(Judged::unjudged(shown, None, failure));
    };
    let is_quiet = arguments.json || arguments.sarif;
    let progress = (!is_quiet).then(|| Progress::new(&shown, false));
    if validator.is_none() {
        let mut working = |what: &str| progress.iter().for_each(|progress| progress.begin(what));
        let manifest = arguments.manifest_path.as_deref();
        let kit = toolchain::kit_of_folder(manifest, arguments.offline, &mut working)?;
        *validator = Some(Validator { kit, sandbox: Sandbox::new()? });
    }
    let Some(validator) = validator else { return Err(Failure::new(codes::NOT_JUDGED, "no validator")) };
    let mut on_stage = |event| progress.iter().for_each(|progress| progress.validate(event));
    let verdict = match bare::check(&accepted.source, validator, &mut on_stage)? {
        None => Verdict::Accepted,
        Some(bare::Refused { stage, why }) => Verdict::Refused(vec![Problem {
            code: codes::NOT_VERIFIED,
            cwe: None,
            at: None,
            message: format!("it does not pass {stage}"),
            notes: vec![why],
            help: vec!["bound every loop and recursion, and return a value where something can go wrong".to_owned()],
        }]),
    };
    Ok(Judged { file: shown, spec: None, source, verdict, unreached: vec![] })
}

fn judge_spec(file: &SpecFile, arguments: &Audit) -> Result<Judged, Failure> {
    let path = file.lock_folder().join(ARTIFACT_FILE);
    let shown = project::show(&path);
    let unjudged = |failure| Ok(Judged::unjudged(shown.clone(), Some(file.shown.clone()), failure));
    let Some(spec) = file.load().spec else {
        let failure = Failure::new(codes::NOT_JUDGED, format!("`{}` has problems", file.shown));
        return unjudged(failure.help(format!("`cargo compiled-ai check {}` shows them", file.shown)));
    };
    if !Path::exists(&path) {
        let failure = Failure::new(codes::NOT_JUDGED, format!("nothing is locked for `{}`", file.shown));
        return unjudged(failure.help(format!("run `cargo compiled-ai compile {}`", file.shown)));
    }
    let source = match targets::read(&path, &shown) {
        Ok(source) => source,
        Err(failure) => return unjudged(failure),
    };
    let types = emit::named_types(&spec).map(str::to_owned).collect();
    let names = Names { types: &types, signature: Signature::Template };
    let mut verdict = Verdict::of(check(&source, &names, Some(&spec)));
    let mut unreached = vec![];
    if arguments.full && matches!(verdict, Verdict::Accepted) {
        (verdict, unreached) = other_stages(file, &spec, arguments)?;
    }
    Ok(Judged { file: shown, spec: Some(file.shown.clone()), source, verdict, unreached })
}

/// The security stage: the gate, and what literals may not hold.
fn check(source: &str, names: &Names<'_>, spec: Option<&Spec>) -> Result<(), Vec<Refusal>> {
    let examples = spec.map(Examples::of);
    security::check_with_literals(source, Profile::gate_1(), names, examples.as_ref()).map(|_| ())
}

/// Runs what is locked through the stages after security.
fn other_stages(file: &SpecFile, spec: &Spec, arguments: &Audit) -> Result<(Verdict, Vec<Unreached>), Failure> {
    let hit = match hit::look_up_unreviewed(&Disk, &file.lock_folder(), spec, &file.shown) {
        Ok(hit) => hit,
        Err(problem) => return Ok((Verdict::Refused(vec![Problem::of_the_lock(*problem)]), vec![])),
    };
    let is_quiet = arguments.json || arguments.sarif;
    let progress = (!is_quiet).then(|| Progress::new(&file.stem(), false));
    let mut working = |what: &str| progress.iter().for_each(|progress| progress.begin(what));
    let kit = toolchain::kit(&file.krate, spec.target, arguments.offline, &mut working)?;
    let validator = Validator { kit, sandbox: Sandbox::new()? };
    let mut on_stage = |event| progress.iter().for_each(|progress| progress.validate(event));
    let verified = verify(spec, &hit, false, &validator, &mut on_stage)?;
    Ok(match verified {
        Verified::Passed { lock, .. } => {
            let mut unreached = lock.coverage.map(|coverage| coverage.unreached).unwrap_or_default();
            unreached.retain(|entry| !entry.acknowledged);
            (Verdict::Accepted, unreached)
        }
        Verified::Refused { stage, why } => (
            Verdict::Refused(vec![Problem {
                code: codes::NOT_VERIFIED,
                cwe: None,
                at: None,
                message: format!("it does not pass {stage}"),
                notes: vec![why],
                help: vec![help(stage, file)],
            }]),
            vec![],
        ),
    })
}

impl Judged {
    fn unjudged(file: String, spec: Option<String>, failure: Failure) -> Self {
        Self { file, spec, source: String::new(), verdict: Verdict::Unjudged(failure), unreached: vec![] }
    }
}

impl Verdict {
    fn of(checked: Result<(), Vec<Refusal>>) -> Self {
        match checked {
            Ok(()) => Verdict::Accepted,
            Err(refusals) => Verdict::Refused(refusals.into_iter().map(Problem::of_the_gate).collect()),
        }
    }
}

impl Problem {
    fn of_the_gate(refusal: Refusal) -> Self {
        let Refusal { code, cwe, line, column, end_line, end_column, message, help } = refusal;
        let at = Some(Region { line, column, end_line, end_column });
        Self { code, cwe, at, message, notes: vec![], help: vec![help] }
    }

    /// A note: the file is accepted all the same.
    fn of_the_unreached(entry: &Unreached) -> Self {
        let at = Region { line: entry.line, column: entry.column, end_line: entry.line, end_column: entry.column };
        let message = format!("an unreached {}: {}", entry.what, entry.reached);
        let help = vec![format!("read it, then `cargo compiled-ai review --accept {}`", entry.id)];
        Self { code: UNREACHED, cwe: None, at: Some(at), message, notes: vec![], help }
    }

    /// Its places are in the lock and the spec, not in the code.
    fn of_the_lock(problem: Diagnostic) -> Self {
        let Diagnostic { code, message, notes, help, .. } = problem;
        Self { code, cwe: None, at: None, message, notes, help }
    }
}
