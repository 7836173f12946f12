//! The program that a candidate is compiled as, and where in it the candidate stands.

use std::ops::Range;

use compiled_ai_core::emit;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;

/// The file's name, as compiler messages and panics give it.
pub(crate) const FILE: &str = "candidate.rs";

/// The text of a program, with the candidate in it.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    text: String,
    candidate: Range<usize>,
}

/// A place in a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
}

impl Program {
    pub(crate) fn new(spec: &Spec, hash: &Hash, candidate: &str) -> Self {
        Self::of(emit::program(spec, hash, candidate, "::compiled_ai_runtime", "::compiled_ai_kit"), candidate)
    }

    /// What becomes a component.
    pub(crate) fn guest(spec: &Spec, hash: &Hash, candidate: &str) -> Self {
        Self::of(emit::guest(spec, hash, candidate, "::compiled_ai_runtime", "::compiled_ai_kit"), candidate)
    }

    fn of(text: String, candidate: &str) -> Self {
        // The last occurrence: the types before it hold docs, which hold whatever a spec says.
        let start = text.rfind(candidate).unwrap_or(text.len());
        let end = (start + candidate.len()).min(text.len());
        Self { text, candidate: start..end }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The candidate alone.
    pub(crate) fn candidate(&self) -> &str {
        &self.text[self.candidate.clone()]
    }

    /// Where a byte of the text stands in the candidate; `None` if it does not.
    pub(crate) fn place(&self, byte: usize) -> Option<Place> {
        if !self.candidate.contains(&byte) && byte != self.candidate.end {
            return None;
        }
        let before = self.text.get(self.candidate.start..byte)?;
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Some(Place { line, column: before[start..].chars().count() + 1 })
    }

    /// The candidate's line that a line of the text is, both from 1; `None` if it stands outside.
    pub(crate) fn line(&self, line: usize) -> Option<usize> {
        let first = self.text[..self.candidate.start].matches('\n').count() + 1;
        let count = self.text[self.candidate.clone()].lines().count();
        let line = (line + 1).checked_sub(first)?;
        (1..=count).contains(&line).then_some(line)
    }

    /// A line of the candidate, from 1, without its indent.
    pub(crate) fn line_text(&self, line: usize) -> &str {
        let candidate = &self.text[self.candidate.clone()];
        line.checked_sub(1).and_then(|index| candidate.lines().nth(index)).unwrap_or_default().trim()
    }
}
