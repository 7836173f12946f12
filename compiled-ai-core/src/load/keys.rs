//! Mappings with known keys: unknown and repeated ones are reported, the first of each is kept.

use std::collections::HashMap;

use crate::codes::spec as codes;
use crate::diagnostic::{Diagnostic, Location};
use crate::suggest;
use crate::yaml::{Key, Kind, Node};

/// No more unknown keys than this are reported for one mapping.
const MOST_UNKNOWN: usize = 20;

/// The entries of a mapping, each key once.
pub(super) struct Entries<'n> {
    /// Where the mapping stands.
    pub(super) at: &'n Location,
    entries: Vec<(&'n Key, &'n Node)>,
    /// Known keys that an unknown one is most likely meant to be.
    meant: Vec<&'static str>,
}

impl<'n> Entries<'n> {
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|(_, node)| node)
    }

    pub(super) fn entry(&self, key: &str) -> Option<(&'n Key, &'n Node)> {
        self.entries.iter().find(|(candidate, _)| candidate.text == key).copied()
    }

    /// Whether the key is missing without a word: neither there nor misspelt, which was reported already.
    pub(super) fn lacks(&self, key: &str) -> bool {
        self.get(key).is_none() && !self.meant.contains(&key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'n Key, &'n Node)> {
        self.entries.iter().copied()
    }
}

/// Reads a mapping whose keys are all known; `of` says in a message what the mapping is.
pub(super) fn known<'n>(
    node: &'n Node,
    of: &str,
    keys: &[&'static str],
    problems: &mut Vec<Diagnostic>,
) -> Option<Entries<'n>> {
    let mut found = any(node, of, problems)?;
    let mut unknown = Vec::new();
    found.entries.retain(|entry| {
        let is_known = keys.contains(&entry.0.text.as_str());
        if !is_known {
            unknown.push(*entry);
        }
        is_known
    });
    found.meant = unknown.iter().filter_map(|(key, _)| suggest::closest(&key.text, keys.iter().copied())).collect();
    let left_out = unknown.len().saturating_sub(MOST_UNKNOWN);
    problems.extend(unknown.into_iter().take(MOST_UNKNOWN).map(|(key, value)| unknown_key(key, value, of, keys)));
    if left_out > 0
        && let Some(last) = problems.last_mut()
    {
        last.notes.push(format!("{left_out} more keys are unknown"));
    }
    Some(found)
}

/// Reads a mapping whose keys are the user's.
pub(super) fn any<'n>(node: &'n Node, of: &str, problems: &mut Vec<Diagnostic>) -> Option<Entries<'n>> {
    let Kind::Map(entries) = &node.kind else {
        problems.push(wrong_kind(node, of, "a mapping"));
        return None;
    };
    Some(Entries { at: &node.at, entries: unique(entries, problems), meant: vec![] })
}

/// The first entry of every key; the others are reported.
pub(crate) fn unique<'n>(entries: &'n [(Key, Node)], problems: &mut Vec<Diagnostic>) -> Vec<(&'n Key, &'n Node)> {
    let mut seen: HashMap<&str, &Location> = HashMap::with_capacity(entries.len());
    let mut unique = Vec::with_capacity(entries.len());
    for (key, node) in entries {
        if let Some(first) = seen.get(key.text.as_str()) {
            problems.push(
                Diagnostic::error(codes::DUPLICATE_KEY, format!("the key `{}` is given twice", key.text))
                    .at(&key.at, "given again here")
                    .at(first, "first given here"),
            );
            continue;
        }
        seen.insert(&key.text, &key.at);
        unique.push((key, node));
    }
    unique
}

/// A scalar's text, if it is a string.
pub(super) fn text<'n>(node: &'n Node, of: &str, problems: &mut Vec<Diagnostic>) -> Option<&'n str> {
    match &node.kind {
        Kind::String(text) => Some(text),
        _ => {
            let mut problem = wrong_kind(node, of, "a string");
            if matches!(node.kind, Kind::Bool(_) | Kind::Number(_)) {
                problem = problem.help("quote it");
            } else if matches!(&node.kind, Kind::Map(entries) if entries.len() == 1) {
                problem = problem.help("quote a text that contains `: `, or write it as a block after `>-`");
            }
            problems.push(problem);
            None
        }
    }
}

/// A sequence's items.
pub(super) fn items<'n>(node: &'n Node, of: &str, problems: &mut Vec<Diagnostic>) -> Option<&'n [Node]> {
    match &node.kind {
        Kind::Seq(items) => Some(items),
        _ => {
            problems.push(wrong_kind(node, of, "a sequence").help("write `- ` before each item, or `[a, b]`"));
            None
        }
    }
}

pub(super) fn wrong_kind(node: &Node, of: &str, expected: &str) -> Diagnostic {
    Diagnostic::error(codes::WRONG_KIND, format!("{of} must be {expected}, found {}", node.describe()))
        .at(&node.at, format!("expected {expected}"))
}

fn unknown_key(key: &Key, value: &Node, of: &str, keys: &[&'static str]) -> Diagnostic {
    let problem = Diagnostic::error(codes::UNKNOWN_KEY, format!("unknown key `{}`", crate::yaml::shorten(&key.text)))
        .at(&key.at, "");
    let problem = match suggest::closest(&key.text, keys.iter().copied()) {
        Some(meant) => problem.help(format!("did you mean `{meant}`?")),
        None => problem.note(format!("{of} may have {}", suggest::list(keys.iter().copied()))),
    };
    // `{doc: one, two}` has the keys `doc` and `two`.
    let is_rest_of_text = value.kind == Kind::Null && value.at.span.is_empty() && key.text.contains(' ');
    if is_rest_of_text { problem.help("quote a text that contains a comma") } else { problem }
}
