//! What `compile` and `verify` need before a candidate can be run: the kit that the crate links, built.

use std::path::{Path, PathBuf};
use std::sync::Once;

use compiled_ai_compiler::kit::{Kit, KitSource};
use compiled_ai_compiler::project as shared;
use compiled_ai_core::spec::Target;

use crate::failure::Failure;
use crate::project::Crate;
use crate::style;

/// The folder for what can be made again.
pub(crate) fn cache_folder() -> Result<PathBuf, Failure> {
    Ok(shared::cache_folder()?)
}

/// What the kit is built from in the version that `krate` links, so that what is tested is what is shipped.
pub(crate) fn source(krate: &Crate) -> Result<KitSource, Failure> {
    Ok(shared::kit_source(&krate.folder)?)
}

/// Builds the kit that `krate` needs, with what `target` needs.
pub(crate) fn kit(
    krate: &Crate,
    target: Target,
    offline: bool,
    progress: &mut dyn FnMut(&str),
) -> Result<Kit, Failure> {
    kit_in(&krate.folder, target, offline, progress)
}

/// Builds a kit for code that belongs to no crate: that of the crate or workspace of `manifest`, or of the folder in which the
/// command runs.
pub(crate) fn kit_of_folder(
    manifest: Option<&Path>,
    offline: bool,
    progress: &mut dyn FnMut(&str),
) -> Result<Kit, Failure> {
    let current = std::env::current_dir().unwrap_or_default();
    let folder = match manifest {
        Some(manifest) => manifest.parent().filter(|folder| !folder.as_os_str().is_empty()),
        None => current.ancestors().find(|folder| folder.join("Cargo.toml").is_file()),
    };
    kit_in(folder.unwrap_or(&current), Target::default(), offline, progress)
}

fn kit_in(folder: &Path, target: Target, offline: bool, progress: &mut dyn FnMut(&str)) -> Result<Kit, Failure> {
    let kit = shared::kit(folder, target, offline, progress)?;
    if !kit.jail().confines_files() {
        unconfined(kit.jail().describe());
    }
    Ok(kit)
}

/// Says, once, that candidates run with less than on a current Linux: with `jail`.
pub(crate) fn unconfined(jail: &str) {
    static TOLD: Once = Once::new();
    let warn = style::WARN;
    TOLD.call_once(|| {
        anstream::eprintln!("{warn}warning{warn:#}: candidates are compiled and run with {jail}; see SECURITY.md")
    });
}
