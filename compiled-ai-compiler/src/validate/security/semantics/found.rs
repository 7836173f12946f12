//! What following values finds: the texts that are built, and work without a bound.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proc_macro2::Span;

use super::flow::Flow;
use super::taint::{Part, Value};

/// Characters of the texts that are kept.
const MOST_BUILT: usize = 50_000;
/// Of a literal that is longer, what stands next to a value is kept.
const CONTEXT: usize = 400;

/// What was found on the way.
#[derive(Default)]
pub(super) struct Found {
    /// Texts that were put together.
    pub(super) built: Vec<Vec<Part>>,
    /// These, by their hash.
    seen: HashSet<u64>,
    characters: usize,
    /// There were more texts than were kept.
    pub(super) is_cut: bool,
    /// Work or memory whose amount the input names.
    pub(super) unbounded: Vec<(Span, Unbounded)>,
    /// Where, by the addresses of nodes: asking for a place takes as long as printing what stands there.
    pub(super) noted: HashSet<(usize, Unbounded)>,
}

/// What an unbounded number is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unbounded {
    Loop,
    Memory,
    Recursion,
    /// A loop that never ends if the number is zero.
    Step,
    /// A loop until a number is small, to which more may be added than is taken off.
    Turns,
}

impl Flow<'_, '_> {
    /// Keeps a text that is put together, unless one like it is kept.
    pub(super) fn built(&mut self, value: &Value) {
        if value.parts.len() < 2 || !value.has_text() || self.found.is_cut {
            return;
        }
        let (mut key, mut length) = (DefaultHasher::new(), 0);
        for part in &value.parts {
            match part {
                Part::Text(text, _) => {
                    let (head, tail) = ends(text);
                    (head, tail).hash(&mut key);
                    length += head.len() + tail.len();
                }
                Part::Hole(facts) => facts.hash(&mut key),
            }
        }
        if !self.spend_characters(length + 8 * value.parts.len()) || !self.found.seen.insert(key.finish()) {
            return;
        }
        self.found.characters += length;
        self.found.is_cut = self.found.characters > MOST_BUILT;
        self.found.built.push(value.parts.iter().map(shortened).collect());
    }
}

/// What is kept of a text.
fn ends(text: &str) -> (&str, &str) {
    if text.len() <= 2 * CONTEXT {
        return (text, "");
    }
    (&text[..text.floor_char_boundary(CONTEXT)], &text[text.ceil_char_boundary(text.len() - CONTEXT)..])
}

/// A part whose text is cut in the middle if it is long.
fn shortened(part: &Part) -> Part {
    match part {
        Part::Text(text, at) if text.len() > 2 * CONTEXT => {
            let (head, tail) = ends(text);
            Part::Text(format!("{head} {tail}").into(), *at)
        }
        _ => part.clone(),
    }
}
