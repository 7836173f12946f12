//! Writing an artifact and its lock so that a kill at any moment leaves a lock and files that agree.
//!
//! Several files can't be replaced in one step, so the lock is the one that decides: each file of the artifact waits beside
//! its place, with [`NEXT`] behind its name, then the lock is renamed into place, then the files. A reader takes whichever
//! file has the hash that the lock states, so before the first rename it sees the old ones and after it the new ones.
//! Signatures are over the old ones; [`settle`] removes them when it moves the first file, so that they stay as long as the old lock.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{ARTIFACT_FILE, COMPONENT_FILE, FILES, LOCK_FILE, Lock, NEXT};

use crate::{signing, write};

/// The files of an artifact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Artifact<'a> {
    /// `artifact.rs`
    pub source: &'a str,
    /// `artifact.wasm`, for `target: wasm`.
    pub component: Option<&'a [u8]>,
}

/// Replaces what is locked in `folder`, which is made if it is missing; signatures over what was locked are removed.
/// `lock.artifact` is filled in. The caller keeps other
/// processes out, with [`crate::cache::exclusive`].
///
/// # Errors
/// What the system says. What was locked before is then still whole.
pub fn write(folder: &Path, mut lock: Lock, artifact: Artifact<'_>) -> io::Result<Lock> {
    let source = (ARTIFACT_FILE, artifact.source.as_bytes());
    let files: Vec<(&str, &[u8])> =
        [source].into_iter().chain(artifact.component.map(|component| (COMPONENT_FILE, component))).collect();
    lock.artifact = files.iter().map(|(name, bytes)| ((*name).to_owned(), Hash::of(bytes).to_string())).collect();
    fs::create_dir_all(folder)?;
    settle(folder)?;
    let staged = files
        .iter()
        .try_for_each(|(name, bytes)| write::atomically(&next(folder, name), bytes))
        .and_then(|()| write::atomically(&folder.join(LOCK_FILE), lock.to_toml().as_bytes()));
    if let Err(error) = staged {
        // The old lock stands. Nobody reads a waiting file that it does not name, so this is only tidiness.
        files.iter().for_each(|(name, _)| _ = fs::remove_file(next(folder, name)));
        let _ = fs::remove_dir(folder);
        return Err(error);
    }
    settle(folder)?;
    Ok(lock)
}

/// Replaces the lock in `folder` by one over the same files. Signatures over the lock as it was are removed; whether there were any.
///
/// # Errors
/// What the system says.
pub fn amend(folder: &Path, lock: &Lock) -> io::Result<bool> {
    write::atomically(&folder.join(LOCK_FILE), lock.to_toml().as_bytes())?;
    signing::remove(folder)
}

/// Tells whether [`write`] would find room in `folder`, which is made if it is missing: asked before a model is paid for.
///
/// # Errors
/// What the system says.
pub fn probe(folder: &Path) -> io::Result<()> {
    /// As much as the largest artifact and its lock take.
    const ROOM: usize = 256 << 10;

    let made = !folder.exists();
    fs::create_dir_all(folder)?;
    let probe = folder.join(".probe.tmp");
    let written = write::atomically(&probe, &vec![0; ROOM]);
    let removed = fs::remove_file(&probe);
    if made {
        // Empty folders are nobody's; if something is in there by now, it stays.
        let _ = fs::remove_dir(folder);
        let _ = folder.parent().map(fs::remove_dir);
    }
    written.and(removed)
}

/// Whether a killed process left something in `folder` that [`settle`] would put right.
pub fn is_unsettled(folder: &Path) -> bool {
    FILES.iter().any(|name| next(folder, name).exists())
}

/// Finishes what a killed process began in `folder`, from which the caller keeps other processes: moves each waiting file into
/// place if the lock speaks of it and removes it if not; removes a component that the lock does not name, and staging files.
///
/// # Errors
/// What the system says.
pub fn settle(folder: &Path) -> io::Result<()> {
    let lock = fs::read_to_string(folder.join(LOCK_FILE)).ok().and_then(|text| Lock::parse(&text).ok());
    let locked = |name: &str| lock.as_ref().and_then(|lock| lock.artifact.get(name));
    for name in FILES {
        let waiting = next(folder, name);
        match fs::read(&waiting) {
            Ok(bytes) if locked(name).is_some_and(|hash| hash == Hash::of(&bytes).as_str()) => {
                signing::remove(folder)?;
                fs::rename(&waiting, folder.join(name))?;
            }
            Ok(_) => fs::remove_file(&waiting)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    // Left of a spec whose target was `wasm`. Without a lock that can be read, nobody knows whose it is.
    if lock.is_some() && locked(COMPONENT_FILE).is_none() && folder.join(COMPONENT_FILE).exists() {
        fs::remove_file(folder.join(COMPONENT_FILE))?;
    }
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') && name.ends_with(".tmp") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Where a file waits.
fn next(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{NEXT}"))
}
