//! Where a spec's crate is, what it links, and how paths are shown: what the command line and a build that generates both ask.

use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::spec::Target;

use crate::cache;
use crate::kit::{self, Kit, KitSource, Origin};

/// The crate that the kit lives in.
const RUNTIME: &str = "compiled-ai-runtime";

/// `cargo metadata` of the project; with `shallow`, of the workspace's own packages only, which needs no index. An outer cargo's
/// environment does not reach it.
///
/// # Errors
/// Cargo can't be run, or finds no project.
pub fn metadata(manifest: Option<&Path>, shallow: bool) -> Result<Metadata, Box<Diagnostic>> {
    let run = |offline: bool| {
        let mut command = MetadataCommand::new();
        if let Some(manifest) = manifest {
            command.manifest_path(manifest);
        }
        if shallow {
            command.no_deps();
        }
        if offline {
            command.other_options(["--offline".to_owned()]);
        }
        kit::foreign_variables().iter().for_each(|name| _ = command.env_remove(name));
        command.exec()
    };
    run(true).or_else(|error| if shallow { Err(error) } else { run(false) }).map_err(|error| {
        let text = match error {
            cargo_metadata::Error::CargoMetadata { stderr } => stderr.trim().to_owned(),
            other => other.to_string(),
        };
        Box::new(
            Diagnostic::error(codes::CRATE, "`cargo metadata` failed")
                .note(text)
                .help("run this in a crate, or give `--manifest-path`"),
        )
    })
}

/// The folder of the workspace that the crate in `folder` belongs to, where `compiled-ai.toml` may be as well.
///
/// # Errors
/// Cargo can't be run, or finds no project.
pub fn workspace_root(folder: &Path) -> Result<PathBuf, Box<Diagnostic>> {
    Ok(metadata(Some(&folder.join("Cargo.toml")), true)?.workspace_root.into_std_path_buf())
}

/// The folder for what can be made again.
///
/// # Errors
/// There is none.
pub fn cache_folder() -> Result<PathBuf, Box<Diagnostic>> {
    cache::folder().map_err(|error| {
        Box::new(
            Diagnostic::error(codes::CRATE, format!("there is no folder to keep the built kit in: {error}"))
                .help("set `COMPILED_AI_CACHE` to a folder that can be written"),
        )
    })
}

/// What the kit is built from in the version that the crate in `folder` links, so that what is tested is what is shipped.
///
/// # Errors
/// Cargo can't be run, or the crate links no kit.
pub fn kit_source(folder: &Path) -> Result<KitSource, Box<Diagnostic>> {
    let metadata = metadata(Some(&folder.join("Cargo.toml")), false)?;
    let runtime = metadata.packages.iter().find(|package| package.name.as_str() == RUNTIME).ok_or_else(|| {
        Box::new(
            Diagnostic::error(codes::CRATE, format!("the crate in `{}` does not link `{RUNTIME}`", show(folder)))
                .help("run `cargo add compiled-ai` and `cargo add --build compiled-ai-build` in its folder"),
        )
    })?;
    let origin = match &runtime.source {
        Some(_) => Origin::Version(runtime.version.to_string()),
        None => Origin::Path(runtime.manifest_path.parent().map(|folder| folder.into()).unwrap_or_default()),
    };
    let lock = std::fs::read_to_string(metadata.workspace_root.join("Cargo.lock")).ok();
    Ok(KitSource { runtime: origin, lock })
}

/// Builds the kit that the crate in `folder` needs, with what `target` needs. It is built in the cache folder, never where the
/// crate is built.
///
/// # Errors
/// The crate links no kit, or it can't be built.
pub fn kit(
    folder: &Path,
    target: Target,
    offline: bool,
    progress: &mut dyn FnMut(&str),
) -> Result<Kit, Box<Diagnostic>> {
    let source = kit_source(folder)?;
    let cache = cache_folder()?;
    let kit = Kit::prepare(&source, &cache, offline, progress)?;
    match target {
        Target::Rust => Ok(kit),
        Target::Wasm => kit.with_components(&source, &cache, offline, progress),
    }
}

/// A path as messages name it: relative to where the program runs if it is below, with forward slashes.
pub fn show(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let shown = path.strip_prefix(&here).unwrap_or(path).to_string_lossy().replace('\\', "/");
    if shown.is_empty() { ".".to_owned() } else { shown }
}
