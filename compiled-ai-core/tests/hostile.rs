//! Files that were written to break the reader, or by chance might.

mod support;

use compiled_ai_core::diagnostic::Sources;
use compiled_ai_core::load::Loaded;
use compiled_ai_core::{render, yaml};
use proptest::prelude::*;
use support::{load_files, rendered, spec};

/// Rendering must not panic either, and every place must be one of its file.
fn check(loaded: &Loaded) {
    for diagnostic in &loaded.diagnostics {
        for label in &diagnostic.labels {
            let text = loaded.sources.text(label.at.file);
            assert!(
                text.get(label.at.span.clone()).is_some(),
                "{:?} of {} bytes: {diagnostic:?}",
                label.at.span,
                text.len()
            );
        }
        let shown = render::one(diagnostic, &loaded.sources);
        let is_safe = |c: char| c == '\n' || !c.is_control();
        assert!(shown.chars().all(is_safe), "{shown:?}");
        assert!(shown.lines().all(|line| line.chars().count() <= 400), "{shown}");
    }
    assert_eq!(loaded.spec.is_some(), !loaded.has_errors());
}

/// Texts that are more like specs than random bytes are.
fn spec_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("spec: 1\n"),
        Just("name: a\n"),
        Just("about: b\n"),
        Just("input:\n"),
        Just("output:\n"),
        Just("types:\n"),
        Just("examples:\n"),
        Just("ensures:\n"),
        Just("accuracy:\n"),
        Just("on_abstain:\n"),
        Just("rules:\n"),
        Just("  - "),
        Just("  "),
        Just("    "),
        Just("text: string\n"),
        Just("total: decimal\n"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(", "),
        Just(": "),
        Just("\n"),
        Just("\""),
        Just("'"),
        Just("&a "),
        Just("*a"),
        Just("!!str "),
        Just("? "),
        Just("|\n"),
        Just(">-\n"),
        Just("---\n"),
        Just("..."),
        Just("# c\n"),
        Just("<<: "),
        Just("record: "),
        Just("enum: "),
        Just("map: "),
        Just("type: "),
        Just("min: 1\n"),
        Just("A"),
        Just("default: "),
        Just("input: "),
        Just("output: "),
        Just("abstain: "),
        Just("files: "),
        Just("95%"),
        Just("1e9"),
        Just("0x1F"),
        Just("~"),
        Just("true"),
        Just("é"),
        Just("\u{1F600}"),
        Just("\u{7}"),
        Just("\t"),
        Just("\r\n"),
        Just("\u{feff}"),
        Just("\u{85}"),
        Just("[string]?"),
        Just("total >= 0\n"),
        Just("\"[A]?\""),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_a_spec(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&load_files(&[("a.yaml", &bytes)]));
    }

    #[test]
    fn any_text_as_a_spec(text in "\\PC{0,300}") {
        check(&load_files(&[("a.yaml", text.as_bytes())]));
    }

    #[test]
    fn anything_like_a_spec(text in spec_like()) {
        check(&load_files(&[("a.yaml", text.as_bytes())]));
    }

    #[test]
    fn a_change_to_a_spec(changes in spec_like()) {
        let text = spec(&changes);
        check(&load_files(&[("a.yaml", text.as_bytes())]));
    }

    #[test]
    fn any_bytes_as_examples(bytes in prop::collection::vec(any::<u8>(), 0..300), like in spec_like()) {
        let spec = spec("examples: \"e.*\"");
        let files = [("e.yaml", bytes.as_slice()), ("e.json", like.as_bytes()), ("e.jsonl", like.as_bytes())];
        for file in files {
            check(&load_files(&[("a.yaml", spec.as_bytes()), file]));
        }
    }

    /// Scalars keep their place: what stands there is what was read.
    #[test]
    fn plain_scalars_stand_where_they_are(words in prop::collection::vec("[a-z][a-z0-9é]{0,8}", 1..20)) {
        let text: String = words.iter().map(|word| format!("- {word} # é\n")).collect();
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text.clone());
        let documents = yaml::parse(&text, 0..text.len(), file).expect("a sequence");
        let yaml::Kind::Seq(items) = &documents[0].kind else { panic!("a sequence") };
        let found: Vec<&str> = items.iter().map(|item| &text[item.at.span.clone()]).collect();
        prop_assert_eq!(found, words);
    }
}

