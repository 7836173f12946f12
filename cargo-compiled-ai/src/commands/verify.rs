//! `verify`: runs what is locked through every stage again, trusting no hash.

use compiled_ai_compiler::locking;
use compiled_ai_compiler::validate::{Sandbox, Validator};
use compiled_ai_compiler::verify::{Verified, verify};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::render;
use serde_json::json;

use super::check::{self, State};
use super::compile::{hold, not_written};
use super::progress::Progress;
use super::toolchain;
use crate::Found;
use crate::arguments::Verify;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// Verifies the selected specs.
pub(crate) fn run(arguments: &Verify) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    let mut found = Found::Nothing;
    for spec in &specs {
        let progress = Progress::new(&spec.stem(), arguments.json);
        if one(spec, arguments, &progress)? == Found::Problems {
            found = Found::Problems;
        }
    }
    Ok(found)
}

fn one(file: &SpecFile, arguments: &Verify, progress: &Progress) -> Result<Found, Failure> {
    let (spec, hit, name) = match check::state(file) {
        (State::Locked { spec, hit, name, .. }, _) => (spec, hit, name),
        (State::Wrong(diagnostics), sources) => {
            progress.end();
            if arguments.json {
                let diagnostics: Vec<_> =
                    diagnostics.iter().map(|diagnostic| check::diagnostic_json(diagnostic, &sources)).collect();
                progress.emit(json!({ "event": "diagnostics", "diagnostics": diagnostics }));
            } else {
                anstream::eprintln!("{}", render::styled(&diagnostics, &sources));
            }
            return Ok(Found::Problems);
        }
    };
    let kit = toolchain::kit(&file.krate, spec.target, arguments.offline, &mut |what| progress.begin(what))?;
    let validator = Validator { kit, sandbox: Sandbox::new()? };
    let verified = verify(&spec, &hit, arguments.update, &validator, &mut |event| progress.validate(event))?;
    progress.end();
    match verified {
        Verified::Passed { lock, artifact, component } => {
            let figures = check::figures(&lock.accuracy);
            let is_rebuilt = component == hit.component;
            let changed = artifact != hit.artifact || lock.made != hit.lock.made || !is_rebuilt;
            let updated = changed && arguments.update;
            if updated {
                let _guard = hold(file, progress)?;
                let files = locking::Artifact { source: &artifact, component: component.as_deref() };
                locking::write(&file.lock_folder(), *lock, files).map_err(|error| not_written(file, &error))?;
            }
            progress.emit(json!({ "event": "verified", "name": name, "accuracy": figures, "updated": updated }));
            let note = match (changed, updated) {
                (_, true) => ", lock updated",
                _ if !is_rebuilt => {
                    ", built with another toolchain or kit than artifact.wasm: its answers were compared, not its bytes \
                     (`--update` replaces it)"
                }
                (true, false) => ", with another gate, kit or toolchain than locked (`--update` records it)",
                (false, false) => "",
            };
            progress.line(style::DONE, "verified", &format!("{name}, {figures}{note}"));
            Ok(Found::Nothing)
        }
        Verified::Refused { stage, why } => {
            progress.emit(json!({ "event": "refused", "name": name, "stage": stage, "why": why }));
            if !arguments.json {
                Failure::new(codes::NOT_VERIFIED, format!("what is locked for `{}` does not pass {stage}", file.shown))
                    .note(why)
                    .help(format!(
                        "restore the folder from version control, or run `cargo compiled-ai compile {}`",
                        file.shown
                    ))
                    .show();
            }
            Ok(Found::Problems)
        }
    }
}
