//! `compile`: has a model write what is missing or stale, checks it, locks it.

use compiled_ai_compiler::budget::Purse;
use compiled_ai_compiler::drive::{self, Done, News, Order, Stopped, drive};
use compiled_ai_compiler::{cache, price};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::lock::Lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, render};
use serde_json::json;

use super::progress::Progress;
use super::{check, signature, toolchain};
use crate::Found;
use crate::arguments::Compile;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

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
    let config = arguments.asking.apply(&file.krate.config)?;
    let place = file.place(&toolchain::cache_folder()?);
    let order = Order {
        spec,
        file: &file.path,
        place: &place,
        config: &config,
        force: arguments.force,
        offline: arguments.offline,
    };
    let done = drive(order, purse, &mut |news| match news {
        News::Began(what) => progress.begin(what),
        News::Unconfined(jail) => toolchain::unconfined(jail),
        News::Compiling(event) => progress.compile(event),
    });
    progress.end();
    match done {
        Ok(Done::Current(hit)) => {
            current(spec, &hit.lock, file, progress);
            Ok(Found::Nothing)
        }
        Ok(Done::Locked { lock, was_signed }) => {
            locked(spec, &lock, file, progress);
            signature::gone(was_signed, file, progress);
            Ok(Found::Nothing)
        }
        Err(Stopped::NotCompiled { attempts, feedback, problem }) => {
            progress.emit(json!({
                "event": "not_compiled", "code": problem.code.0, "attempts": attempts, "why": feedback,
            }));
            if !progress.is_json() {
                Failure::from(problem).show();
            }
            Ok(Found::Problems)
        }
        Err(Stopped::Config(error)) => Err(error.into()),
        Err(Stopped::Failed(problem) | Stopped::Paid(problem)) => Err(problem.into()),
    }
}

/// Keeps other processes from writing what is locked for `file`.
pub(super) fn hold(file: &SpecFile, progress: &Progress) -> Result<cache::Guard, Failure> {
    let place = file.place(&toolchain::cache_folder()?);
    Ok(drive::hold(&place, &mut |what| progress.begin(what))?)
}

fn current(spec: &Spec, lock: &Lock, file: &SpecFile, progress: &Progress) {
    let name = emit::spec_name(spec, &hash::spec(spec));
    progress.emit(json!({ "event": "current", "name": name }));
    progress.line(style::DONE, "current", &format!("{name}, {}", check::figures(&lock.accuracy)));
    lock.coverage.iter().for_each(|coverage| unreached(coverage, file, progress));
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

pub(super) fn not_written(file: &SpecFile, error: &std::io::Error) -> Failure {
    Box::new(drive::not_written(&file.lock_folder(), error)).into()
}
