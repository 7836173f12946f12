//! Diagnostics: what is wrong, where, and what to do next.

use std::fmt;
use std::ops::Range;

/// A diagnostic code such as `CAI0001`; [`crate::codes`] explains each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Whether a diagnostic stops the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The spec can't be used.
    Error,
    /// The spec can be used, but something in it is likely not meant.
    Warning,
}

/// Identifies a file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl Default for FileId {
    /// No file at all; see [`Location::nowhere`].
    fn default() -> Self {
        Self(u32::MAX)
    }
}

/// A place in a source file: a range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// Byte range in the file's text; clamped to the text when rendered.
    pub span: Range<usize>,
}

impl Location {
    /// The place of what comes from no file: a diagnostic there has no snippet.
    pub fn nowhere() -> Self {
        Self { file: FileId::default(), span: 0..0 }
    }
}

/// A piece of source that a diagnostic points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub at: Location,
    /// What to say beside the underlined text; may be empty.
    pub text: String,
}

/// One problem: message (lower case, no full stop), places, facts (`notes`) and what to do (`help`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code.
    pub code: Code,
    /// Whether it stops the work.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where; the first label is the primary one.
    pub labels: Vec<Label>,
    /// Facts that help to understand.
    pub notes: Vec<String>,
    /// What to do next.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error without places yet.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), labels: vec![], notes: vec![], help: vec![] }
    }

    /// A warning without places yet.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds a place; the first one added is the primary one.
    #[must_use]
    pub fn at(mut self, at: &Location, text: impl Into<String>) -> Self {
        self.labels.push(Label { at: at.clone(), text: text.into() });
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Whether it stops the work.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The texts that diagnostics point into.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

#[derive(Debug, Clone)]
struct Source {
    path: String,
    text: String,
}

impl Sources {
    /// Adds a file under the path to be shown (relative, forward slashes).
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { path: path.into(), text: text.into() });
        id
    }

    /// The path that is shown for a file.
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |source| &source.path)
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |source| &source.text)
    }

    /// The text of a file, if it is one of these.
    pub fn get(&self, file: FileId) -> Option<&str> {
        self.files.get(file.0 as usize).map(|source| source.text.as_str())
    }

    /// Line and column of a place's start, both from 1; the column counts characters.
    pub fn line_column(&self, at: &Location) -> (usize, usize) {
        let text = self.text(at.file);
        let before = &text[..floor_char_boundary(text, at.span.start)];
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let start_of_line = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start_of_line..].chars().count() + 1)
    }
}

/// The largest character boundary that is not past `index`.
pub(crate) fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
