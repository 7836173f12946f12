//! From a spec's file to its lock: everything that `cargo compiled-ai compile` and a build that generates do alike, from waiting
//! for other processes to the words for what went wrong.

use std::path::Path;
use std::time::Duration;

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Disk;
use compiled_ai_core::hit::Hit;
use compiled_ai_core::lock::{Lock, SIGNATURE_FILE};
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{hash, hit, split};

use crate::ask::{Asker, Place};
use crate::budget::{Purse, Short};
use crate::cache;
use crate::compile::{Event, Failed, Job, compile};
use crate::config::{Config, ConfigError};
use crate::locking;
use crate::model::ProviderError;
use crate::project::{self, show};
use crate::prompt::Prompts;
use crate::validate::security::Profile;
use crate::validate::{Sandbox, Validator};

/// How long to wait for another process that compiles the same spec: as long as five slow attempts.
const PATIENCE: Duration = Duration::from_secs(3600);

/// What is to be compiled, and how.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The spec.
    pub spec: &'a Spec,
    /// Its file.
    pub file: &'a Path,
    /// Where it belongs, and where what is paid for is kept.
    pub place: &'a Place,
    /// The settings that hold.
    pub config: &'a Config,
    /// Whether what is locked and current is compiled all the same.
    pub force: bool,
    /// Whether the kit is built without downloading anything.
    pub offline: bool,
}

