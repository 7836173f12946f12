//! Reaching files: the only door from this crate to a disk.

use std::io;
use std::path::{Path, PathBuf};

/// What loading a spec needs of a file system.
pub trait Files {
    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`] when the file holds more than `limit` bytes; otherwise what the system says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// The entries of a directory, sorted by name: (path, whether it is a directory).
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>>;
}

/// The real file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        use io::Read as _;
        // Most files fit, and are read at once. A vector that grows from nothing would call the system for each doubling.
        let mut bytes = Vec::with_capacity(8 * 1024);
        // One byte more than the limit tells "exactly at the limit" from "over it" without trusting the metadata.
        std::fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {limit} bytes")));
        }
        Ok(bytes)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        // The type that the folder itself gives needs no call of the system, but says nothing of where a link leads.
        let is_folder = |entry: &std::fs::DirEntry| match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => entry.path().is_dir(),
        };
        let mut entries = std::fs::read_dir(directory)?
            .map(|entry| entry.map(|entry| (entry.path(), is_folder(&entry))))
            .collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        Ok(entries)
    }
}

/// Files in memory, for tests and for callers that have a spec at hand without a disk.
///
/// Paths are compared as given, with `/` between parts; directories exist where a file lies in them.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: std::collections::BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// Adds or replaces a file.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        if bytes.len() as u64 > limit {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {limit} bytes")));
        }
        Ok(bytes.clone())
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        let mut entries = Vec::new();
        for path in self.files.keys() {
            let Ok(below) = path.strip_prefix(directory) else { continue };
            let mut parts = below.components();
            let Some(first) = parts.next() else { continue };
            let entry = (directory.join(first), parts.next().is_some());
            if entries.last() != Some(&entry) {
                entries.push(entry);
            }
        }
        if entries.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        entries.sort();
        Ok(entries)
    }
}
