//! Reading files into [`Sources`], with a diagnostic for each that can't be read.

use std::io;
use std::path::{Path, PathBuf};

use crate::codes::{examples, spec as codes};
use crate::diagnostic::{Diagnostic, FileId, Location, Sources};
use crate::files::Files;

/// What loading collects on its way.
pub(super) struct Loader<'a> {
    pub(super) disk: &'a dyn Files,
    pub(super) sources: Sources,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) files: Vec<PathBuf>,
    pub(super) directories: Vec<PathBuf>,
}

impl<'a> Loader<'a> {
    pub(super) fn new(disk: &'a dyn Files) -> Self {
        Self { disk, sources: Sources::default(), problems: vec![], files: vec![], directories: vec![] }
    }

    /// Reads a text file. `named_at` is where the spec names it; `None` for the spec itself.
    pub(super) fn read(&mut self, path: &Path, shown: &str, limit: u64, named_at: Option<&Location>) -> Option<FileId> {
        self.files.push(path.to_path_buf());
        let bytes = match self.disk.read(path, limit) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.problems.push(unreadable(&error, shown, limit, named_at));
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => Some(self.sources.add(shown, text)),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
                // The replacement character stands where the invalid byte was, so that the snippet can point at it.
                let file = self.sources.add(shown, String::from_utf8_lossy(error.as_bytes()));
                let at = Location { file, span: offset..offset + char::REPLACEMENT_CHARACTER.len_utf8() };
                self.problems.push(
                    Diagnostic::error(codes::NOT_UTF8, format!("not UTF-8: byte 0x{byte:02X} at offset {offset}"))
                        .at(&at, "")
                        .help("save the file as UTF-8"),
                );
                None
            }
        }
    }
}

fn unreadable(error: &io::Error, shown: &str, limit: u64, named_at: Option<&Location>) -> Diagnostic {
    let code = if named_at.is_some() { examples::UNREADABLE } else { codes::UNREADABLE };
    let problem = match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let size = if limit >= 1 << 20 { format!("{} MiB", limit >> 20) } else { format!("{limit} bytes") };
            Diagnostic::error(codes::TOO_LARGE, format!("`{shown}` is larger than {size}"))
        }
        kind => Diagnostic::error(code, format!("can't read `{shown}`: {}", reason(kind))),
    };
    named_at.into_iter().fold(problem, |problem, at| problem.at(at, "named here"))
}

/// Why a file or folder can't be read, in words that are the same on every system.
pub(super) fn reason(kind: io::ErrorKind) -> String {
    match kind {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        kind => kind.to_string(),
    }
}