/// What goes on.
#[derive(Debug)]
pub enum News<'a> {
    /// Something began that may take a while.
    Began(&'a str),
    /// Candidates are compiled and run with less than full confinement: with this.
    Unconfined(&'a str),
    /// The compilation goes on.
    Compiling(&'a Event),
}

/// What was done.
#[derive(Debug)]
pub enum Done {
    /// Nothing: what is locked is current.
    Current(Box<Hit>),
    /// An artifact was made and locked.
    Locked {
        /// The lock.
        lock: Box<Lock>,
        /// Whether signatures went, which were over what was locked before.
        was_signed: bool,
    },
}

/// Why nothing was locked.
#[derive(Debug)]
pub enum Stopped {
    /// The settings can't be used.
    Config(ConfigError),
    /// No candidate passed every stage.
    NotCompiled {
        /// How many attempts there were.
        attempts: usize,
        /// What is wrong with the candidate that came nearest.
        feedback: String,
        /// The whole in words.
        problem: Box<Diagnostic>,
    },
    /// Something on the way failed before anything was paid for, or so that what was paid for is used the next time.
    Failed(Box<Diagnostic>),
    /// It ended after requests that were paid for: to go on with the same spec and settings would cost as much again.
    Paid(Box<Diagnostic>),
}

impl From<Box<Diagnostic>> for Stopped {
    fn from(problem: Box<Diagnostic>) -> Self {
        Self::Failed(problem)
    }
}

/// Compiles a spec, unless what is locked for it is current, and locks what passes.
///
/// # Errors
/// Why nothing was locked. What was locked before is untouched.
pub fn drive(order: Order<'_>, purse: &mut Purse, on_news: &mut dyn FnMut(News<'_>)) -> Result<Done, Stopped> {
    let Order { spec, place, config, .. } = order;
    let folder = place.lock.as_path();
    if locking::is_unsettled(folder) {
        let _guard = hold(place, &mut |what| on_news(News::Began(what)))?;
        // Finishes what a killed process began; a folder that can't be written is met again when it matters.
        let _ = locking::settle(folder);
    }
    if let Some(current) = current(order) {
        return Ok(current);
    }
    let mut asker = Asker::prepare(config, place, purse).map_err(Stopped::Config)?;
    let _guard = hold(place, &mut |what| on_news(News::Began(what)))?;
    // Another process may have compiled it while this one waited.
    if let Some(current) = current(order) {
        return Ok(current);
    }
    locking::probe(folder).map_err(|error| Box::new(not_written(folder, &error).note("no model was asked")))?;
    // Before the kit, which may take a minute.
    let first = Prompts::new(spec, &split::split(spec).shown, Profile::gate_1()).first();
    asker.afford(&first).map_err(|short| over_budget(place, &short, 0))?;
    let kit = project::kit(&place.krate, spec.target, order.offline, &mut |what| on_news(News::Began(what)))?;
    if !kit.jail().confines_files() {
        on_news(News::Unconfined(kit.jail().describe()));
    }
    let validator = Validator { kit, sandbox: Sandbox::new()? };
    let name = order.file.file_name().unwrap_or_default().to_string_lossy();
    let rejected = place.cache.join("rejected").join(format!("{}-{}", place.stem, hash::spec(spec).short()));
    let job = Job { spec, file: &name, folder, attempts: config.attempts(), rejected: &rejected };
    let was_signed = folder.join(SIGNATURE_FILE).exists();
    match compile(job, &mut asker, &validator, &mut |event| on_news(News::Compiling(&event))) {
        Ok(lock) => Ok(Done::Locked { lock: Box::new(lock), was_signed }),
        Err(Failed::NotCompiled { attempts, feedback, kept }) => {
            let problem = Box::new(not_compiled(place, attempts.len(), &feedback, kept.as_deref()));
            Err(Stopped::NotCompiled { attempts: attempts.len(), feedback, problem })
        }
        Err(Failed::Provider(error)) => {
            let stopped = if error.spent.is_some() { Stopped::Paid } else { Stopped::Failed };
            Err(stopped(no_reply(error, asker.ids.len())))
        }
        Err(Failed::OverBudget { short, attempts }) => {
            let stopped = if attempts > 0 { Stopped::Paid } else { Stopped::Failed };
            Err(stopped(over_budget(place, &short, attempts)))
        }
        Err(Failed::Machine(problem)) => Err(problem.into()),
        Err(Failed::NotWritten(error)) => Err(Box::new(not_written(folder, &error)).into()),
    }
}

/// Keeps other processes from writing what is locked at `place`.
///
/// # Errors
/// Another process does not finish.
pub fn hold(place: &Place, on_waiting: &mut dyn FnMut(&str)) -> Result<cache::Guard, Box<Diagnostic>> {
    let waiting = || on_waiting("waiting for another process that compiles this spec");
    cache::exclusive(&place.cache, &place.lock, PATIENCE, waiting).map_err(|error| {
        Box::new(
            Diagnostic::error(codes::BUSY, format!("`{}` can't be compiled now: {error}", place.shown))
                .note(format!(
                    "another process works on `{}`, or the lock in `{}` can't be taken",
                    show(&place.lock),
                    place.cache.display()
                ))
                .help("wait for the other process, or set `COMPILED_AI_CACHE` to a folder that can be written"),
        )
    })
}

/// That what is locked can't be written.
pub fn not_written(folder: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(codes::NOT_WRITTEN, format!("`{}` can't be written: {error}", show(folder)))
        .note("what was locked before is untouched")
        .help("free space or fix the permissions, and run this again")
}

fn current(order: Order<'_>) -> Option<Done> {
    if order.force {
        return None;
    }
    // What nobody has acknowledged yet is there all the same: asking a model again would not change that.
    let hit = hit::look_up_unreviewed(&Disk, &order.place.lock, order.spec, &order.place.shown).ok()?;
    Some(Done::Current(Box::new(hit)))
}

fn over_budget(place: &Place, short: &[Short], attempts: usize) -> Box<Diagnostic> {
    let what = if attempts == 0 { "asking a model" } else { "another attempt" };
    let mut problem =
        Diagnostic::error(codes::OVER_BUDGET, format!("the budget does not allow {what} for `{}`", place.shown));
    for Short { spec, limit, spent, left, needed } in short {
        let whose = if spec.is_some() { "this spec" } else { "the run" };
        problem = problem.note(format!(
            "{whose} may take {limit} and has taken {spent}; {left} is left, and the next request could take {needed}"
        ));
    }
    if attempts > 0 {
        problem = problem
            .note(format!("{} kept, and not paid for again when this is run with a higher limit", replies(attempts)));
    }
    Box::new(problem.help(format!(
        "raise the limit, or lower `max_output_tokens`; `cargo compiled-ai plan {}` shows what is likely and what is possible",
        place.stem
    )))
}

fn no_reply(error: ProviderError, before: usize) -> Box<Diagnostic> {
    let mut problem = Diagnostic::error(error.code, error.message).help(error.help);
    problem.notes = error.notes;
    if before > 0 {
        problem = problem.note(format!("{} kept, and not paid for again when this is run again", replies(before)));
    }
    Box::new(problem)
}

fn not_compiled(place: &Place, attempts: usize, feedback: &str, kept: Option<&Path>) -> Diagnostic {
    let attempts = if attempts == 1 { "1 attempt".to_owned() } else { format!("{attempts} attempts") };
    let message = format!("no candidate for `{}` passed every stage in {attempts}", place.shown);
    let mut problem = Diagnostic::error(codes::NOT_COMPILED, message).note(feedback);
    if let Some(kept) = kept {
        problem = problem.note(format!("the candidate that came nearest is kept in `{}`", kept.display()));
    }
    problem
        .help("where a rule leaves the case open, add a rule; where the candidate could not know, show an example")
        .help(format!("`cargo compiled-ai explain {}`", codes::NOT_COMPILED))
}

fn replies(count: usize) -> String {
    if count == 1 { "1 reply is".to_owned() } else { format!("{count} replies are") }
}
