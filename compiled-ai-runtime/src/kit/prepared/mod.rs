//! Regular expressions for components: parsed when a component is built, so that it needs no parser.
//!
//! [`Regex`] has the methods of the crate `regex`, which it stands for in a component, and asks the same engine in the same
//! configuration. What differs is where that engine's input comes from: not from the text of the pattern, but from the form
//! that parsing gives, written down by `compiled-ai-compiler` and read by [`decode`].

mod captures;
pub mod decode;
mod iterators;
mod replace;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use regex_automata::{Input, MatchKind, PatternID, meta};

pub use captures::{CaptureLocations, Captures, Match};
pub use iterators::{CaptureMatches, CaptureNames, Matches, Split, SplitN, SubCaptureMatches};
pub use replace::{NoExpand, Replacer, ReplacerRef};

/// A pattern of a candidate, prepared.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// The pattern as it is written.
    pub text: &'static str,
    /// What was made of it.
    pub form: Form,
}

/// What was made of a pattern.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// What [`decode::hir`] reads, and the classes of characters that it refers to.
    Parsed {
        /// The pattern.
        code: &'static [u8],
        /// All classes of characters of a candidate.
        classes: &'static [&'static [u8]],
    },
    /// Nothing: it is parsed at its first use. Only a component with such a pattern holds a parser.
    Text(fn(&'static str) -> Regex),
}

/// The pattern with this text.
///
/// # Panics
/// There is none. It is called while a component is compiled, which fails then.
pub const fn find(patterns: &'static [Pattern], text: &str) -> &'static Pattern {
    let mut index = 0;
    while index < patterns.len() {
        if is_same(patterns[index].text.as_bytes(), text.as_bytes()) {
            return &patterns[index];
        }
        index += 1;
    }
    panic!("a pattern that is not prepared")
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// A regular expression.
#[derive(Clone)]
pub struct Regex {
    meta: meta::Regex,
    pattern: &'static str,
}

/// Makes the regular expression of a pattern.
///
/// # Panics
/// It can't be made, for which the size of what it would become is the only reason left.
pub fn regex(pattern: &'static Pattern) -> Box<Regex> {
    let Pattern { text, form } = pattern;
    Box::new(match form {
        Form::Parsed { code, classes } => {
            let hir = decode::hir(code, classes);
            let meta = hir.and_then(|hir| builder().build_from_hir(&hir).ok());
            Regex { meta: meta.unwrap_or_else(|| invalid(text)), pattern: text }
        }
        Form::Text(parse) => parse(text),
    })
}

/// Parses a pattern.
///
/// # Panics
/// It is not a regular expression.
pub fn parsed(pattern: &'static str) -> Regex {
    Regex { meta: builder().build(pattern).unwrap_or_else(|_| invalid(pattern)), pattern }
}

fn invalid(pattern: &str) -> ! {
    panic!("invalid regular expression `{pattern}`")
}

/// As the crate `regex` configures it.
fn builder() -> meta::Builder {
    let mut builder = meta::Builder::new();
    builder.configure(
        meta::Config::new()
            .nfa_size_limit(Some(10 << 20))
            .hybrid_cache_capacity(2 << 20)
            .match_kind(MatchKind::LeftmostFirst)
            .utf8_empty(true),
    );
    builder
}

// As documented by the crate `regex`.
#[allow(missing_docs)]
impl Regex {
    pub fn is_match(&self, haystack: &str) -> bool {
        self.is_match_at(haystack, 0)
    }

    pub fn find<'h>(&self, haystack: &'h str) -> Option<Match<'h>> {
        self.find_at(haystack, 0)
    }

    pub fn find_iter<'r, 'h>(&'r self, haystack: &'h str) -> Matches<'r, 'h> {
        Matches::new(haystack, self.meta.find_iter(haystack))
    }

    pub fn captures<'h>(&self, haystack: &'h str) -> Option<Captures<'h>> {
        self.captures_at(haystack, 0)
    }

    pub fn captures_iter<'r, 'h>(&'r self, haystack: &'h str) -> CaptureMatches<'r, 'h> {
        CaptureMatches::new(haystack, self.meta.captures_iter(haystack))
    }

    pub fn split<'r, 'h>(&'r self, haystack: &'h str) -> Split<'r, 'h> {
        Split::new(haystack, self.meta.split(haystack))
    }

    pub fn splitn<'r, 'h>(&'r self, haystack: &'h str, limit: usize) -> SplitN<'r, 'h> {
        SplitN::new(haystack, self.meta.splitn(haystack, limit))
    }

    pub fn replace<'h, R: Replacer>(&self, haystack: &'h str, replacer: R) -> Cow<'h, str> {
        self.replacen(haystack, 1, replacer)
    }

    pub fn replace_all<'h, R: Replacer>(&self, haystack: &'h str, replacer: R) -> Cow<'h, str> {
        self.replacen(haystack, 0, replacer)
    }

    pub fn replacen<'h, R: Replacer>(&self, haystack: &'h str, limit: usize, mut replacer: R) -> Cow<'h, str> {
        let limit = if limit == 0 { usize::MAX } else { limit };
        let mut replaced = String::new();
        let mut end = None;
        if let Some(text) = replacer.no_expansion() {
            for found in self.find_iter(haystack).take(limit) {
                replaced.push_str(&haystack[end.unwrap_or(0)..found.start()]);
                replaced.push_str(&text);
                end = Some(found.end());
            }
        } else {
            for captures in self.captures_iter(haystack).take(limit) {
                let found = captures.get_match();
                replaced.push_str(&haystack[end.unwrap_or(0)..found.start()]);
                replacer.replace_append(&captures, &mut replaced);
                end = Some(found.end());
            }
        }
        let Some(end) = end else { return Cow::Borrowed(haystack) };
        replaced.push_str(&haystack[end..]);
        Cow::Owned(replaced)
    }

    pub fn shortest_match(&self, haystack: &str) -> Option<usize> {
        self.shortest_match_at(haystack, 0)
    }

    pub fn shortest_match_at(&self, haystack: &str, start: usize) -> Option<usize> {
        let input = Input::new(haystack).earliest(true).span(start..haystack.len());
        self.meta.search_half(&input).map(|found| found.offset())
    }

    pub fn is_match_at(&self, haystack: &str, start: usize) -> bool {
        self.shortest_match_at(haystack, start).is_some()
    }

    pub fn find_at<'h>(&self, haystack: &'h str, start: usize) -> Option<Match<'h>> {
        let input = Input::new(haystack).span(start..haystack.len());
        self.meta.search(&input).map(|found| Match::new(haystack, found.span()))
    }

    pub fn captures_at<'h>(&self, haystack: &'h str, start: usize) -> Option<Captures<'h>> {
        let input = Input::new(haystack).span(start..haystack.len());
        let mut found = self.meta.create_captures();
        self.meta.search_captures(&input, &mut found);
        found.is_match().then(|| Captures::new(haystack, found, self.static_captures_len()))
    }

    pub fn captures_read<'h>(&self, locations: &mut CaptureLocations, haystack: &'h str) -> Option<Match<'h>> {
        self.captures_read_at(locations, haystack, 0)
    }

    pub fn captures_read_at<'h>(
        &self,
        locations: &mut CaptureLocations,
        haystack: &'h str,
        start: usize,
    ) -> Option<Match<'h>> {
        let input = Input::new(haystack).span(start..haystack.len());
        self.meta.search_captures(&input, &mut locations.0);
        locations.0.get_match().map(|found| Match::new(haystack, found.span()))
    }

    pub fn as_str(&self) -> &str {
        self.pattern
    }

    pub fn capture_names(&self) -> CaptureNames<'_> {
        CaptureNames(self.meta.group_info().pattern_names(PatternID::ZERO))
    }

    pub fn captures_len(&self) -> usize {
        self.meta.group_info().group_len(PatternID::ZERO)
    }

    pub fn static_captures_len(&self) -> Option<usize> {
        self.meta.static_captures_len()
    }

    pub fn capture_locations(&self) -> CaptureLocations {
        CaptureLocations(self.meta.create_captures())
    }
}

impl fmt::Display for Regex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.pattern)
    }
}

impl fmt::Debug for Regex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Regex").field(&self.pattern).finish()
    }
}
