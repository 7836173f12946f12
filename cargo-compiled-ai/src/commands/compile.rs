//! `compile`: has a model write what is missing or stale, checks it, locks it.

use std::time::Duration;

use compiled_ai_compiler::ask::Asker;
use compiled_ai_compiler::budget::{Purse, Short};
use compiled_ai_compiler::cache;
use compiled_ai_compiler::compile::{Failed, Job, compile};
use compiled_ai_compiler::locking;
use compiled_ai_compiler::price;
use compiled_ai_compiler::prompt::Prompts;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_compiler::validate::{Sandbox, Validator};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Disk;
use compiled_ai_core::lock::Lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, hit, render, split};
use serde_json::json;

use super::progress::Progress;
use super::{check, signature, toolchain};
use crate::Found;
use crate::arguments::Compile;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// How long to wait for another process that compiles the same spec: as long as five slow attempts.
const PATIENCE: Duration = Duration::from_secs(3600);

/// Compiles the selected specs, one after the other; a failure of one does not stop the others.
pub(crate) fn run(arguments: &Compile) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    for wanted in arguments.asking.limited() {
        project::one_of(wanted, &specs)?;
    }
    let mut found = Found::Nothing;
    let mut purse = Purse::default();
    let mut broke = None;
    for spec in &specs {
        let progress = Progress::new(&spec.stem(), arguments.json);
        match one(spec, arguments, &mut purse, &progress) {
            Ok(Found::Nothing) => {}
            Ok(Found::Problems) => found = Found::Problems,
            Err(failure) => {
                progress.end();
                progress.emit(json!({ "event": "failed", "code": failure.code.0, "message": failure.message }));
                if failure.code != codes::OVER_BUDGET {
                    return Err(failure);
                }
                // Another spec may need less.
                if let Some(earlier) = broke.replace(failure) {
                    earlier.show();
                }
            }
        }
    }
    broke.map_or(Ok(found), Err)
}

fn one(file: &SpecFile, arguments: &Compile, purse: &mut Purse, progress: &Progress) -> Result<Found, Failure> {
    let loaded = file.load();
    let report = |diagnostics: &[Diagnostic]| {
        if diagnostics.is_empty() {
            return;
        }
        progress.end();
        if arguments.json {
            let diagnostics: Vec<_> =
                diagnostics.iter().map(|diagnostic| check::diagnostic_json(diagnostic, &loaded.sources)).collect();
            progress.emit(json!({ "event": "diagnostics", "diagnostics": diagnostics }));
        } else {
            anstream::eprintln!("{}", render::styled(diagnostics, &loaded.sources));
        }
    };
    report(&loaded.diagnostics);
    let Some(spec) = &loaded.spec else { return Ok(Found::Problems) };
    let folder = file.lock_folder();
    if locking::is_unsettled(&folder) {
        let _guard = hold(file, progress)?;
        // Finishes what a killed process began; a folder that can't be written is met again when it matters.
        let _ = locking::settle(&folder);
    }
    if current(file, spec, arguments, progress) {
        return Ok(Found::Nothing);
    }
    let config = arguments.asking.apply(&file.krate.config)?;
    let cache = toolchain::cache_folder()?;
    let mut asker = Asker::prepare(&config, &file.place(&cache), purse)?;
    let _guard = hold(file, progress)?;
    // Another process may have compiled it while this one waited.
    if current(file, spec, arguments, progress) {
        return Ok(Found::Nothing);
    }
    locking::probe(&folder).map_err(|error| not_written(file, &error).note("no model was asked"))?;
    // Before the kit, which may take a minute.
    let first = Prompts::new(spec, &split::split(spec).shown, Profile::gate_1()).first();
    asker.afford(&first).map_err(|short| over_budget(file, &short, 0))?;
    let kit = toolchain::kit(&file.krate, spec.target, arguments.offline, &mut |what| progress.begin(what))?;
    let sandbox = Sandbox::new()?;
    let validator = Validator { kit, sandbox };
    let file_name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let rejected =
        toolchain::cache_folder()?.join("rejected").join(format!("{}-{}", file.stem(), hash::spec(spec).short()));
    let job = Job { spec, file: &file_name, folder: &folder, attempts: config.attempts(), rejected: &rejected };
    let signed = signature::will_go(file);
    let result = compile(job, &mut asker, &validator, &mut |event| progress.compile(&event));
    progress.end();
    match result {
        Ok(lock) => {
            locked(spec, &lock, file, progress);
            signature::gone(signed, file, progress);
            Ok(Found::Nothing)
        }
        Err(Failed::NotCompiled { attempts, feedback, kept }) => {
            not_compiled(file, attempts.len(), &feedback, kept.as_deref(), progress);
            Ok(Found::Problems)
        }
        Err(Failed::Provider(error)) => {
            let mut failure = Failure::new(error.code, error.message).help(error.help);
            failure.notes = error.notes;
            let before = asker.ids.len();
            Err(if before > 0 {
                failure.note(format!("{} kept, and not paid for again when this is run again", replies(before)))
            } else {
                failure
            })
        }
        Err(Failed::OverBudget { short, attempts }) => Err(over_budget(file, &short, attempts)),
        Err(Failed::Machine(problem)) => Err(problem.into()),
        Err(Failed::NotWritten(error)) => Err(not_written(file, &error)),
    }
}

