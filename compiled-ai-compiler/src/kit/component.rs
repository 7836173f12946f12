//! What components link: the kit once more, optimised and with its bitcode.

use std::path::Path;
use std::time::Duration;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use serde::{Deserialize, Serialize};

use super::package::Package;
use super::source::HARNESS;
use super::{Kit, KitSource, Libraries, unusable};
use crate::{cache, write};

#[derive(Serialize, Deserialize)]
struct Stamp {
    fingerprint: String,
    libraries: Libraries,
}

impl Kit {
    /// Builds what components link, or finds that it is built. `source`, `cache` and `offline` as for [`Kit::prepare`].
    ///
    /// # Errors
    /// Cargo can't build it.
    pub fn with_components(
        mut self,
        source: &KitSource,
        cache: &Path,
        offline: bool,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Self, Box<Diagnostic>> {
        /// Longer than the slowest machine needs to build it.
        const PATIENCE: Duration = Duration::from_secs(900);

        let cache = std::path::absolute(cache).map_err(|error| unusable(cache, &error))?;
        let stamp = self.folder.join("components.json");
        let _guard = cache::exclusive(&cache, &self.folder, PATIENCE, || {
            progress("waiting for another process that builds the kit")
        })
        .map_err(|error| unusable(&self.folder, &error))?;
        if let Some(libraries) = read(&stamp, &self.built.fingerprint) {
            self.component = Some(libraries);
            return Ok(self);
        }
        let libraries = Package { folder: &self.folder, toolchain: &self.toolchain, source, offline }
            .build_for_components(progress)?;
        let stamped = Stamp { fingerprint: self.built.fingerprint.clone(), libraries };
        let text = serde_json::to_vec_pretty(&stamped).expect("paths of a kit are UTF-8, having come from JSON");
        write::atomically(&stamp, &text).map_err(|error| unusable(&stamp, &error))?;
        self.component = Some(stamped.libraries);
        Ok(self)
    }

    /// Whether a crate in this version is part of it.
    pub(crate) fn has(&self, name: &str, version: &str) -> bool {
        self.built.crates.contains(&format!("{:?}", format!("{name} {version}")))
    }

    /// What decides the bytes of a component beside its spec and its artifact: compiler, crates, and what is around them.
    ///
    /// With the same inputs, any machine builds the same bytes.
    pub fn component_inputs(&self) -> Hash {
        /// Changes with what this compiler does to a component after it was linked.
        const FORM: &str = "component 2";

        Hash::of(
            [
                FORM,
                &self.toolchain.verbose,
                &self.built.crates,
                &format!("{HARNESS:?}"),
                // The encoder's version is in what it writes.
                env!("CARGO_PKG_VERSION"),
            ]
            .join("\0"),
        )
    }
}

fn read(stamp: &Path, fingerprint: &str) -> Option<Libraries> {
    let Stamp { fingerprint: found, libraries } = serde_json::from_slice(&std::fs::read(stamp).ok()?).ok()?;
    (found == fingerprint && libraries.are_there()).then_some(libraries)
}
