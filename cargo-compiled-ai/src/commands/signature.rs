//! What commands say about signatures.

use compiled_ai_compiler::signing::{self, PublicKey, Standing, short};
use compiled_ai_core::codes::lock as codes;
use compiled_ai_core::lock::SIGNATURE_FILE;
use serde_json::json;

use super::progress::Progress;
use crate::failure::Failure;
use crate::project::{self, SpecFile};
use crate::style;

/// The keys that the settings of a spec's crate trust.
///
/// # Errors
/// The settings can't be used.
pub(super) fn trusted(spec: &SpecFile) -> Result<Vec<PublicKey>, Failure> {
    Ok(spec.krate.config.signing()?.trusted)
}

/// What the signatures of what is locked for `spec` are worth to who trusts `trusted`.
pub(super) fn standing(spec: &SpecFile, trusted: &[PublicKey]) -> Standing {
    signing::standing(&spec.lock_folder(), trusted)
}

/// A few words.
pub(super) fn label(standing: &Standing) -> String {
    match standing {
        Standing::Trusted { keyid } => format!("signed by trusted key {}", short(keyid)),
        Standing::Unknown { keyids } if keyids.is_empty() => "signed by an unknown key".to_owned(),
        Standing::Unknown { keyids } => {
            format!("signed by unknown key {}", keyids.iter().map(|keyid| short(keyid)).collect::<Vec<_>>().join(", "))
        }
        Standing::DoesNotFit { .. } => "signature does not fit".to_owned(),
        Standing::Unsigned => "unsigned (counts as hand-edited)".to_owned(),
    }
}

/// That a signature does not fit, if so.
pub(super) fn misfit(spec: &SpecFile, standing: &Standing) -> Option<Failure> {
    let Standing::DoesNotFit { why } = standing else { return None };
    let file = project::show(&spec.lock_folder().join(SIGNATURE_FILE));
    Some(
        Failure::new(codes::SIGNATURE, format!("the signature of `{}` does not fit what is locked", spec.shown))
            .note(format!("`{file}`: {why}"))
            .help(format!(
                "restore the folder from version control; if what is locked is right, run `cargo compiled-ai sign {}`",
                spec.shown
            )),
    )
}

/// That a signature by a trusted key is not there.
pub(super) fn missing(spec: &SpecFile, standing: &Standing) -> Failure {
    Failure::new(codes::UNSIGNED, format!("no trusted key has signed what is locked for `{}`", spec.shown))
        .note(label(standing))
        .help(format!("who may sign runs `cargo compiled-ai sign {}`, and commits `{SIGNATURE_FILE}`", spec.shown))
}

/// Whether there is a signature, which goes when what is locked is replaced.
pub(super) fn will_go(spec: &SpecFile) -> bool {
    spec.lock_folder().join(SIGNATURE_FILE).exists()
}

/// Says that a signature went, if so: it was over what was locked before.
pub(super) fn gone(went: bool, spec: &SpecFile, progress: &Progress) {
    if went {
        progress.emit(json!({ "event": "signature_removed" }));
        let what = format!(
            "its signature, which was over what was locked before; `cargo compiled-ai sign {}` makes a new one",
            spec.shown
        );
        progress.line(style::WARN, "removed", &what);
    }
}
