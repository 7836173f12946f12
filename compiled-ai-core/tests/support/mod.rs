//! Specs in memory.
#![allow(dead_code)] // Each test file uses its part.

pub(crate) mod fixtures;
pub(crate) mod locks;

use std::path::Path;

use compiled_ai_core::files::Memory;
use compiled_ai_core::load::{Loaded, load};
use compiled_ai_core::render;

/// Loads `specs/a.yaml` from files beside it, each given by its path relative to `specs`.
pub(crate) fn load_files(files: &[(&str, &[u8])]) -> Loaded {
    let memory =
        files.iter().fold(Memory::default(), |memory, (path, bytes)| memory.with(format!("specs/{path}"), *bytes));
    load(&memory, Path::new("specs/a.yaml"), "specs/a.yaml")
}

/// Loads one spec without other files.
pub(crate) fn load_text(spec: &str) -> Loaded {
    load_files(&[("a.yaml", spec.as_bytes())])
}

/// The diagnostics as a user sees them.
pub(crate) fn rendered(loaded: &Loaded) -> String {
    render::plain(&loaded.diagnostics, &loaded.sources)
}

/// The parts of a spec without problems, by key.
const PARTS: &[(&str, &str)] = &[
    ("spec", "spec: 1"),
    ("name", "name: read_receipt"),
    ("about", "about: Read the amount due."),
    ("input", "input: { text: string }"),
    ("output", "output: { total: decimal }"),
    (
        "examples",
        "examples:\n  - { input: { text: a }, output: { total: 1 } }\n  - { input: { text: b }, output: { total: 2 } }",
    ),
];

/// A spec without problems but for `changes`: each takes the place of the part with its key, or is added; one that is
/// only a key removes the part.
pub(crate) fn spec(changes: &str) -> String {
    let key_of = |part: &str| part.split([':', '\n']).next().unwrap_or_default().to_owned();
    // A change goes on until the next line that is not indented.
    let mut changed: Vec<String> = Vec::new();
    for line in changes.lines() {
        match changed.last_mut() {
            Some(last) if line.starts_with([' ', '-', '#', ']', '}']) || line.is_empty() => {
                last.push('\n');
                last.push_str(line);
            }
            _ => changed.push(line.to_owned()),
        }
    }
    let mut parts = Vec::new();
    for (key, part) in PARTS {
        match changed.iter().position(|change| key_of(change) == *key) {
            Some(index) => parts.push(changed.remove(index)),
            None => parts.push((*part).to_owned()),
        }
    }
    parts.extend(changed);
    parts.retain(|part| part.contains(':') || part.contains('\n'));
    parts.join("\n") + "\n"
}
