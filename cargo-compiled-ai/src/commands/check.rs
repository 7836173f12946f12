//! `check`: is every spec locked, current and intact?

use std::collections::BTreeSet;
use std::path::Path;

use compiled_ai_core::diagnostic::{Diagnostic, Sources};
use compiled_ai_core::emit;
use compiled_ai_core::files::Disk;
use compiled_ai_core::hash;
use compiled_ai_core::hit::{self, Hit};
use compiled_ai_core::lock::{Accuracies, FOLDER, Score};
use compiled_ai_core::render;
use compiled_ai_core::spec::Spec;
use serde_json::json;

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
    let mut problems = 0;
    for spec in &specs {
        let (state, sources) = state(spec);
        let wrong = matches!(state, State::Wrong(_));
        problems += usize::from(wrong);
        if arguments.json {
            println!("{}", as_json(spec, &state, &sources));
        } else {
            show(spec, &state, &sources);
        }
    }
    if arguments.selection.specs.is_empty() && !arguments.json {
        orphans(&specs);
    }
    if problems > 0 && !arguments.json {
        anstream::eprintln!("{problems} of {} can't be linked", counted(specs.len()));
    }
    Ok(if problems == 0 { Found::Nothing } else { Found::Problems })
}

/// What is known of a spec, with the texts that its diagnostics point into.
pub(crate) fn state(spec: &SpecFile) -> (State, Sources) {
    let loaded = spec.load();
    let state = match loaded.spec {
        None => State::Wrong(loaded.diagnostics),
        Some(checked) => match hit::look_up(&Disk, &spec.lock_folder(), &checked, &spec.shown) {
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

fn show(spec: &SpecFile, state: &State, sources: &Sources) {
    let (done, error) = (style::DONE, style::ERROR);
    match state {
        State::Locked { name, hit, warnings, .. } => {
            anstream::println!("{done}ok{done:#}     {}: {name}, {}", spec.shown, figures(&hit.lock.accuracy));
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

fn as_json(spec: &SpecFile, state: &State, sources: &Sources) -> serde_json::Value {
    match state {
        State::Locked { name, hit, .. } => json!({
            "spec": spec.shown, "state": "locked", "name": name, "accuracy": figures(&hit.lock.accuracy),
        }),
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
