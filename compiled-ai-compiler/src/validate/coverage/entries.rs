//! From places and what was seen of them to the list that a person reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use compiled_ai_core::coverage::{Coverage, Place, Reached, Unreached, cut};
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use proc_macro2::TokenTree;
use quote::ToTokens as _;
use syn::{File, Item};

use super::instrument::{Probe, range};
use crate::validate::security::{literals, on_large_stack};

/// The bits of all runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// Of examples, and of inputs made without a look at the candidate.
    pub(super) plain: Vec<u8>,
    /// Of inputs made of the candidate's literals.
    pub(super) own: Vec<u8>,
}

impl Seen {
    /// What reaches a place; `None` if an example does, or what the spec says explains it.
    fn reached(&self, probe: &Probe, said: &BTreeSet<String>) -> Option<Reached> {
        let all = |bits: &dyn Fn(u32) -> bool| probe.bits.clone().all(bits);
        if probe.bits.is_empty() {
            Some(Reached::Unknown)
        } else if all(&|n| is_set(&self.plain, n)) {
            None
        } else if all(&|n| is_set(&self.plain, n) || is_set(&self.own, n)) {
            (!is_said(&probe.literals, said)).then_some(Reached::OwnLiterals)
        } else {
            Some(Reached::Never)
        }
    }
}

fn is_set(bits: &[u8], n: u32) -> bool {
    bits.get((n / 8) as usize).is_some_and(|byte| byte & (1 << (n % 8)) != 0)
}

/// Whether the spec says every word of every literal.
fn is_said(literals: &[String], said: &BTreeSet<String>) -> bool {
    let words = |text: &String| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    !literals.is_empty()
        && literals.iter().map(words).all(|words| !words.is_empty() && words.iter().all(|word| said.contains(word)))
}

/// Lists what nothing reaches, with lines of `candidate`; `inputs` is how many it was run on.
pub(super) fn list(spec: &Spec, candidate: &str, probes: &[Probe], seen: &Seen, inputs: usize) -> Coverage {
    let said: BTreeSet<String> = literals::words_of(spec).iter().map(|word| word.to_lowercase()).collect();
    let mut found: Vec<Found> = probes
        .iter()
        .filter_map(|probe| {
            let reached = seen.reached(probe, &said)?;
            Some(Found { range: probe.range.clone(), what: probe.what, reached })
        })
        .collect();
    // What lies in an unreached place is unreached because of that.
    found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    let mut outer: Vec<Found> = vec![];
    for found in found {
        let is_inside = |outer: &Found| {
            outer.range.end >= found.range.end
                && (outer.reached == found.reached || outer.reached != Reached::OwnLiterals)
        };
        if !outer.iter().any(is_inside) {
            outer.push(found);
        }
    }
    let text = Text::new(candidate);
    let items = on_large_stack(|| syn::parse_file(candidate).ok().map(|file| texts(candidate, &file)));
    let items = items.flatten().unwrap_or_default();
    let unreached = text.grouped(outer, &items);
    Coverage { places: probes.len(), inputs, unreached }
}

struct Found {
    range: Range<usize>,
    what: Place,
    reached: Reached,
}

/// A top-level item: where it stands, and its text with the constants that it names.
struct ItemText {
    range: Range<usize>,
    text: String,
}

/// The lines of a candidate.
struct Text<'a> {
    candidate: &'a str,
    starts: Vec<usize>,
}

impl<'a> Text<'a> {
    fn new(candidate: &'a str) -> Self {
        let starts = std::iter::once(0).chain(candidate.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { candidate, starts }
    }

    /// The line of a byte, from 0.
    fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// Makes one entry of what stands on neighbouring lines of an item.
    fn grouped(&self, found: Vec<Found>, items: &[ItemText]) -> Vec<Unreached> {
        let item_of = |range: &Range<usize>| items.iter().position(|item| item.range.contains(&range.start));
        let mut groups: Vec<(Option<usize>, Found)> = vec![];
        for next in found {
            let item = item_of(&next.range);
            match groups.last_mut() {
                Some((last_item, last))
                    if *last_item == item
                        && (last.reached == Reached::Unknown) == (next.reached == Reached::Unknown)
                        && self.line(next.range.start) <= self.line(self.last(&last.range)) + 1 =>
                {
                    last.range.end = last.range.end.max(next.range.end);
                    // The graver one names the group.
                    last.what = last.what.min(next.what);
                    last.reached = if [last.reached, next.reached].contains(&Reached::Never) {
                        Reached::Never
                    } else {
                        last.reached.max(next.reached)
                    };
                }
                _ => groups.push((item, next)),
            }
        }
        groups.into_iter().map(|(item, found)| self.entry(&found, item.and_then(|item| items.get(item)))).collect()
    }

    fn last(&self, range: &Range<usize>) -> usize {
        range.end.saturating_sub(1).max(range.start)
    }

    fn entry(&self, found: &Found, item: Option<&ItemText>) -> Unreached {
        let line = self.line(found.range.start);
        let start = self.starts[line];
        let column = self.candidate.get(start..found.range.start).map_or(0, |before| before.chars().count()) + 1;
        let source = cut(self.candidate[start..].lines().next().unwrap_or_default());
        let (around, from) = item.map_or((self.candidate, 0), |item| (item.text.as_str(), item.range.start));
        let place = format!("{} {} {}", found.what, found.range.start - from, found.range.end - from);
        let hash = Hash::of([around, &place].join("\0"));
        let id = hash.as_str().trim_start_matches("sha256:").chars().take(16).collect();
        let lines = self.line(self.last(&found.range)) - line + 1;
        let (what, reached) = (found.what, found.reached);
        Unreached { id, line: line + 1, column, lines, what, reached, source, acknowledged: false, note: None }
    }
}

/// The items, each with the text of the constants that it names, and of those that they name.
fn texts(candidate: &str, file: &File) -> Vec<ItemText> {
    let text = |item: &Item| candidate.get(range(item)).unwrap_or_default();
    let constants: BTreeMap<String, &Item> = file
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Const(constant) => Some((constant.ident.to_string(), item)),
            _ => None,
        })
        .collect();
    let items = file.items.iter().map(|item| {
        let mut named = BTreeSet::new();
        let mut open = vec![item];
        while let Some(item) = open.pop() {
            for name in names(item.to_token_stream()) {
                if let Some(constant) = constants.get(&name)
                    && named.insert(name)
                {
                    open.push(constant);
                }
            }
        }
        let constants = named.iter().filter_map(|name| constants.get(name)).map(|constant| text(constant));
        let text = std::iter::once(text(item)).chain(constants).collect::<Vec<_>>().join("\0");
        ItemText { range: range(item), text }
    });
    items.collect()
}

fn names(tokens: proc_macro2::TokenStream) -> Vec<String> {
    let mut found = vec![];
    for token in tokens {
        match token {
            TokenTree::Ident(name) => found.push(name.to_string()),
            TokenTree::Group(group) => found.extend(names(group.stream())),
            _ => {}
        }
    }
    found
}
