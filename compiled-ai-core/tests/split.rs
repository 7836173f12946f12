//! Which examples are held out: as many as the share says, and the same ones whatever their order.

mod support;

use std::collections::BTreeSet;

use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::split;
use proptest::prelude::*;
use support::{load_text, rendered, spec};

/// An example: its input, and what it says itself.
type Given = (u32, Option<bool>);

fn load(examples: &[Given], percent: u32) -> Option<Spec> {
    let examples: String = examples
        .iter()
        .map(|(input, held_out)| {
            let held_out = held_out.map(|held_out| format!(", held_out: {held_out}")).unwrap_or_default();
            format!("\n  - {{ input: {{ text: t{input} }}, output: {{ total: 1 }}{held_out} }}")
        })
        .collect();
    let loaded = load_text(&spec(&format!("accuracy: {{ held_out: {percent}% }}\nexamples:{examples}")));
    assert!(loaded.spec.is_some() || rendered(&loaded).contains("CAI0124"), "{}", rendered(&loaded));
    loaded.spec
}

/// The inputs that are held out.
fn held_out(spec: &Spec) -> BTreeSet<String> {
    split(spec).held_out.iter().map(|example| format!("{:?}", example.input)).collect()
}

/// `share` of `count`, rounded to the nearest, a half to the even one.
fn rounded(percent: u32, count: u32) -> u32 {
    let (whole, rest) = (percent * count / 100, percent * count % 100);
    match rest.cmp(&50) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Equal => whole + whole % 2,
        std::cmp::Ordering::Greater => whole + 1,
    }
}

#[test]
fn the_count_is_the_share_rounded_half_to_even() {
    for count in 1..=40 {
        for percent in (0..=90).step_by(5) {
            let examples: Vec<Given> = (0..count).map(|index| (index, None)).collect();
            let expected = rounded(percent, count);
            match load(&examples, percent) {
                None => assert_eq!(expected, count, "{percent}% of {count}"),
                Some(spec) => {
                    let parts = split(&spec);
                    assert_eq!(parts.held_out.len(), expected as usize, "{percent}% of {count}");
                    assert_eq!(parts.shown.len(), (count - expected) as usize, "{percent}% of {count}");
                }
            }
        }
    }
}

/// The split is part of what a lock stands on: another rule would mix what was shown with what was held out.
#[test]
fn the_split_of_version_1_does_not_change() {
    let examples: Vec<Given> = (0..10).map(|index| (index, None)).collect();
    let spec = load(&examples, 30).expect("no errors");
    let held_out: Vec<_> = split(&spec).held_out.iter().map(|example| &example.input["text"]).collect();
    insta::assert_debug_snapshot!(held_out);
}

fn examples() -> impl Strategy<Value = Vec<Given>> {
    let given = (any::<u32>(), prop_oneof![4 => Just(None), 1 => any::<bool>().prop_map(Some)]);
    prop::collection::vec(given, 1..40).prop_map(|mut examples| {
        let mut seen = BTreeSet::new();
        examples.retain(|(input, _)| seen.insert(*input));
        examples
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_split_depends_on_the_inputs_alone(
        (examples, shuffled) in examples().prop_flat_map(|examples| (Just(examples.clone()), Just(examples).prop_shuffle())),
        percent in 0_u32..=90,
    ) {
        match (load(&examples, percent), load(&shuffled, percent)) {
            (Some(one), Some(other)) => prop_assert_eq!(held_out(&one), held_out(&other)),
            (one, other) => prop_assert_eq!(one.is_some(), other.is_some()),
        }
    }

    #[test]
    fn every_example_is_in_one_part_and_its_own_word_counts(examples in examples(), percent in 0_u32..=90) {
        let Some(spec) = load(&examples, percent) else { return Ok(()) };
        let parts = split(&spec);
        prop_assert_eq!(parts.shown.len() + parts.held_out.len(), examples.len());
        let undecided = examples.iter().filter(|(_, held_out)| held_out.is_none()).count();
        let said = examples.iter().filter(|(_, held_out)| *held_out == Some(true)).count();
        let drawn = rounded(percent, u32::try_from(undecided).expect("few")) as usize;
        prop_assert_eq!(parts.held_out.len(), said + drawn);
        prop_assert!(parts.shown.iter().all(|example| example.held_out != Some(true)));
        prop_assert!(parts.held_out.iter().all(|example| example.held_out != Some(false)));
        // Each part keeps the order of the spec.
        for part in [&parts.shown, &parts.held_out] {
            prop_assert!(part.is_sorted_by_key(|example| example.at.span.start));
        }
    }
}
