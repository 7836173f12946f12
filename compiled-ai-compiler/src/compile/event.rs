//! What a compilation tells while it goes on, and why it may fail.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::lock::Attempt;

use crate::budget::Short;
use crate::model::{Pause, ProviderError, Tokens};
use crate::validate::StageEvent;

/// News of a compilation in progress.
#[derive(Debug, Clone)]
pub enum Event {
    /// A model is asked.
    Asking {
        /// Which attempt, from 1.
        attempt: u8,
        /// How many there may be.
        of: u8,
        /// The prompt's length in bytes.
        bytes: usize,
        /// Which model, where several may be asked.
        model: Option<String>,
        /// Which reply to the same prompt, and how many there may be, where there may be several.
        candidate: Option<(u8, u8)>,
        /// What is left of the budget, in a few words, if there is one.
        left: Option<String>,
    },
    /// The request failed and is repeated after a pause.
    Waiting(Pause),
    /// It answered.
    Replied {
        /// Token counts.
        tokens: Tokens,
        /// How long it took.
        took: Duration,
        /// What it cost in US dollars, if a price is configured.
        dollars: Option<f64>,
        /// Whether it was paid for in an earlier run, which did not come to an end.
        kept: bool,
    },
    /// A reply that was paid for can't be kept against an accident; why.
    NotKept(String),
    /// The reply held no candidate, or one that was judged before.
    NoCandidate(String),
    /// The security stage has judged.
    Security {
        /// Whether it let the candidate pass.
        passed: bool,
        /// How long it took.
        took: Duration,
    },
    /// One of the other stages begins or has judged.
    Stage(StageEvent),
    /// What the last stage found, in one line.
    Found(String),
}

/// Why nothing was locked. What was locked before is untouched.
#[derive(Debug)]
pub enum Failed {
    /// The provider gave no reply.
    Provider(ProviderError),
    /// The next request could pass a limit. What was paid for is kept, and used when this is run again with a higher one.
    OverBudget {
        /// The limits.
        short: Vec<Short>,
        /// How many requests were made before, in this run and in those that it goes on from.
        attempts: usize,
    },
    /// This machine can't validate.
    Machine(Box<Diagnostic>),
    /// No candidate passed every stage.
    NotCompiled {
        /// Every attempt.
        attempts: Vec<Attempt>,
        /// What is wrong with the candidate that came nearest.
        feedback: String,
        /// Where the candidates are kept; `None` if they could not be.
        kept: Option<PathBuf>,
    },
    /// The artifact passed, and can't be written.
    NotWritten(io::Error),
}
