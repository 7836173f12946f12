//! Where things are kept that can be made again: the built kit, and the locks that keep processes apart.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use compiled_ai_core::hash::Hash;

/// The folder for things that can be made again: `$COMPILED_AI_CACHE`, else the user's cache folder.
///
/// # Errors
/// Neither is set, nor is a home folder.
pub fn folder() -> io::Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("COMPILED_AI_CACHE")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("compiled-ai")))
        .or_else(|| variable("LOCALAPPDATA").map(|cache| cache.join("compiled-ai")))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache/compiled-ai")))
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no home folder; set COMPILED_AI_CACHE"))
}

/// Held while a process works on something; ends with the value or with its process, however that ends.
#[derive(Debug)]
pub struct Guard(#[expect(dead_code, reason = "holds the lock until it is dropped")] File);

/// Waits until no other process holds the lock on `what`, at most `limit`; calls `waiting` once if it has to.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`] if the other process did not finish in time; otherwise what the system says.
pub fn exclusive(cache: &Path, what: &Path, limit: Duration, waiting: impl FnOnce()) -> io::Result<Guard> {
    let folder = cache.join("locks");
    fs::create_dir_all(&folder)?;
    let name = Hash::of(what.as_os_str().as_encoded_bytes());
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(name.short()))?;
    let deadline = Instant::now() + limit;
    let mut waiting = Some(waiting);
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Guard(file)),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                if let Some(waiting) = waiting.take() {
                    waiting();
                }
                thread::sleep(Duration::from_millis(50));
            }
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::TimedOut.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}
