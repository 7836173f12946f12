//! What a build script says to Cargo, line by line.

use std::fmt;

use compiled_ai_core::diagnostic::{Diagnostic, Sources};

use crate::fatal::Fatal;

/// A line on standard output.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line(String);

impl Line {
    /// Rerun when this path changes.
    pub(crate) fn watch(path: &str) -> Self {
        Self(format!("cargo::rerun-if-changed={path}"))
    }

    /// Rerun when this variable changes.
    pub(crate) fn watch_variable(name: &str) -> Self {
        Self(format!("cargo::rerun-if-env-changed={}", one_line(name)))
    }

    /// What goes on with a spec, which Cargo shows as a warning.
    #[cfg(feature = "generate")]
    pub(crate) fn news(spec: &str, what: &str) -> Self {
        Self(format!("cargo::warning={spec}: {}", one_line(what)))
    }

    /// A warning that Cargo shows.
    pub(crate) fn warning(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let mut text = String::new();
        if let Some(label) = diagnostic.labels.first().filter(|label| !sources.path(label.at.file).is_empty()) {
            let (line, column) = sources.line_column(&label.at);
            text.push_str(&format!("{}:{line}:{column}: ", sources.path(label.at.file)));
        }
        text.push_str(&format!("[{}] {}", diagnostic.code, diagnostic.message));
        for help in &diagnostic.help {
            text.push_str(&format!("; help: {help}"));
        }
        Self(format!("cargo::warning={}", one_line(&text)))
    }

    /// A line that an earlier run said.
    pub(crate) fn said(line: String) -> Self {
        Self(line)
    }

    /// An error that fails the build.
    pub(crate) fn error(fatal: &Fatal) -> Self {
        Self(format!("cargo::error={}", one_line(&fatal.to_string())))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Cargo takes each line for itself.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
