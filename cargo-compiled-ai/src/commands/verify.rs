//! `verify`: runs what is locked through every stage again, trusting no hash.

use compiled_ai_compiler::locking;
use compiled_ai_compiler::signing::{PublicKey, Standing, read_trusted};
use compiled_ai_compiler::validate::{Sandbox, Validator};
use compiled_ai_compiler::verify::{Verified, verify};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::render;
use serde_json::json;

use super::check::{self, State};
use super::compile::{hold, not_written, unreached};
use super::progress::Progress;
use super::{signature, toolchain};
use crate::Found;
use crate::arguments::Verify;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// Verifies the selected specs.
pub(crate) fn run(arguments: &Verify) -> Result<Found, Failure> {
    let specs = project::specs(&arguments.selection)?;
    let trust = Trust::new(arguments, &specs)?;
    let mut found = Found::Nothing;
    for spec in &specs {
        let progress = Progress::new(&spec.stem(), arguments.json);
        if one(spec, arguments, &trust, &progress)? == Found::Problems {
            found = Found::Problems;
        }
    }
    Ok(found)
}

/// Whose signatures count, and whether one has to be there.
struct Trust {
    /// Keys from outside; `None` for those of each crate's settings.
    keys: Option<Vec<PublicKey>>,
    is_required: bool,
}

impl Trust {
    /// # Errors
    /// The keys can't be read, or a signature is required and nobody is trusted.
    fn new(arguments: &Verify, specs: &[SpecFile]) -> Result<Self, Failure> {
        let keys = arguments.trusted_keys.as_deref().map(read_trusted).transpose()?;
        let trust = Self { keys, is_required: arguments.require_signature };
        for spec in specs.iter().filter(|_| trust.is_required) {
            if trust.of(spec)?.is_empty() {
                return Err(Failure::new(codes::TRUSTED_KEYS, format!("no key is trusted to sign `{}`", spec.shown))
                    .note("`--require-signature` lets nothing pass without a trusted key")
                    .help("write `trusted = [\"ed25519:...\"]` under `[signing]` in `compiled-ai.toml`, or name a file with `--trusted-keys`"));
            }
        }
        Ok(trust)
    }

    /// What the signatures of a spec are worth; shows what is wrong with them.
    fn judge(&self, file: &SpecFile, progress: &Progress) -> Result<Standing, Failure> {
        let standing = signature::standing(file, &self.of(file)?);
        let problem = signature::misfit(file, &standing).or_else(|| {
            let is_missing = self.is_required && !matches!(standing, Standing::Trusted { .. });
            is_missing.then(|| signature::missing(file, &standing))
        });
        if let Some(failure) = problem {
            progress.emit(json!({ "event": "signature", "signature": standing.name(), "code": failure.code.0, "message": failure.message }));
            if !progress.is_json() {
                failure.show();
            }
        }
        Ok(standing)
    }

    fn found(&self, standing: &Standing) -> Found {
        match standing {
            Standing::Trusted { .. } => Found::Nothing,
            Standing::DoesNotFit { .. } => Found::Problems,
            Standing::Unknown { .. } | Standing::Unsigned if self.is_required => Found::Problems,
            Standing::Unknown { .. } | Standing::Unsigned => Found::Nothing,
        }
    }

    fn of(&self, file: &SpecFile) -> Result<Vec<PublicKey>, Failure> {
        match &self.keys {
            Some(keys) => Ok(keys.clone()),
            None => signature::trusted(file),
        }
    }
}

fn one(file: &SpecFile, arguments: &Verify, trust: &Trust, progress: &Progress) -> Result<Found, Failure> {
    let (spec, hit, name) = match check::state_unreviewed(file) {
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
    let mut signed = trust.judge(file, progress)?;
    let kit = toolchain::kit(&file.krate, spec.target, arguments.offline, &mut |what| progress.begin(what))?;
    let validator = Validator { kit, sandbox: Sandbox::new()? };
    let verified = verify(&spec, &hit, arguments.update, &validator, &mut |event| progress.validate(event))?;
    progress.end();
    match verified {
        Verified::Passed { lock, artifact, component } => {
            let figures = check::figures(&lock.accuracy);
            let is_rebuilt = component == hit.component;
            let changed = artifact != hit.artifact
                || lock.made != hit.lock.made
                || lock.coverage != hit.lock.coverage
                || !is_rebuilt;
            let is_measured = hit.lock.coverage.is_some();
            let coverage = lock.coverage.clone().unwrap_or_default();
            // What somebody changed behind a signature is looked at before it is written over.
            let updated = changed && arguments.update && !matches!(signed, Standing::DoesNotFit { .. });
            if updated {
                let _guard = hold(file, progress)?;
                let gone = signature::will_go(file);
                let files = locking::Artifact { source: &artifact, component: component.as_deref() };
                locking::write(&file.lock_folder(), *lock, files).map_err(|error| not_written(file, &error))?;
                signature::gone(gone, file, progress);
                signed = Standing::Unsigned;
            }
            progress.emit(json!({
                "event": "verified", "name": name, "accuracy": figures, "updated": updated, "signature": signed.name(),
            }));
            let note = match (changed, updated) {
                (_, true) => ", lock updated",
                _ if !is_rebuilt => {
                    ", built with another toolchain or kit than artifact.wasm: its answers were compared, not its bytes \
                     (`--update` replaces it)"
                }
                (true, false) if !is_measured => ", what nothing reaches is not in the lock (`--update` records it)",
                (true, false) => ", with another gate, kit or toolchain than locked (`--update` records it)",
                (false, false) => "",
            };
            let label = signature::label(&signed);
            progress.line(style::DONE, "verified", &format!("{name}, {figures}, {label}{note}"));
            unreached(&coverage, file, progress);
            Ok(trust.found(&signed))
        }
        Verified::Refused { stage, why } => {
            progress.emit(json!({ "event": "refused", "name": name, "stage": stage, "why": why }));
            if !arguments.json {
                Failure::new(codes::NOT_VERIFIED, format!("what is locked for `{}` does not pass {stage}", file.shown))
                    .note(why)
                    .help(help(stage, file))
                    .show();
            }
            Ok(Found::Problems)
        }
    }
}

/// What to do about a stage that refuses what is locked.
pub(super) fn help(stage: &str, file: &SpecFile) -> String {
    let shown = &file.shown;
    match stage {
        "review" => format!(
            "`cargo compiled-ai verify --update {shown}` lists what is there, `cargo compiled-ai review {shown}` acknowledges it"
        ),
        _ => format!("restore the folder from version control, or run `cargo compiled-ai compile {shown}`"),
    }
}
