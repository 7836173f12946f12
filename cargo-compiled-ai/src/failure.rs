//! Why a command could not do its work.

use compiled_ai_core::diagnostic::{Code, Diagnostic};

use crate::style;

/// A problem that is not in a spec: shown like a diagnostic, ends the command with status 2.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// The code that explains it.
    pub(crate) code: Code,
    /// What is wrong.
    pub(crate) message: String,
    /// Facts.
    pub(crate) notes: Vec<String>,
    /// What to do next.
    pub(crate) help: Vec<String>,
    /// The whole text, where it was drawn with snippets of a file.
    pub(crate) drawn: Option<String>,
}

impl Failure {
    /// A failure without notes.
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), notes: vec![], help: vec![], drawn: None }
    }

    /// Adds a fact.
    #[must_use]
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds what to do next.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Shows it on standard error.
    pub(crate) fn show(&self) {
        if let Some(drawn) = &self.drawn {
            return anstream::eprintln!("{}", drawn.trim_end());
        }
        let (error, label, bold) = (style::ERROR, style::LABEL, style::BOLD);
        anstream::eprintln!("{error}error[{}]{error:#}{bold}: {}{bold:#}", self.code, self.message);
        let hang = |text: &str| text.trim_end().replace('\n', "\n          ");
        self.notes.iter().for_each(|note| anstream::eprintln!("  {label}= note:{label:#} {}", hang(note)));
        self.help.iter().for_each(|help| anstream::eprintln!("  {label}= help:{label:#} {}", hang(help)));
    }
}

impl From<Box<Diagnostic>> for Failure {
    fn from(problem: Box<Diagnostic>) -> Self {
        let Diagnostic { code, message, notes, help, .. } = *problem;
        Self { code, message, notes, help, drawn: None }
    }
}
