//! What prompts hold and what they cost, on the showcase specs.

use std::path::Path;

use compiled_ai_compiler::prompt::{Feedback, Prompts, Selection};
use compiled_ai_compiler::tokens;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_core::files::Disk;
use compiled_ai_core::load::load;
use compiled_ai_core::spec::{Expected, Spec};
use compiled_ai_core::split::split;

const SHOWCASE: [&str; 4] = ["address", "order_summary", "prior_authorization", "receipt"];

fn showcase(name: &str) -> Spec {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/specs/{name}.yaml"));
    let loaded = load(&Disk, &path, name);
    loaded.spec.unwrap_or_else(|| panic!("{name}: {:?}", loaded.diagnostics))
}

fn prompts(spec: &Spec) -> Prompts {
    Prompts::new(spec, &split(spec).shown, Profile::gate_1())
}

#[test]
fn prompts_are_short() {
    let mut all = Vec::new();
    for name in SHOWCASE {
        let prompt = prompts(&showcase(name)).first();
        assert!(
            tokens::count(&prompt.system) <= 380,
            "{name}: the fixed part has {} tokens",
            tokens::count(&prompt.system)
        );
        all.push(tokens::count(&prompt.text()));
    }
    all.sort_unstable();
    assert!(all[3] <= 2_700 && (all[1] + all[2]) / 2 <= 2_250, "{all:?}");
}

#[test]
fn the_fixed_part_is_the_same_for_every_spec() {
    let mut fixed = SHOWCASE.map(|name| prompts(&showcase(name)).first().system).to_vec();
    fixed.dedup();
    assert_eq!(fixed.len(), 1);
}

/// What the prompts say does not depend on the held-out part in any way: without it they are the same to the byte.
#[test]
fn held_out_examples_change_no_prompt() {
    for name in SHOWCASE {
        let spec = showcase(name);
        let parts = split(&spec);
        assert!(!parts.held_out.is_empty());
        let mut without = spec.clone();
        without.examples = parts.shown.iter().map(|example| (*example).clone()).collect();
        let all_shown: Vec<_> = without.examples.iter().collect();
        let (with, without) = (prompts(&spec), Prompts::new(&without, &all_shown, Profile::gate_1()));
        assert_eq!(with.first(), without.first(), "{name}");
        let feedback = Feedback::new("fn run() {}".to_owned(), "It is wrong.".to_owned());
        assert_eq!(with.repair(&feedback), without.repair(&feedback), "{name}");
    }
}

#[test]
fn the_whole_spec_is_in_every_prompt() {
    for name in SHOWCASE {
        let spec = showcase(name);
        let feedback = Feedback::new("fn run() {}".to_owned(), "It is wrong.".to_owned());
        for prompt in [prompts(&spec).first(), prompts(&spec).repair(&feedback)] {
            for rule in &spec.rules {
                assert!(prompt.user.contains(rule.trim()), "{name} lacks the rule {rule}");
            }
            for field in &spec.input {
                assert!(prompt.user.contains(&format!("{}: ", field.name)), "{name} lacks `{}`", field.name);
            }
        }
    }
}

#[test]
fn a_repair_holds_no_examples_and_only_what_the_candidate_uses() {
    let spec = showcase("order_summary");
    let first = prompts(&spec).first();
    assert!(first.user.contains("# Examples") && first.user.contains("`text::collapse_ws("), "{}", first.user);
    let candidate = "fn run() { money::round_to(x, 2) }".to_owned();
    let repair = prompts(&spec).repair(&Feedback::new(candidate, "It is wrong.".to_owned()));
    assert!(!repair.user.contains("# Examples") && !repair.user.contains("collapse_ws"), "{}", repair.user);
    assert!(repair.user.contains("`money::round_to(amount: Decimal, places: u32) -> Decimal`"), "{}", repair.user);
    let refused = prompts(&spec).repair(&Feedback::does_not_compile("fn run() {}", &[]));
    assert!(refused.user.contains("collapse_ws"), "what there is may be what was wrong");
}

#[test]
fn examples_show_each_thing_once_and_one_is_always_shown() {
    let spec = showcase("prior_authorization");
    let shown = split(&spec).shown;
    let count = |budget: usize| Selection::new(&spec, &shown, budget).count();
    assert_eq!(count(0), 1);
    assert!(count(100) < count(400) && count(400) < count(1_000_000));
    assert!(count(1_000_000) < shown.len(), "examples that show nothing new are left out");
    let twice: Vec<_> = shown.iter().chain(&shown).copied().collect();
    assert_eq!(Selection::new(&spec, &twice, 1_000_000).count(), count(1_000_000));
    let text = prompts(&spec).first().user;
    let answers = shown.iter().filter(|example| matches!(example.expected, Expected::Output(_))).count();
    assert!(answers > 0 && text.contains("-> {") && text.contains("-> abstain `"), "{text}");
    assert_eq!(Selection::new(&spec, &[], 1_000).count(), 0);
}
