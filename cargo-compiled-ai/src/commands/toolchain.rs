//! What `compile` and `verify` need before a candidate can be run: the kit that the crate links, built.

use std::path::PathBuf;
use std::sync::Once;

use compiled_ai_compiler::cache;
use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::spec::Target;

use crate::failure::Failure;
use crate::project::{self, Crate};
use crate::style;

/// The crate that the kit lives in.
const RUNTIME: &str = "compiled-ai-runtime";

/// The folder for what can be made again.
pub(crate) fn cache_folder() -> Result<PathBuf, Failure> {
    cache::folder().map_err(|error| {
        Failure::new(codes::CRATE, format!("there is no folder to keep the built kit in: {error}"))
            .help("set `COMPILED_AI_CACHE` to a folder that can be written")
    })
}

/// What the kit is built from in the version that `krate` links, so that what is tested is what is shipped.
pub(crate) fn source(krate: &Crate) -> Result<KitSource, Failure> {
    let manifest = krate.folder.join("Cargo.toml");
    let metadata = project::metadata(Some(&manifest), false)?;
    let runtime = metadata.packages.iter().find(|package| package.name.as_str() == RUNTIME).ok_or_else(|| {
        Failure::new(codes::CRATE, format!("`{}` does not link `{RUNTIME}`", krate.name))
            .help("run `cargo add compiled-ai` and `cargo add --build compiled-ai-build` in its folder")
    })?;
    let origin = match &runtime.source {
        Some(_) => Origin::Version(runtime.version.to_string()),
        None => Origin::Path(runtime.manifest_path.parent().map(|folder| folder.into()).unwrap_or_default()),
    };
    let lock = std::fs::read_to_string(metadata.workspace_root.join("Cargo.lock")).ok();
    Ok(KitSource { runtime: origin, lock })
}

/// Builds the kit that `krate` needs, with what `target` needs.
pub(crate) fn kit(
    krate: &Crate,
    target: Target,
    offline: bool,
    progress: &mut dyn FnMut(&str),
) -> Result<Kit, Failure> {
    let source = source(krate)?;
    let cache = cache_folder()?;
    let mut kit = Kit::prepare(&source, &cache, offline, progress)?;
    if target == Target::Wasm {
        kit = kit.with_components(&source, &cache, offline, progress)?;
    }
    if !kit.jail().confines_files() {
        // Weaker than on a current Linux: who runs this should know, once.
        static TOLD: Once = Once::new();
        let (warn, jail) = (style::WARN, kit.jail().describe());
        TOLD.call_once(|| {
            anstream::eprintln!("{warn}warning{warn:#}: candidates are compiled and run with {jail}; see SECURITY.md")
        });
    }
    Ok(kit)
}
