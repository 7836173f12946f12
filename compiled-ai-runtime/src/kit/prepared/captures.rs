//! What was found. As documented by the crate `regex`.
#![allow(missing_docs)]

use alloc::string::String;
use core::fmt;
use core::ops::{Index, Range};

use regex_automata::{PatternID, Span, util::captures};

use super::SubCaptureMatches;

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Match<'h> {
    haystack: &'h str,
    start: usize,
    end: usize,
}

impl<'h> Match<'h> {
    pub(super) fn new(haystack: &'h str, span: Span) -> Self {
        Self { haystack, start: span.start, end: span.end }
    }

    pub fn start(&self) -> usize {
        self.start
    }

    pub fn end(&self) -> usize {
        self.end
    }

    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn as_str(&self) -> &'h str {
        &self.haystack[self.range()]
    }
}

impl fmt::Debug for Match<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Match")
            .field("start", &self.start)
            .field("end", &self.end)
            .field("string", &self.as_str())
            .finish()
    }
}

impl<'h> From<Match<'h>> for &'h str {
    fn from(found: Match<'h>) -> Self {
        found.as_str()
    }
}

impl From<Match<'_>> for Range<usize> {
    fn from(found: Match<'_>) -> Self {
        found.range()
    }
}

pub struct Captures<'h> {
    haystack: &'h str,
    found: captures::Captures,
    static_length: Option<usize>,
}

impl<'h> Captures<'h> {
    pub(super) fn new(haystack: &'h str, found: captures::Captures, static_length: Option<usize>) -> Self {
        Self { haystack, found, static_length }
    }

    pub fn get(&self, index: usize) -> Option<Match<'h>> {
        self.found.get_group(index).map(|span| Match::new(self.haystack, span))
    }

    pub fn get_match(&self) -> Match<'h> {
        self.get(0).expect("what was found is a group of its own")
    }

    pub fn name(&self, name: &str) -> Option<Match<'h>> {
        self.found.get_group_by_name(name).map(|span| Match::new(self.haystack, span))
    }

    pub fn extract<const N: usize>(&self) -> (&'h str, [&'h str; N]) {
        let length = self.static_length.expect("number of capture groups can vary in a match");
        let length = length.checked_sub(1).expect("number of groups is always greater than zero");
        assert_eq!(N, length, "asked for {N} groups, but must ask for {length}");
        self.found.extract(self.haystack)
    }

    pub fn expand(&self, replacement: &str, to: &mut String) {
        self.found.interpolate_string_into(self.haystack, replacement, to);
    }

    pub fn iter<'c>(&'c self) -> SubCaptureMatches<'c, 'h> {
        SubCaptureMatches::new(self.haystack, self.found.iter())
    }

    #[allow(clippy::len_without_is_empty, reason = "the whole is always one of them")]
    pub fn len(&self) -> usize {
        self.found.group_len()
    }
}

impl Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, index: usize) -> &str {
        self.get(index).map_or_else(|| panic!("no group at index '{index}'"), |found| found.as_str())
    }
}

impl Index<&str> for Captures<'_> {
    type Output = str;

    fn index(&self, name: &str) -> &str {
        self.name(name).map_or_else(|| panic!("no group named '{name}'"), |found| found.as_str())
    }
}

impl fmt::Debug for Captures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Groups<'a>(&'a Captures<'a>);
        struct Key<'a>(usize, Option<&'a str>);
        struct Value<'a>(Match<'a>);

        impl fmt::Debug for Groups<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let names = self.0.found.group_info().pattern_names(PatternID::ZERO);
                let mut map = f.debug_map();
                for (index, name) in names.enumerate() {
                    match self.0.get(index) {
                        None => map.entry(&Key(index, name), &None::<()>),
                        Some(found) => map.entry(&Key(index, name), &Value(found)),
                    };
                }
                map.finish()
            }
        }

        impl fmt::Debug for Key<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.1 {
                    Some(name) => write!(f, "{}/{name:?}", self.0),
                    None => write!(f, "{}", self.0),
                }
            }
        }

        impl fmt::Debug for Value<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}..{}/{:?}", self.0.start(), self.0.end(), self.0.as_str())
            }
        }

        f.debug_tuple("Captures").field(&Groups(self)).finish()
    }
}

#[derive(Clone, Debug)]
pub struct CaptureLocations(pub(super) captures::Captures);

impl CaptureLocations {
    pub fn get(&self, index: usize) -> Option<(usize, usize)> {
        self.0.get_group(index).map(|span| (span.start, span.end))
    }

    #[allow(clippy::len_without_is_empty, reason = "the whole is always one of them")]
    pub fn len(&self) -> usize {
        self.0.group_info().group_len(PatternID::ZERO)
    }
}
