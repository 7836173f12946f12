//! What users see: every diagnostic of specs and examples, rendered.

mod support;

use std::collections::BTreeSet;

use compiled_ai_core::codes;
use compiled_ai_core::load::{Loaded, MAX_EXAMPLE_FILE, MAX_SPEC_FILE};
use support::fixtures::{ALL, Fixture, Spec};
use support::{load_files, load_text, rendered, spec};

fn load(fixture: &Fixture) -> Loaded {
    let text;
    let spec = match fixture.spec {
        Spec::Changes(changes) => {
            text = spec(changes);
            Some(text.as_bytes())
        }
        Spec::Whole(bytes) => Some(bytes),
        Spec::Missing => None,
    };
    let mut files: Vec<(&str, &[u8])> = fixture.files.to_vec();
    files.extend(spec.map(|spec| ("a.yaml", spec)));
    load_files(&files)
}

#[test]
fn the_spec_that_fixtures_change_has_no_problems() {
    assert_eq!(rendered(&load_text(&spec(""))), "");
}

#[test]
fn every_diagnostic_as_rendered() {
    for (topic, fixtures) in ALL {
        let mut text = String::new();
        for fixture in *fixtures {
            let loaded = load(fixture);
            assert_ne!(loaded.diagnostics, [], "{}: {} should be reported", topic, fixture.name);
            assert_eq!(loaded.spec.is_some(), !loaded.has_errors(), "{}", fixture.name);
            text.push_str(&format!("━━━ {}\n\n{}\n", fixture.name, rendered(&loaded)));
        }
        insta::assert_snapshot!(*topic, text);
    }
}

#[test]
fn every_code_of_specs_and_examples_is_reported_by_something() {
    let mut reported: BTreeSet<&str> = ALL
        .iter()
        .flat_map(|(_, fixtures)| fixtures.iter())
        .flat_map(|fixture| load(fixture).diagnostics)
        .map(|diagnostic| diagnostic.code.0)
        .collect();
    // Size limits need files that are too large for a table.
    reported.extend(
        [too_large_spec(), too_many_bytes()].into_iter().flat_map(|loaded| loaded.diagnostics).map(|d| d.code.0),
    );
    let silent: Vec<&str> =
        codes::all().map(|known| known.code).filter(|code| *code < "CAI0200" && !reported.contains(code)).collect();
    assert_eq!(silent, [""; 0]);
}

fn too_large_spec() -> Loaded {
    load_files(&[("a.yaml", &vec![b'#'; 50 << 20])])
}

fn too_many_bytes() -> Loaded {
    let filler = format!("# {}\n", "x".repeat(usize::try_from(MAX_EXAMPLE_FILE).expect("small") - 100));
    let spec = spec("examples: \"e/*\"");
    let files: Vec<(String, String)> = (0..5)
        .map(|index| {
            (format!("e/{index}.yaml"), format!("{{input: {{text: a{index}}}, output: {{total: 1}}}}\n{filler}"))
        })
        .collect();
    let mut all: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    all.push(("a.yaml", spec.as_bytes()));
    load_files(&all)
}

#[test]
fn files_that_are_too_large_are_refused() {
    let spec = spec("examples: big.jsonl");
    let big_examples = load_files(&[("a.yaml", spec.as_bytes()), ("big.jsonl", &vec![b'\n'; 50 << 20])]);
    let all = [too_large_spec(), big_examples, too_many_bytes()];
    insta::assert_snapshot!("sizes", all.iter().map(rendered).collect::<String>());
}

#[test]
fn a_spec_at_the_limit_is_read() {
    let mut text = spec("");
    let left = usize::try_from(MAX_SPEC_FILE).expect("small") - text.len();
    text.push_str(&"#".repeat(left));
    assert_eq!(rendered(&load_text(&text)), "");
}

#[test]
fn problems_of_examples_are_cut_off() {
    let lines: String =
        (0..10_000).map(|line| format!("{{\"input\":{{\"text\":{line}}},\"output\":{{\"total\":1}}}}\n")).collect();
    let spec = spec("examples: a.jsonl");
    let loaded = load_files(&[("a.yaml", spec.as_bytes()), ("a.jsonl", lines.as_bytes())]);
    assert_eq!(loaded.diagnostics.len(), 100);
    assert!(loaded.diagnostics[99].notes.iter().any(|note| note.contains("stopped here")));
}
