//! The kit, built: what a candidate is compiled against, once for the sandbox and once for the host.
//!
//! Building a crate with cargo takes seconds, `rustc` against libraries that are there already a fraction of one. So the
//! runtime crate and the harness are built once per toolchain and set of versions, and candidates by `rustc` alone.

mod component;
mod inspect;
mod package;
pub(crate) mod process;
mod source;
mod toolchain;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};

pub use inspect::Inspection;
pub use source::{KitSource, Origin};
pub use toolchain::Toolchain;
pub(crate) use toolchain::{WASM, foreign_variables};

use crate::{cache, write};

/// Everything that compiling a candidate needs.
#[derive(Debug, Clone)]
pub struct Kit {
    pub(crate) toolchain: Toolchain,
    /// Where it was built: no path below may reach a prompt.
    pub(crate) folder: PathBuf,
    pub(crate) built: Built,
    /// What components link, once it was asked for.
    pub(crate) component: Option<Libraries>,
}

/// What cargo built.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Built {
    /// What it was built from; tells whether it is still that.
    fingerprint: String,
    /// The version of the runtime crate.
    version: String,
    /// The names, versions and, where they come from a folder, contents of the crates in it.
    crates: String,
    pub(crate) native: Libraries,
    pub(crate) wasm: Libraries,
}

/// What cargo built for one target.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Libraries {
    pub(crate) runtime: PathBuf,
    pub(crate) harness: PathBuf,
    /// Folders that hold the libraries which these two need.
    pub(crate) folders: Vec<PathBuf>,
}

impl Kit {
    /// Builds the kit, or finds that it is built: then this takes as long as asking `rustc` for its version.
    ///
    /// The kit is kept in a folder below `cache`, one per toolchain and set of crate versions. `progress` is told what takes
    /// its time, in a few words. Crates are downloaded only if cargo does not have them, and not if `offline`.
    ///
    /// # Errors
    /// There is no toolchain with the target `wasm32-unknown-unknown`, or cargo can't build the kit.
    pub fn prepare(
        source: &KitSource,
        cache: &Path,
        offline: bool,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Self, Box<Diagnostic>> {
        /// Longer than the slowest machine needs to build the kit.
        const PATIENCE: Duration = Duration::from_secs(900);

        let toolchain = Toolchain::find()?;
        let key = source.key(&toolchain);
        // Absolute, because rustc runs in folders of its own.
        let cache = std::path::absolute(cache).map_err(|error| unusable(cache, &error))?;
        let folder = cache.join(format!("kit-{}", key.short()));
        let fingerprint = source.fingerprint(&key);
        let stamp = folder.join("kit.json");
        fs::create_dir_all(&folder).map_err(|error| unusable(&folder, &error))?;
        let _guard =
            cache::exclusive(&cache, &folder, PATIENCE, || progress("waiting for another process that builds the kit"))
                .map_err(|error| unusable(&folder, &error))?;
        if let Some(built) = read(&stamp, &fingerprint) {
            return Ok(Self { toolchain, folder, built, component: None });
        }
        let built = package::Package { folder: &folder, toolchain: &toolchain, source, offline }
            .build(fingerprint, progress)?;
        // Last and at once, so that a build which was killed leaves no kit that looks whole.
        let text = serde_json::to_vec_pretty(&built).expect("paths of a kit are UTF-8, having come from JSON");
        write::atomically(&stamp, &text).map_err(|error| unusable(&stamp, &error))?;
        Ok(Self { toolchain, folder, built, component: None })
    }

    /// `rustc --version` of the toolchain.
    pub fn toolchain(&self) -> &str {
        self.toolchain.version()
    }

    /// The version of the runtime crate that candidates are compiled against.
    pub fn version(&self) -> &str {
        &self.built.version
    }
}

/// The kit that `stamp` describes, if it is what `fingerprint` says and still there.
fn read(stamp: &Path, fingerprint: &str) -> Option<Built> {
    let built: Built = serde_json::from_slice(&fs::read(stamp).ok()?).ok()?;
    (built.fingerprint == fingerprint && built.native.are_there() && built.wasm.are_there()).then_some(built)
}

impl Libraries {
    fn are_there(&self) -> bool {
        self.runtime.is_file() && self.harness.is_file() && self.folders.iter().all(|folder| folder.is_dir())
    }
}

fn unusable(path: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(codes::KIT, format!("the kit can't be kept in `{}`: {error}", path.display()))
            .help("set `COMPILED_AI_CACHE` to a folder that can be written"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_counts_only_while_it_is_whole_and_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "").unwrap();
            path
        };
        let libraries = |name: &str| Libraries {
            runtime: file(&format!("{name}-runtime.rlib")),
            harness: file(&format!("{name}-harness.rlib")),
            folders: vec![folder.path().to_owned()],
        };
        let built = Built {
            fingerprint: "now".to_owned(),
            version: "0.1.0".to_owned(),
            crates: String::new(),
            native: libraries("native"),
            wasm: libraries("wasm"),
        };
        let stamp = folder.path().join("kit.json");
        assert!(read(&stamp, "now").is_none());
        fs::write(&stamp, serde_json::to_vec(&built).unwrap()).unwrap();
        assert!(read(&stamp, "now").is_some() && read(&stamp, "later").is_none());
        fs::remove_file(&built.wasm.harness).unwrap();
        assert!(read(&stamp, "now").is_none());
        fs::write(&stamp, "{").unwrap();
        assert!(read(&stamp, "now").is_none());
    }
}
