//! What fails the build: nothing about a spec, only that reading or writing does not work.

use std::fmt;
use std::path::Path;

use compiled_ai_core::codes::build as codes;
use compiled_ai_core::diagnostic::Code;

/// A failure, as one line.
#[derive(Debug)]
pub(crate) struct Fatal(String);

impl Fatal {
    /// A failure to read or write.
    pub(crate) fn io(doing: &str, path: &Path, error: &std::io::Error, help: &str) -> Self {
        Self::new(codes::INFRASTRUCTURE, &format!("{doing} `{}`: {error}", path.display()), help)
    }

    /// A failure of the environment.
    pub(crate) fn environment(message: &str, help: &str) -> Self {
        Self::new(codes::INFRASTRUCTURE, message, help)
    }

    /// A [`crate::Builder`] that can't be followed.
    pub(crate) fn builder(message: &str, help: &str) -> Self {
        Self::new(codes::BUILDER, message, help)
    }

    fn new(code: Code, message: &str, help: &str) -> Self {
        Self(format!("[{code}] {message}; {help}"))
    }
}

impl fmt::Display for Fatal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
