//! Locks as text: what is written is read again, and no text brings the reader down.

mod support;

use std::collections::BTreeMap;

use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{
    Accuracies, Accuracy, Attempt, ExampleCounts, Lock, Score, Unreadable, VERSION, Verdicts,
};
use proptest::prelude::*;
use support::{load_text, spec};

const ARTIFACT: &str = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> { todo }\n";

fn lock() -> Lock {
    let spec = load_text(&spec("accuracy: { held_out: 50% }")).spec.expect("no errors");
    support::locks::lock(&spec, ARTIFACT)
}

#[test]
fn the_text_of_a_lock() {
    insta::assert_snapshot!(lock().to_toml());
}

#[test]
fn a_newer_lock_is_named_as_such_whatever_else_it_holds() {
    for text in ["version = 2", "version = 2\n[quantum]\nqubits = 8\n", "version = 4294967295\nspec = 1"] {
        let version = Lock::parse(text).expect_err(text);
        assert!(matches!(version, Unreadable::Newer { version } if version > VERSION), "{text}: {version:?}");
    }
    let newer = lock().to_toml().replace("version = 1", "version = 2");
    assert_eq!(Lock::parse(&newer), Err(Unreadable::Newer { version: 2 }));
}

#[test]
fn a_lock_cut_short_is_refused_or_says_the_same_of_its_artifact() {
    let lock = lock();
    let text = lock.to_toml();
    let attempts = text.find("[[attempts]]").expect("attempts");
    for end in 0..text.len() {
        match text.get(..end).map(Lock::parse) {
            None | Some(Err(Unreadable::Malformed(_))) => {}
            Some(Err(newer)) => panic!("cut at byte {end}: {newer:?}"),
            Some(Ok(cut)) => {
                // Only the account of how it was made can be cut off unnoticed.
                assert!(end > attempts, "cut at byte {end}");
                assert_eq!(Lock { attempts: vec![], ..cut }, Lock { attempts: vec![], ..lock.clone() });
            }
        }
    }
}

#[test]
fn merge_markers_are_refused() {
    let text = lock().to_toml();
    let lines: Vec<&str> = text.lines().collect();
    for index in 0..lines.len() {
        let mut merged = lines.clone();
        let markers = ["<<<<<<< ours", lines[index], "=======", lines[index], ">>>>>>> theirs"];
        merged.splice(index..=index, markers);
        let merged = merged.join("\n");
        assert!(matches!(Lock::parse(&merged), Err(Unreadable::Malformed(_))), "{merged}");
    }
}

#[test]
fn what_is_no_lock_is_refused() {
    let text = lock().to_toml();
    for wrong in [
        String::new(),
        "version = 1".to_owned(),
        "version = 0".to_owned(),
        "version = -1".to_owned(),
        "version = \"1\"".to_owned(),
        text.replace("version = 1", ""),
        text.replace("version = 1", "version = 1\nunknown = 1"),
        text.replace("[made]", "[made]\nunknown = 1"),
        text.replace("[made]", "[maid]"),
        text.replace("right = 1", "right = -1"),
        format!("{text}\n{text}"),
        "{\"version\": 1}".to_owned(),
    ] {
        assert!(matches!(Lock::parse(&wrong), Err(Unreadable::Malformed(_))), "{wrong}");
    }
}

/// What version 0.1 wrote before attempts had a provider, a model and a price.
#[test]
fn an_attempt_of_an_older_lock_is_read() {
    let text = lock().to_toml();
    assert!(!text.contains("dollars") && !text.contains("tokens_cached"), "{text}");
    let attempt = &Lock::parse(&text).unwrap().attempts[0];
    assert_eq!((attempt.tokens(), attempt.dollars, attempt.provider.as_str()), (1500, None, ""));
    assert!(attempt.is_measured());
    let older = text.replace("tokens_from = \"provider\"", "tokens_from = \"estimated, 4 bytes a token\"");
    assert!(!Lock::parse(&older).unwrap().attempts[0].is_measured());
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "[a-z\"'\\\\\n\r\t\u{0}\u{85}#=\\[\\]]{0,12}"]
}

fn accuracy() -> impl Strategy<Value = Accuracy> {
    let score = || (0_usize..1000, 0_usize..1000).prop_map(|(right, wrong)| Score::new(right, right + wrong));
    let fields = prop::collection::btree_map(words(), score(), 0..4);
    (score(), 0_usize..1000, fields).prop_map(|(examples, abstained, fields)| Accuracy { examples, abstained, fields })
}

fn attempt() -> impl Strategy<Value = Attempt> {
    let said = || prop::option::of(words());
    let verdicts =
        (said(), said(), said(), said(), said()).prop_map(|(reply, security, syntax, execution, accuracy)| Verdicts {
            reply,
            security,
            syntax,
            execution,
            accuracy,
        });
    let counts = (0..u64::from(u32::MAX), 0..u64::from(u32::MAX), words(), 0_u32..100_000);
    let asked = (words(), words(), said());
    let paid = (prop::option::of(0_u32..u32::MAX), said(), 0..u64::from(u32::MAX), 0..u64::from(u32::MAX));
    (words(), said(), counts, verdicts, asked, paid).prop_map(|(prompt, candidate, counts, verdicts, asked, paid)| {
        let (tokens_in, tokens_out, tokens_from, tenths) = counts;
        let (provider, model, tokenizer) = asked;
        let (millionths, price_date, tokens_cached, tokens_written) = paid;
        Attempt {
            prompt,
            candidate,
            provider,
            model,
            tokens_in,
            tokens_cached,
            tokens_written,
            tokens_out,
            tokens_from,
            tokenizer,
            dollars: millionths.map(|millionths| f64::from(millionths) / 1e6),
            price_date,
            seconds: f64::from(tenths) / 10.0,
            verdicts,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(
        model in words(),
        file in words(),
        artifact in prop::collection::btree_map(words(), words(), 0..3),
        (shown, held_out) in (accuracy(), prop::option::of(accuracy())),
        attempts in prop::collection::vec(attempt(), 0..4),
        counts in (0_usize..1000, 0_usize..1000, 0_usize..1000),
    ) {
        let mut lock = lock();
        lock.made.model = model;
        lock.spec.file = file;
        lock.spec.parts = BTreeMap::from([("a.b c".to_owned(), Hash::of("x").to_string())]);
        lock.artifact = artifact;
        lock.accuracy = Accuracies { shown, held_out };
        lock.attempts = attempts;
        lock.examples = ExampleCounts { shown: counts.0, in_prompt: counts.1, held_out: counts.2 };
        prop_assert_eq!(Lock::parse(&lock.to_toml()), Ok(lock));
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,200}", at in any::<prop::sample::Index>(), with in any::<char>()) {
        let _ = Lock::parse(&text);
        let mut written: Vec<char> = lock().to_toml().chars().collect();
        let at = at.index(written.len());
        written[at] = with;
        let _ = Lock::parse(&written.into_iter().collect::<String>());
    }
}
