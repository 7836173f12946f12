//! `check`: is every spec locked, current and intact?

use std::collections::BTreeSet;
use std::path::Path;

use compiled_ai_compiler::locking;
use compiled_ai_compiler::signing::Standing;
use compiled_ai_core::diagnostic::{Diagnostic, Sources};
use compiled_ai_core::emit;
use compiled_ai_core::files::{Disk, Files};
use compiled_ai_core::hash;
use compiled_ai_core::hit::{self, Hit};
use compiled_ai_core::lock::{Accuracies, FILES, FOLDER, NEXT, Score};
use compiled_ai_core::render;
use compiled_ai_core::spec::Spec;
use serde_json::json;

use super::signature;
use crate::Found;
use crate::arguments::Check;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// What is known of one spec without running anything.
pub(crate) enum State {
    /// Locked, current and intact.
    Locked {
        /// `name@hash`
        name: String,
        /// The spec.
        spec: Box<Spec>,
        /// What is locked.
        hit: Box<Hit>,
        /// Warnings about the spec.
        warnings: Vec<Diagnostic>,
    },
    /// Something is wrong.
    Wrong(Vec<Diagnostic>),
}

/// Checks the selected specs.
pub(crate) fn run(arguments: &Check) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    let (mut problems, mut misfits) = (0, 0);
    for spec in &specs {
        let (state, sources) = state(spec);
        let standing = signature::standing(spec, &signature::trusted(spec)?);
        let is_locked = matches!(state, State::Locked { .. });
        problems += usize::from(!is_locked);
        misfits += usize::from(is_locked && matches!(standing, Standing::DoesNotFit { .. }));
        if arguments.json {
            println!("{}", as_json(spec, &state, &standing, &sources));
        } else {
            show(spec, &state, &standing, &sources);
        }
    }
    if arguments.selection.specs.is_empty() && !arguments.json {
        orphans(&specs);
    }
    if problems > 0 && !arguments.json {
        anstream::eprintln!("{problems} of {} can't be linked", counted(specs.len()));
    }
    if misfits > 0 && !arguments.json {
        anstream::eprintln!("{misfits} of {} can be linked with a signature that does not fit", counted(specs.len()));
    }
    Ok(if problems + misfits == 0 { Found::Nothing } else { Found::Problems })
}

/// What is known of a spec, with the texts that its diagnostics point into.
pub(crate) fn state(spec: &SpecFile) -> (State, Sources) {
    state_by(spec, hit::look_up)
}

/// The same, whether or not somebody has acknowledged what nothing reaches.
pub(crate) fn state_unreviewed(spec: &SpecFile) -> (State, Sources) {
    state_by(spec, hit::look_up_unreviewed)
}

type LookUp = fn(&dyn Files, &Path, &Spec, &str) -> Result<Hit, Box<Diagnostic>>;

fn state_by(spec: &SpecFile, look_up: LookUp) -> (State, Sources) {
    let loaded = spec.load();
    let state = match loaded.spec {
        None => State::Wrong(loaded.diagnostics),
        Some(checked) => match look_up(&Disk, &spec.lock_folder(), &checked, &spec.shown) {
            Ok(hit) => State::Locked {
                name: emit::spec_name(&checked, &hash::spec(&checked)),
                spec: Box::new(checked),
                hit: Box::new(hit),
                warnings: loaded.diagnostics,
            },
            Err(problem) => State::Wrong(loaded.diagnostics.into_iter().chain([*problem]).collect()),
        },
    };
    (state, loaded.sources)
}

/// The locked figures in a few words: `shown 22/22, held out 9/10`.
pub(crate) fn figures(accuracy: &Accuracies) -> String {
    let part = |name: &str, score: &Score| format!("{name} {}/{}", score.right, score.of);
    let shown = part("shown", &accuracy.shown.examples);
    match &accuracy.held_out {
        Some(held_out) => format!("{shown}, {}", part("held out", &held_out.examples)),
        None => shown,
    }
}

/// `1 spec`, `2 specs`.
pub(crate) fn counted(specs: usize) -> String {
    if specs == 1 { "1 spec".to_owned() } else { format!("{specs} specs") }
}