fn over_budget(file: &SpecFile, short: &[Short], attempts: usize) -> Failure {
    let what = if attempts == 0 { "asking a model" } else { "another attempt" };
    let mut failure =
        Failure::new(codes::OVER_BUDGET, format!("the budget does not allow {what} for `{}`", file.shown));
    for Short { spec, limit, spent, left, needed } in short {
        let whose = if spec.is_some() { "this spec" } else { "the run" };
        failure = failure.note(format!(
            "{whose} may take {limit} and has taken {spent}; {left} is left, and the next request could take {needed}"
        ));
    }
    if attempts > 0 {
        failure = failure
            .note(format!("{} kept, and not paid for again when this is run with a higher limit", replies(attempts)));
    }
    failure.help(format!(
        "raise the limit, or lower `max_output_tokens`; `cargo compiled-ai plan {}` shows what is likely and what is possible",
        file.stem()
    ))
}

fn replies(count: usize) -> String {
    if count == 1 { "1 reply is".to_owned() } else { format!("{count} replies are") }
}

/// Keeps other processes from writing what is locked for `file`.
pub(super) fn hold(file: &SpecFile, progress: &Progress) -> Result<cache::Guard, Failure> {
    let (cache, folder) = (toolchain::cache_folder()?, file.lock_folder());
    let waiting = || progress.begin("waiting for another process that compiles this spec");
    cache::exclusive(&cache, &folder, PATIENCE, waiting).map_err(|error| {
        Failure::new(codes::BUSY, format!("`{}` can't be compiled now: {error}", file.shown))
            .note(format!(
                "another process works on `{}`, or the lock in `{}` can't be taken",
                project::show(&folder),
                cache.display()
            ))
            .help("wait for the other process, or set `COMPILED_AI_CACHE` to a folder that can be written")
    })
}

/// Whether nothing needs to be done; says so.
fn current(file: &SpecFile, spec: &Spec, arguments: &Compile, progress: &Progress) -> bool {
    let folder = file.lock_folder();
    if arguments.force {
        return false;
    }
    // What nobody has acknowledged yet is there all the same: asking a model again would not change that.
    let Ok(hit) = hit::look_up_unreviewed(&Disk, &folder, spec, &file.shown) else { return false };
    let name = emit::spec_name(spec, &hash::spec(spec));
    progress.emit(json!({ "event": "current", "name": name }));
    progress.line(style::DONE, "current", &format!("{name}, {}", check::figures(&hit.lock.accuracy)));
    hit.lock.coverage.iter().for_each(|coverage| unreached(coverage, file, progress));
    true
}

fn locked(spec: &Spec, lock: &Lock, file: &SpecFile, progress: &Progress) {
    let name = emit::spec_name(spec, &hash::spec(spec));
    let tokens = |pick: fn(&compiled_ai_core::lock::Attempt) -> u64| lock.attempts.iter().map(pick).sum::<u64>();
    let (tokens_in, tokens_out) = (tokens(|attempt| attempt.tokens_in), tokens(|attempt| attempt.tokens_out));
    progress.emit(json!({
        "event": "locked", "name": name, "attempts": lock.attempts.len(), "tokens_in": tokens_in, "tokens_out": tokens_out,
        "accuracy": check::figures(&lock.accuracy),
    }));
    let attempts =
        if lock.attempts.len() == 1 { "1 attempt".to_owned() } else { format!("{} attempts", lock.attempts.len()) };
    let figures = check::figures(&lock.accuracy);
    let cost = dollars(&lock.attempts).map(|cost| format!(", {cost}")).unwrap_or_default();
    progress.line(
        style::DONE,
        "locked",
        &format!(
            "{name}, {figures}, {attempts}, {tokens_in} + {tokens_out} tokens{cost}; commit {}",
            project::show(&file.lock_folder())
        ),
    );
    lock.coverage.iter().for_each(|coverage| unreached(coverage, file, progress));
}

/// Tells what nothing reaches and nobody has acknowledged.
pub(super) fn unreached(coverage: &Coverage, file: &SpecFile, progress: &Progress) {
    let mut open = coverage.clone();
    open.unreached.retain(|entry| !entry.acknowledged);
    progress.emit(json!({ "event": "unreached", "places": coverage.places, "open": open.unreached.len() }));
    if open.open() > 0 {
        let stem = file.stem();
        progress.line(style::WARN, "unreached", &format!("{}; `cargo compiled-ai review {stem}`", open.summary()));
    }
}

/// What attempts cost together, if all of them have a price.
fn dollars(attempts: &[compiled_ai_core::lock::Attempt]) -> Option<String> {
    let sum: f64 = attempts.iter().map(|attempt| attempt.dollars).sum::<Option<f64>>()?;
    Some(price::dollars(rust_decimal::Decimal::try_from(sum).ok()?))
}

fn not_compiled(file: &SpecFile, attempts: usize, feedback: &str, kept: Option<&std::path::Path>, progress: &Progress) {
    progress
        .emit(json!({ "event": "not_compiled", "code": codes::NOT_COMPILED.0, "attempts": attempts, "why": feedback }));
    if progress.is_json() {
        return;
    }
    let mut failure = Failure::new(
        codes::NOT_COMPILED,
        format!("no candidate for `{}` passed every stage in {attempts} attempts", file.shown),
    )
    .note(feedback);
    if let Some(kept) = kept {
        failure = failure.note(format!("the candidate that came nearest is kept in `{}`", kept.display()));
    }
    failure
        .help("where a rule leaves the case open, add a rule; where the candidate could not know, show an example")
        .help(format!("`cargo compiled-ai explain {}`", codes::NOT_COMPILED))
        .show();
}

pub(super) fn not_written(file: &SpecFile, error: &std::io::Error) -> Failure {
    let shown = project::show(&file.lock_folder());
    Failure::new(codes::NOT_WRITTEN, format!("`{shown}` can't be written: {error}"))
        .note("what was locked before is untouched")
        .help("free space or fix the permissions, and run this again")
}