#[test]
fn bombs_are_refused_quickly() {
    let started = std::time::Instant::now();
    let laughs: String = (1..40).fold("- &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, level| {
        let alias = format!("*a{}", level - 1);
        text + &format!("- &a{level} [{}]\n", vec![alias; 9].join(", "))
    });
    let anchors_in_anchors: String =
        (0..60).map(|level| format!("&a{level} [")).collect::<String>() + &"x, ".repeat(200_000) + &"]".repeat(60);
    let deep_flow = "[".repeat(500_000);
    let deep_block: String = (0..2_000).map(|level| format!("{}-\n", " ".repeat(level % 200))).collect();
    let deep_maps = "a: {".repeat(100_000);
    let long_key = format!("{}: x", "k".repeat(900_000));
    let many_unknown_types: String = "types:\n".to_owned()
        + &(0..8_000).map(|n| format!("  T{n}: {{ record: {{ a: U{n} }} }}\n")).collect::<String>();
    let many_keys: String = (0..100_000).map(|key| format!("k{key}: 1\n")).collect();
    let long_type = format!("output: {{ a: \"{}int{}\" }}", "[".repeat(300_000), "]".repeat(300_000));
    let long_chain: String = "types:\n".to_owned()
        + &(0..20_000).map(|n| format!("  T{n}: {{ record: {{ a: T{} }} }}\n", n + 1)).collect::<String>()
        + "  T20000: { enum: [a] }\noutput: { a: T0 }\ninput: { a: int }\n";
    let long_condition = format!("ensures: [\"{}1\"]", "(".repeat(500_000));
    for bomb in [
        &laughs,
        &anchors_in_anchors,
        &deep_flow,
        &deep_block,
        &deep_maps,
        &long_key,
        &many_keys,
        &long_type,
        &long_chain,
        &long_condition,
        &many_unknown_types,
    ] {
        let loaded = load_files(&[("a.yaml", bomb.as_bytes())]);
        assert!(loaded.has_errors());
        assert!(loaded.diagnostics.len() <= 200);
        check(&loaded);
    }
    // Far above what it takes, far below what a bomb would.
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn a_chain_of_types_is_no_recursion() {
    let types: String = (0..2_000).map(|n| format!("\n  T{n}: {{ record: {{ a: T{} }} }}", n + 1)).collect();
    let text = spec(&format!("types:{types}\n  T2000: {{ enum: [a] }}\ninput: {{ text: string, chain: T0? }}"));
    assert_eq!(rendered(&load_files(&[("a.yaml", text.as_bytes())])), "");
}

#[test]
fn a_problem_on_a_very_long_line_is_shown_by_its_place() {
    let line = format!("[{}{{\"input\":{{\"text\":1}},\"output\":{{\"total\":1}}}}]", " ".repeat(1 << 20));
    let spec = spec("examples: e.json");
    let loaded = load_files(&[("a.yaml", spec.as_bytes()), ("e.json", line.as_bytes())]);
    insta::assert_snapshot!("long_line", rendered(&loaded));
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let escaped = b"spec: 1\n\"\\e[31mred\\u202e\": \"\\e]0;title\\a\"\nname: \"\\x9b2J\"\n";
    let raw = b"about: \xC2\x9B31m\n";
    let loaded = [escaped.as_slice(), raw.as_slice()].map(|spec| load_files(&[("a.yaml", spec)]));
    loaded.iter().for_each(check);
    insta::assert_snapshot!("control", loaded.iter().map(rendered).collect::<String>());
}
