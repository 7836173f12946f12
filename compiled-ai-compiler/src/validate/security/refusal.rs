//! What the gate says no to.

use compiled_ai_core::diagnostic::Code;
use proc_macro2::Span;

use super::profile::Refused;

/// One thing in a candidate that the gate does not allow; made to be read by a model as well as by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The class of the problem, with a page of its own.
    pub code: Code,
    /// The weakness in MITRE's list that this would be, where one fits.
    pub cwe: Option<u32>,
    /// Line of the first character, from 1.
    pub line: usize,
    /// Column of the first character in characters, from 1.
    pub column: usize,
    /// Line of the last character, from 1.
    pub end_line: usize,
    /// Column after the last character, from 1.
    pub end_column: usize,
    /// What is wrong: lower case, no full stop. Never holds text from outside the candidate.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// A range of lines and columns, from 1; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

impl Place {
    /// The place of a byte range of `source`; offsets past the end count as the end.
    pub(super) fn of(source: &str, start: usize, end: usize) -> Self {
        let at = |offset: usize| {
            let before = source.get(..offset.min(source.len())).unwrap_or(source);
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            (before.bytes().filter(|&byte| byte == b'\n').count() + 1, before[line_start..].chars().count() + 1)
        };
        let ((line, column), (end_line, end_column)) = (at(start), at(end));
        Self { line, column, end_line, end_column }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        let (start, end) = (span.start(), span.end());
        Self { line: start.line, column: start.column + 1, end_line: end.line, end_column: end.column + 1 }
    }
}

/// Collects refusals up to a number; further ones are dropped, since a model puts right what it is shown and asks again.
#[derive(Debug)]
pub(super) struct Refusals {
    found: Vec<Refusal>,
    limit: usize,
}

impl Refusals {
    pub(super) fn new(limit: usize) -> Self {
        Self { found: vec![], limit }
    }

    /// Adds a refusal, unless there are enough or the same was said about the same place.
    pub(super) fn add(
        &mut self,
        code: Code,
        cwe: Option<u32>,
        at: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        if self.is_full() {
            return;
        }
        let Place { line, column, end_line, end_column } = at.into();
        let refusal =
            Refusal { code, cwe, line, column, end_line, end_column, message: message.into(), help: help.into() };
        if !self.found.contains(&refusal) {
            self.found.push(refusal);
        }
    }

    /// Adds a refusal of `what` (such as "method `leak`") for the reason that the profile gives.
    pub(super) fn known(&mut self, code: Code, at: impl Into<Place>, what: &str, refused: &Refused) {
        let message = format!("{what} is not allowed: {}", refused.reason);
        self.add(code, refused.cwe, at, message, format!("instead: {}", refused.instead));
    }

    /// Whether no more are taken: looking for a good message is not worth the time.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= self.limit
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All refusals, in the order of the source.
    pub(super) fn into_sorted(mut self) -> Vec<Refusal> {
        self.found.sort_by_key(|refusal| (refusal.line, refusal.column));
        self.found
    }
}
