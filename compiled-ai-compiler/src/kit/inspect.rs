//! What there is to compile candidates with, found without building anything.

use std::path::{Path, PathBuf};

use compiled_ai_core::diagnostic::Diagnostic;

use super::{Kit, KitSource, Toolchain, read};
use crate::jail::Jail;

/// What [`Kit::prepare`] would begin with.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// The first line of `rustc -vV`.
    pub toolchain: String,
    /// The host's target triple.
    pub host: String,
    /// What confines candidates on this machine.
    pub jail: Jail,
    /// The version of the kit that is built; `None` if the next compilation builds it.
    pub built: Option<String>,
    /// Where it is kept.
    pub folder: PathBuf,
}

impl Kit {
    /// Finds the toolchain, and whether a kit for `source` is built below `cache`.
    ///
    /// # Errors
    /// There is no toolchain with the target `wasm32-unknown-unknown`.
    pub fn inspect(source: &KitSource, cache: &Path) -> Result<Inspection, Box<Diagnostic>> {
        let toolchain = Toolchain::find()?;
        let key = source.key(&toolchain);
        let folder = cache.join(format!("kit-{}", key.short()));
        let built = read(&folder.join("kit.json"), &source.fingerprint(&key)).map(|built| built.version);
        let (version, host) = (toolchain.version().to_owned(), toolchain.host.clone());
        Ok(Inspection { toolchain: version, host, jail: toolchain.jail, built, folder })
    }
}
