//! Reaching files: the only door from this crate to a disk.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

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

    /// What tells without reading that a file is still the same; `None` where nothing does.
    fn stamp(&self, _path: &Path) -> Option<Stamp> {
        None
    }
}

/// What a file system notes of a file each time that it changes.
///
/// A file whose stamp is the same has the same bytes, if the stamp was taken well after [`Stamp::changed`]: of two changes within one
/// step of the file system's clock it shows one. Git's index relies on the same
/// (<https://git-scm.com/docs/racy-git>), and like it does not see what is written through a mapping of memory before the system
/// writes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When the file was changed last: its bytes, its name or its times. No program can set it to a time of its choice.
    pub changed: SystemTime,
    /// Other bytes where it is another file or has changed.
    pub mark: [u8; Self::BYTES],
}

impl Stamp {
    /// The length of [`Stamp::mark`].
    pub const BYTES: usize = 56;
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
        // All lie in one folder, so the order of whole texts is that of paths, which are compared part by part.
        entries.sort_by(|(one, _), (other, _)| one.as_os_str().cmp(other.as_os_str()));
        Ok(entries)
    }

    #[cfg(unix)]
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt as _;
        let about = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
        let changed = u64::try_from(about.ctime()).ok()?;
        let nanoseconds = u32::try_from(about.ctime_nsec()).ok()?;
        let mut mark = [0; Stamp::BYTES];
        let parts = [
            about.dev(),
            about.ino(),
            about.size(),
            about.mtime().cast_unsigned(),
            about.mtime_nsec().cast_unsigned(),
            changed,
            nanoseconds.into(),
        ];
        for (bytes, part) in mark.chunks_exact_mut(8).zip(parts) {
            bytes.copy_from_slice(&part.to_le_bytes());
        }
        let changed = SystemTime::UNIX_EPOCH.checked_add(std::time::Duration::new(changed, nanoseconds))?;
        Some(Stamp { changed, mark })
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_shows_every_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "one").unwrap();
        let first = Disk.stamp(&path).unwrap();
        assert_eq!(Disk.stamp(&path), Some(first.clone()));
        // Longer than a step of any clock of the kernel.
        std::thread::sleep(std::time::Duration::from_millis(30));
        // As long as before, and with the time from before.
        let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
        std::fs::write(&path, "two").unwrap();
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
        let second = Disk.stamp(&path).unwrap();
        assert_ne!(second, first);
        assert!(second.changed > first.changed);
        // Another file in its place.
        let other = folder.path().join("b");
        std::fs::write(&other, "two").unwrap();
        std::fs::rename(&other, &path).unwrap();
        assert_ne!(Disk.stamp(&path), Some(second));
        assert_eq!(Disk.stamp(folder.path()), None);
        assert_eq!(Disk.stamp(&other), None);
    }
}
