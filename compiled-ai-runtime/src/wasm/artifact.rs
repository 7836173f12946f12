//! Artifacts that are loaded while a program runs.

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::string::{String, ToString as _};
use std::sync::Arc;
use std::vec::Vec;

use serde::Deserialize;

use super::LoadError;
use super::code::{Description, Verified};

/// The lock's file name.
const LOCK: &str = "lock.toml";
/// The artifact's file name.
const ARTIFACT: &str = "artifact.wasm";
/// The version of locks that is read.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
const LIMIT: u64 = 64 << 20;

/// An artifact from a folder of locks, whose bytes are what was locked. Cheap to clone.
#[derive(Clone)]
pub struct Artifact(Arc<Inner>);

struct Inner {
    name: String,
    spec: String,
    hash: String,
    bytes: Vec<u8>,
}

/// What of a lock is of interest.
#[derive(Deserialize)]
struct Lock {
    version: u32,
    spec: LockedSpec,
    artifact: std::collections::BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct LockedSpec {
    name: String,
    hash: String,
}

impl Artifact {
    /// Reads what is locked in a folder such as `compiled-ai/receipt`: its `lock.toml` and its `artifact.wasm`.
    ///
    /// The hash of the artifact is compared with that in the lock before anything looks into it. Whoever can write to the folder can
    /// write both: load from where only those write whom you trust with what the function answers. What it can *do* is limited
    /// all the same: a component has no imports, and the host's limits hold for it.
    ///
    /// # Errors
    /// A file can't be read, the lock is not one, or the bytes are not what was locked: for instance because the folder is being
    /// written. Then try again.
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        let (lock_path, path) = (folder.as_ref().join(LOCK), folder.as_ref().join(ARTIFACT));
        let invalid = |why: &str| LoadError::Lock { path: lock_path.display().to_string(), why: why.to_string() };
        let text = String::from_utf8(read(&lock_path)?).map_err(|_| invalid("it is not UTF-8"))?;
        let lock: Lock = toml::from_str(&text).map_err(|error| invalid(error.message()))?;
        if lock.version != VERSION {
            return Err(invalid("it has another version than this program reads"));
        }
        let hash = lock.artifact.get(ARTIFACT).ok_or_else(|| invalid("it names no `artifact.wasm`"))?.clone();
        let bytes = read(&path)?;
        Verified::new(&bytes, &hash)?;
        Ok(Self(Arc::new(Inner { name: lock.spec.name, spec: lock.spec.hash, hash, bytes })))
    }

    /// The name of its spec and the first digits of that spec's hash: `read_receipt@1b2e5d0c9f3a`.
    pub fn name(&self) -> String {
        let digits: String = self.0.spec.trim_start_matches("sha256:").chars().take(12).collect();
        std::format!("{}@{digits}", self.0.name)
    }

    /// Whether it is for the spec that a program was built with.
    pub(crate) fn fits(&self, description: &Description) -> Result<(), LoadError> {
        match self.0.spec == description.spec {
            true => Ok(()),
            false => Err(LoadError::OtherSpec { expected: description.name.into(), found: self.name() }),
        }
    }

    pub(crate) fn code(&self) -> Result<Verified<'_>, LoadError> {
        Verified::new(&self.0.bytes, &self.0.hash)
    }
}

impl fmt::Debug for Artifact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Artifact").field("name", &self.name()).field("hash", &self.0.hash).finish_non_exhaustive()
    }
}

fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let error = |why: &str| LoadError::Read { path: path.display().to_string(), why: why.to_string() };
    let file = File::open(path).map_err(|io| error(&io.to_string()))?;
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|io| error(&io.to_string()))?;
    if bytes.len() as u64 > LIMIT { Err(error("it is larger than 64 MiB")) } else { Ok(bytes) }
}
