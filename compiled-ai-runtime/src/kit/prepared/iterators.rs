//! What was found, one after the other. As documented by the crate `regex`.
#![allow(missing_docs)]

use core::iter::FusedIterator;

use regex_automata::{meta, util::captures};

use super::{Captures, Match};

#[derive(Debug)]
pub struct Matches<'r, 'h> {
    haystack: &'h str,
    found: meta::FindMatches<'r, 'h>,
}

impl<'r, 'h> Matches<'r, 'h> {
    pub(super) fn new(haystack: &'h str, found: meta::FindMatches<'r, 'h>) -> Self {
        Self { haystack, found }
    }
}

impl<'h> Iterator for Matches<'_, 'h> {
    type Item = Match<'h>;

    fn next(&mut self) -> Option<Match<'h>> {
        self.found.next().map(|found| Match::new(self.haystack, found.span()))
    }

    fn count(self) -> usize {
        self.found.count()
    }
}

impl FusedIterator for Matches<'_, '_> {}

#[derive(Debug)]
pub struct CaptureMatches<'r, 'h> {
    haystack: &'h str,
    found: meta::CapturesMatches<'r, 'h>,
}

impl<'r, 'h> CaptureMatches<'r, 'h> {
    pub(super) fn new(haystack: &'h str, found: meta::CapturesMatches<'r, 'h>) -> Self {
        Self { haystack, found }
    }
}

impl<'h> Iterator for CaptureMatches<'_, 'h> {
    type Item = Captures<'h>;

    fn next(&mut self) -> Option<Captures<'h>> {
        let static_length = self.found.regex().static_captures_len();
        self.found.next().map(|found| Captures::new(self.haystack, found, static_length))
    }

    fn count(self) -> usize {
        self.found.count()
    }
}

impl FusedIterator for CaptureMatches<'_, '_> {}

#[derive(Debug)]
pub struct Split<'r, 'h> {
    haystack: &'h str,
    parts: meta::Split<'r, 'h>,
}

impl<'r, 'h> Split<'r, 'h> {
    pub(super) fn new(haystack: &'h str, parts: meta::Split<'r, 'h>) -> Self {
        Self { haystack, parts }
    }
}

impl<'h> Iterator for Split<'_, 'h> {
    type Item = &'h str;

    fn next(&mut self) -> Option<&'h str> {
        self.parts.next().map(|span| &self.haystack[span])
    }
}

impl FusedIterator for Split<'_, '_> {}

#[derive(Debug)]
pub struct SplitN<'r, 'h> {
    haystack: &'h str,
    parts: meta::SplitN<'r, 'h>,
}

impl<'r, 'h> SplitN<'r, 'h> {
    pub(super) fn new(haystack: &'h str, parts: meta::SplitN<'r, 'h>) -> Self {
        Self { haystack, parts }
    }
}

impl<'h> Iterator for SplitN<'_, 'h> {
    type Item = &'h str;

    fn next(&mut self) -> Option<&'h str> {
        self.parts.next().map(|span| &self.haystack[span])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.parts.size_hint()
    }
}

impl FusedIterator for SplitN<'_, '_> {}

#[derive(Clone, Debug)]
pub struct CaptureNames<'r>(pub(super) captures::GroupInfoPatternNames<'r>);

impl<'r> Iterator for CaptureNames<'r> {
    type Item = Option<&'r str>;

    fn next(&mut self) -> Option<Option<&'r str>> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }

    fn count(self) -> usize {
        self.0.count()
    }
}

impl ExactSizeIterator for CaptureNames<'_> {}

impl FusedIterator for CaptureNames<'_> {}

#[derive(Clone, Debug)]
pub struct SubCaptureMatches<'c, 'h> {
    haystack: &'h str,
    groups: captures::CapturesPatternIter<'c>,
}

impl<'c, 'h> SubCaptureMatches<'c, 'h> {
    pub(super) fn new(haystack: &'h str, groups: captures::CapturesPatternIter<'c>) -> Self {
        Self { haystack, groups }
    }
}

impl<'h> Iterator for SubCaptureMatches<'_, 'h> {
    type Item = Option<Match<'h>>;

    fn next(&mut self) -> Option<Option<Match<'h>>> {
        self.groups.next().map(|group| group.map(|span| Match::new(self.haystack, span)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.groups.size_hint()
    }

    fn count(self) -> usize {
        self.groups.count()
    }
}

impl ExactSizeIterator for SubCaptureMatches<'_, '_> {}

impl FusedIterator for SubCaptureMatches<'_, '_> {}
