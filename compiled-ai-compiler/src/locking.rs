//! Writing an artifact and its lock so that a kill at any moment leaves a lock and an artifact that agree.
//!
//! Two files can't be replaced in one step, so the lock is the one that decides: the artifact waits beside it under
//! [`ARTIFACT_NEXT`], then the lock is renamed into place, then the artifact. A reader takes whichever artifact has the hash
//! that the lock states, so before the first rename it sees the old pair and after it the new one.

use std::fs;
use std::io;
use std::path::Path;

use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{ARTIFACT_FILE, ARTIFACT_NEXT, LOCK_FILE, Lock};

use crate::write;

/// Replaces what is locked in `folder`, which is made if it is missing. `lock.artifact` is filled in. The caller keeps other
/// processes out, with [`crate::cache::exclusive`].
///
/// # Errors
/// What the system says. What was locked before is then still whole.
pub fn write(folder: &Path, mut lock: Lock, artifact: &str) -> io::Result<Lock> {
    lock.artifact.insert(ARTIFACT_FILE.to_owned(), Hash::of(artifact).as_str().to_owned());
    fs::create_dir_all(folder)?;
    settle(folder)?;
    let staged = write::atomically(&folder.join(ARTIFACT_NEXT), artifact.as_bytes())
        .and_then(|()| write::atomically(&folder.join(LOCK_FILE), lock.to_toml().as_bytes()));
    if let Err(error) = staged {
        // The old lock stands. Nobody reads a waiting artifact that it does not name, so this is only tidiness.
        let _ = fs::remove_file(folder.join(ARTIFACT_NEXT));
        let _ = fs::remove_dir(folder);
        return Err(error);
    }
    fs::rename(folder.join(ARTIFACT_NEXT), folder.join(ARTIFACT_FILE))?;
    Ok(lock)
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

/// Finishes what a killed process began in `folder`, from which the caller keeps other processes: moves a waiting artifact into place if the lock speaks of it, removes
/// it if not, and removes staging files.
///
/// # Errors
/// What the system says.
pub fn settle(folder: &Path) -> io::Result<()> {
    let next = folder.join(ARTIFACT_NEXT);
    match fs::read(&next) {
        Ok(bytes) => {
            let lock = fs::read_to_string(folder.join(LOCK_FILE)).ok().and_then(|text| Lock::parse(&text).ok());
            let is_locked = lock.is_some_and(|lock| {
                lock.artifact.get(ARTIFACT_FILE).is_some_and(|hash| hash == Hash::of(&bytes).as_str())
            });
            if is_locked { fs::rename(&next, folder.join(ARTIFACT_FILE)) } else { fs::remove_file(&next) }?;
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
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
