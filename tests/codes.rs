//! The codes of the build script and the macro: known to `explain`, and each shown by a test.

#[allow(dead_code, reason = "the other test uses the rest")]
mod support;

use std::collections::BTreeSet;
use std::path::Path;

use compiled_ai_core::codes;

/// Every `CAI03xx` in the files below `path`.
fn codes_in(path: &Path) -> BTreeSet<String> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("a folder can be listed").flatten();
        return entries.flat_map(|entry| codes_in(&entry.path())).collect();
    }
    let text = String::from_utf8_lossy(&std::fs::read(path).expect("a file can be read")).into_owned();
    text.match_indices("CAI03").filter_map(|(start, _)| text.get(start..start + 7)).map(str::to_owned).collect()
}

fn explained() -> BTreeSet<String> {
    codes::all().map(|explained| explained.code.to_owned()).filter(|code| code.starts_with("CAI03")).collect()
}

#[test]
fn the_macro_repeats_codes_that_are_explained() {
    let repeated = codes_in(&support::root().join("compiled-ai-macros/src"));
    assert!(repeated.len() > 10, "{repeated:?}");
    assert_eq!(repeated.difference(&explained()).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_code_is_shown_by_a_test() {
    let shown: BTreeSet<String> =
        ["tests/ui/cases", "tests/snapshots", "tests/fixtures.rs", "compiled-ai-build/src/builder_tests.rs"]
            .iter()
            .flat_map(|path| codes_in(&support::root().join(path)))
            .collect();
    assert_eq!(explained().difference(&shown).collect::<Vec<_>>(), Vec::<&String>::new());
}