fn show(spec: &SpecFile, state: &State, standing: &Standing, sources: &Sources) {
    let (done, error) = (style::DONE, style::ERROR);
    match state {
        State::Locked { name, hit, warnings, .. } => {
            let (figures, label) = (figures(&hit.lock.accuracy), signature::label(standing));
            match standing {
                Standing::DoesNotFit { .. } => {
                    anstream::println!("{error}wrong{error:#}  {}: {name}, {figures}, {label}", spec.shown)
                }
                _ => anstream::println!("{done}ok{done:#}     {}: {name}, {figures}, {label}", spec.shown),
            }
            signature::misfit(spec, standing).iter().for_each(Failure::show);
            leftover(spec);
            if !warnings.is_empty() {
                anstream::eprintln!("{}", render::styled(warnings, sources));
            }
        }
        State::Wrong(diagnostics) => {
            anstream::println!("{error}wrong{error:#}  {}", spec.shown);
            anstream::eprintln!("{}", render::styled(diagnostics, sources));
        }
    }
}

fn as_json(spec: &SpecFile, state: &State, standing: &Standing, sources: &Sources) -> serde_json::Value {
    match state {
        State::Locked { name, hit, .. } => {
            let mut value = json!({
                "spec": spec.shown, "state": "locked", "name": name, "accuracy": figures(&hit.lock.accuracy),
                "signature": standing.name(), "leftover": locking::is_unsettled(&spec.lock_folder()),
            });
            if let Standing::DoesNotFit { why } = standing {
                value["why"] = json!(why);
            }
            value
        }
        State::Wrong(diagnostics) => json!({
            "spec": spec.shown,
            "state": "wrong",
            "diagnostics": diagnostics.iter().map(|diagnostic| diagnostic_json(diagnostic, sources)).collect::<Vec<_>>(),
        }),
    }
}

/// A diagnostic for other programs.
pub(crate) fn diagnostic_json(diagnostic: &Diagnostic, sources: &Sources) -> serde_json::Value {
    let at = diagnostic.labels.first().map(|label| {
        let (line, column) = sources.line_column(&label.at);
        json!({ "file": sources.path(label.at.file), "line": line, "column": column })
    });
    json!({
        "code": diagnostic.code.0,
        "severity": if diagnostic.is_error() { "error" } else { "warning" },
        "message": diagnostic.message,
        "at": at,
        "notes": diagnostic.notes,
        "help": diagnostic.help,
    })
}

/// Tells of files that wait for their place: they are linked, but have other names than those that are committed.
fn leftover(spec: &SpecFile) {
    if !locking::is_unsettled(&spec.lock_folder()) {
        return;
    }
    let (warn, label) = (style::WARN, style::LABEL);
    let waiting = FILES.map(|name| spec.lock_folder().join(format!("{name}{NEXT}")));
    let shown: Vec<String> =
        waiting.iter().filter(|path| path.exists()).map(|path| format!("`{}`", project::show(path))).collect();
    anstream::eprintln!("{warn}warning{warn:#}: a process that was killed left {}", shown.join(" and "));
    anstream::eprintln!("  {label}= note:{label:#} a build may link it; a commit without it would miss what is locked");
    anstream::eprintln!(
        "  {label}= help:{label:#} run `cargo compiled-ai compile {}`, which moves it into place and asks no model",
        spec.shown
    );
}

/// Names folders of locks that no spec belongs to.
fn orphans(specs: &[SpecFile]) {
    let crates: BTreeSet<&Path> = specs.iter().map(|spec| spec.krate.folder.as_path()).collect();
    for folder in crates {
        let Ok(entries) = std::fs::read_dir(folder.join(FOLDER)) else { continue };
        let mut orphans: Vec<_> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_dir() && !specs.iter().any(|spec| spec.lock_folder() == *path))
            .collect();
        orphans.sort();
        for orphan in orphans {
            let warn = style::WARN;
            anstream::eprintln!(
                "{warn}warning{warn:#}: no spec belongs to `{}`; remove the folder",
                project::show(&orphan)
            );
        }
    }
}
