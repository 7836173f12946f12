//! Globs over example files: the same files in the same order on every system.

use std::io;
use std::path::{Path, PathBuf};

use crate::files::Files;

/// Folders below the glob's own that `**` looks into.
const MAX_DEPTH: usize = 32;
/// Files and folders that one glob looks at: a `**` over a build folder should fail, not hang.
const MAX_ENTRIES: usize = 100_000;

/// What a glob found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Files relative to the folder, `/` between parts, in the order of these texts.
    pub(super) files: Vec<String>,
    /// Folders that were looked into.
    pub(super) directories: Vec<PathBuf>,
}

/// Why a glob can't be followed.
#[derive(Debug)]
pub(super) enum Failure {
    /// It is malformed or leads out of the folder; what is wrong with it.
    Malformed(String),
    /// It looks at too much.
    TooMuch,
    /// A folder can't be listed.
    Unlisted(PathBuf, io::Error),
}

/// The files below `folder` that match `pattern`. A pattern without wildcards is the one file, whether it exists or not.
///
/// `*` and `?` stay within a folder, `**` crosses folders; entries that begin with `.` are never looked at.
pub(super) fn expand(disk: &dyn Files, folder: &Path, pattern: &str) -> Result<Found, Failure> {
    let pattern = normalize(pattern)?;
    let has_wildcard = |part: &str| part.contains(['*', '?', '[', '{']);
    if !has_wildcard(&pattern) {
        return Ok(Found { files: vec![pattern], directories: vec![] });
    }
    let parts: Vec<&str> = pattern.split('/').collect();
    let fixed = parts.iter().take_while(|part| !has_wildcard(part)).count().min(parts.len() - 1);
    let depth = if pattern.contains("**") { MAX_DEPTH } else { parts.len() - fixed - 1 };
    let start = parts[..fixed].join("/");
    let mut walk = Walk { disk, pattern: &pattern, left: MAX_ENTRIES, found: Found::default() };
    walk.folder(parts[..fixed].iter().fold(folder.to_path_buf(), |path, part| path.join(part)), &start, depth)?;
    walk.found.files.sort_unstable();
    walk.found.directories.sort_unstable();
    Ok(walk.found)
}

/// Checks a pattern and takes out `.` and doubled `/`.
fn normalize(pattern: &str) -> Result<String, Failure> {
    let malformed = |what: &str| Err(Failure::Malformed(what.to_owned()));
    if pattern.contains('\\') {
        return malformed("has a `\\`: write `/` between folders");
    }
    if pattern.starts_with('/') || pattern.get(1..2) == Some(":") {
        return malformed("is absolute: it must be relative to the folder of the spec");
    }
    if pattern.starts_with('!') {
        return malformed("begins with `!`");
    }
    let parts: Vec<&str> = pattern.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    // Braces may hide a `..`, so that every occurrence counts that could be a part of its own.
    if pattern.split(['/', '{', '}', ',']).any(|part| part == "..") {
        return malformed("leads out of the folder of the spec");
    }
    if parts.is_empty() {
        return malformed("names no file");
    }
    let pattern = parts.join("/");
    if let Err(error) = fast_glob::validate(&pattern) {
        return Err(Failure::Malformed(match error.kind {
            fast_glob::ErrorKind::UnclosedBrace => "has a `{` without `}`".to_owned(),
            fast_glob::ErrorKind::UnclosedBracket => "has a `[` without `]`".to_owned(),
            _ => "has too many braces".to_owned(),
        }));
    }
    Ok(pattern)
}

struct Walk<'a> {
    disk: &'a dyn Files,
    pattern: &'a str,
    left: usize,
    found: Found,
}

impl Walk<'_> {
    fn folder(&mut self, path: PathBuf, relative: &str, depth: usize) -> Result<(), Failure> {
        let listed = self.disk.list(&path);
        self.found.directories.push(path.clone());
        let entries = match listed {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(());
            }
            Err(error) => return Err(Failure::Unlisted(path, error)),
        };
        for (path, is_folder) in entries {
            self.left = self.left.checked_sub(1).ok_or(Failure::TooMuch)?;
            let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
            else {
                continue;
            };
            let relative = if relative.is_empty() { name.to_owned() } else { format!("{relative}/{name}") };
            if !is_folder {
                if fast_glob::glob_match(self.pattern, &relative) {
                    self.found.files.push(relative);
                }
            } else if depth > 0 {
                self.folder(path, &relative, depth - 1)?;
            }
        }
        Ok(())
    }
}
