//! Which paths a build depends on: exactly those that were read.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use compiled_ai_core::files::{Files, Stamp};
use compiled_ai_core::lock::{FILES, LOCK_FILE};

use crate::cargo::Line;

/// Files that remember what was asked of them.
pub(crate) struct Watched<'a> {
    files: &'a dyn Files,
    /// The paths, and whether there was nothing. As texts: without optimisation, comparing them part by part takes longer than reading.
    asked: RefCell<BTreeMap<OsString, bool>>,
    /// The stamps of those that have one, asked for once: specs often share their examples.
    stamps: RefCell<HashMap<OsString, Stamp>>,
}

impl<'a> Watched<'a> {
    /// Nothing was asked yet.
    pub(crate) fn new(files: &'a dyn Files) -> Self {
        Self { files, asked: RefCell::default(), stamps: RefCell::default() }
    }

    /// The lines that make Cargo watch all that was asked, relative to `crate_dir` where it lies below.
    ///
    /// A watched path that is missing makes Cargo rerun the build script every time. That is right for a lock that is not there
    /// yet; for anything else that is missing, the nearest folder that exists is watched, where it would appear.
    pub(crate) fn lines(&self, crate_dir: &Path) -> Vec<Line> {
        let asked = self.asked.borrow();
        let existing = |(path, missing): (&OsString, &bool)| self.existing(Path::new(path), *missing, crate_dir);
        let paths: BTreeSet<String> = asked.iter().map(|path| relative(&existing(path), crate_dir)).collect();
        paths.iter().map(|path| Line::watch(path)).collect()
    }

    fn remember<T>(&self, path: &Path, found: io::Result<T>) -> io::Result<T> {
        let missing = is_missing(&found);
        self.asked.borrow_mut().entry(path.into()).and_modify(|was| *was &= missing).or_insert(missing);
        found
    }

    fn existing(&self, path: &Path, missing: bool, crate_dir: &Path) -> PathBuf {
        let is_lock = path.file_name().is_some_and(|name| name == LOCK_FILE || FILES.iter().any(|file| name == *file));
        if is_lock || !missing {
            return path.to_owned();
        }
        let folder = path.ancestors().find(|folder| !is_missing(&self.files.list(folder)));
        // The crate's own folder holds `target/`, which every build changes.
        folder.filter(|folder| !crate_dir.starts_with(folder)).unwrap_or(path).to_owned()
    }
}

impl Files for Watched<'_> {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.remember(path, self.files.read(path, limit))
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        self.remember(directory, self.files.list(directory))
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        if let Some(stamp) = self.stamps.borrow().get(path.as_os_str()) {
            return Some(stamp.clone());
        }
        let stamp = self.files.stamp(path)?;
        self.stamps.borrow_mut().insert(path.into(), stamp.clone());
        self.remember(path, Ok(stamp)).ok()
    }
}

/// `path` with forward slashes, relative to `folder` if it lies below.
pub(crate) fn relative(path: &Path, folder: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    // Cargo takes an empty path for none.
    if path.as_os_str().is_empty() {
        return ".".to_owned();
    }
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

fn is_missing<T>(found: &io::Result<T>) -> bool {
    let kind = found.as_ref().err().map(io::Error::kind);
    matches!(kind, Some(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory))
}
