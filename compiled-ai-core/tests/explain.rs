//! The pages of specs and examples keep their word: what they call wrong gives their code, what they call right does not.
//!
//! A block of YAML belongs to the paragraph before it, which begins with "Wrong" or "Right". What the paragraph quotes of a
//! spec, as in "Wrong, for `output: { total: decimal }`:", is part of the spec; "Right" takes it over from "Wrong". The
//! block is a part of a spec as well, or an example of it, or a file of its own.

mod support;

use std::collections::BTreeSet;

use compiled_ai_core::codes;
use compiled_ai_core::load::{Loaded, MAX_EXAMPLE_FILE};
use support::{load_files, rendered, spec};

/// Pages whose "Wrong" no text of a page can be, and why.
const NOT_AS_WRITTEN: &[(&str, &str)] = &[
    ("CAI0002", "it is Rust"),
    ("CAI0004", "a page is UTF-8"),
    ("CAI0107", "it takes 100,000 files; `diagnostics.rs` has the 64 MiB"),
];

struct Block {
    is_wrong: bool,
    /// What the paragraph before it quotes of the spec.
    changes: Vec<String>,
    text: String,
}

#[test]
fn what_pages_call_wrong_gives_their_code() {
    let mut other = Vec::new();
    for (code, blocks) in pages() {
        let wrong: Vec<&Block> = blocks.iter().filter(|block| block.is_wrong).collect();
        assert!(!wrong.is_empty(), "{code} shows nothing wrong");
        for block in wrong {
            let loaded = load(code, block, &[]);
            let mut reported: BTreeSet<&str> = codes_of(code, &loaded, |_| true);
            if is_whole(code) {
                // What else a file lacks that is wrong as a whole is not the page's subject.
                reported.retain(|reported| *reported == code);
            }
            if reported != BTreeSet::from([code]) {
                other.push(format!("{code} gives {reported:?}\n{}\n{}", block.text, rendered(&loaded)));
            }
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n\n"));
}

#[test]
fn what_pages_call_right_has_no_errors() {
    let mut wrong = Vec::new();
    for (code, blocks) in pages() {
        let changes: Vec<String> =
            blocks.iter().filter(|block| block.is_wrong).flat_map(|block| block.changes.clone()).collect();
        for block in blocks.iter().filter(|block| !block.is_wrong && !is_whole(code)) {
            let loaded = load(code, block, &changes);
            let reported = codes_of(code, &loaded, |is_error| is_error);
            if !reported.is_empty() {
                wrong.push(format!("{code}\n{}\n{}", block.text, rendered(&loaded)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The pages of specs and of examples, with their blocks.
fn pages() -> Vec<(&'static str, Vec<Block>)> {
    codes::all()
        .filter(|page| page.code < "CAI0200" && NOT_AS_WRITTEN.iter().all(|(code, _)| *code != page.code))
        .map(|page| (page.code, blocks(page.page)))
        .collect()
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("```yaml\n") {
        let (text, after) = after.split_once("```").expect("a block ends");
        let paragraph = before.rsplit("\n\n").next().unwrap_or_default().trim();
        let is_wrong = paragraph.starts_with("Wrong");
        if is_wrong || paragraph.starts_with("Right") {
            let quoted = paragraph.split('`').skip(1).step_by(2);
            let changes = quoted.filter(|quoted| quoted.contains(": ")).map(str::to_owned).collect();
            blocks.push(Block { is_wrong, changes, text: text.to_owned() });
        }
        rest = after;
    }
    blocks
}

/// Pages whose block is a whole spec.
fn is_whole(code: &str) -> bool {
    ["CAI0007", "CAI0013"].contains(&code)
}

/// Loads the spec that a block is part of; `changes` are those of the page.
fn load(code: &str, block: &Block, changes: &[String]) -> Loaded {
    let key = |change: &str| change.split(':').next().unwrap_or_default().to_owned();
    let own: Vec<String> = block.changes.iter().map(|change| key(change)).collect();
    let kept = changes.iter().filter(|change| !own.contains(&key(change)));
    let changes = kept.chain(&block.changes).fold(String::new(), |text, change| text + change + "\n");
    let example_keys = ["input", "output", "abstain", "held_out"];
    let keys: Vec<String> = block.text.lines().filter(|line| line.starts_with(char::is_alphabetic)).map(key).collect();
    let is_example =
        (code >= "CAI0100" || !changes.is_empty()) && keys.iter().all(|key| example_keys.contains(&&**key));
    let text = if is_whole(code) {
        block.text.clone()
    } else if code == "CAI0106" {
        spec("examples: block.yaml")
    } else if is_example || code == "CAI0109" {
        let mut example = block.text.clone();
        if code != "CAI0109" {
            let has = |key: &str| keys.iter().any(|given| given == key);
            example += if has("input") { "" } else { "input: { text: a }\n" };
            example += if has("output") || has("abstain") { "" } else { "output: { total: 1 }\n" };
        }
        spec(&format!("{changes}examples:\n  -\n{}", example.lines().map(|l| format!("    {l}\n")).collect::<String>()))
    } else {
        spec(&(changes + &block.text))
    };
    // What the globs of the pages match.
    let mut files: Vec<(String, Vec<u8>)> = ["receipt", "receipt/a", "easy/a", "hard/a", "shown/a"]
        .map(|name| (format!("examples/{name}.yaml"), example(name)))
        .into_iter()
        .chain([("examples/a.jsonl".to_owned(), example("jsonl")), ("examples/a.txt".to_owned(), example("txt"))])
        .chain([("block.yaml".to_owned(), block.text.clone().into_bytes()), ("a.yaml".to_owned(), text.into_bytes())])
        .collect();
    if code == "CAI0005" {
        let size = usize::try_from(MAX_EXAMPLE_FILE).expect("small") + 1;
        files.push(("everything.jsonl".to_owned(), vec![b'\n'; size]));
    }
    load_files(&files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

fn example(text: &str) -> Vec<u8> {
    format!("{{ input: {{ text: {text} }}, output: {{ total: 1 }} }}\n").into_bytes()
}

/// The codes reported. A page of specs says nothing about examples, which may not fit what it changes.
fn codes_of<'l>(code: &str, loaded: &'l Loaded, counts: impl Fn(bool) -> bool) -> BTreeSet<&'l str> {
    loaded
        .diagnostics
        .iter()
        .filter(|problem| counts(problem.is_error()) && (code >= "CAI0100" || problem.code.0 < "CAI0100"))
        .map(|problem| problem.code.0)
        .collect()
}
