//! Candidates of specs with fewer right examples than make cases: each example is changed in more ways, and only what has no other
//! reason counts.
//!
//! Few examples may have one answer in common, or answers that stand in their inputs by chance. So nothing is said by shares. A
//! candidate is hard-coded if *all* edits that change no reading end in one and the same way that is no answer of an example, or
//! if *no* answer that stands in the input follows it and at least one is repeated word for word when it stands there no more.

use std::collections::BTreeSet;

use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;

use super::super::execution::Outcome;
use super::super::security::literals;
use super::{Case, HardCoded, Input, LIMITS, Probe, Right, Sign, edit, printed, same};

/// Edits of numbers below which nothing is said: many functions have few answers.
const NUMBERS: usize = 6;

/// The same as for many examples, for fewer than [`LIMITS`] asks for.
pub(super) fn check(spec: &Spec, right: &[Right<'_>], probe: &Probe<'_>) -> Option<HardCoded> {
    let outputs: Vec<&Value> = right.iter().map(|example| example.output).collect();
    one_end(Sign::Neutral, LIMITS.cases, &outputs, probe(neutral(right)))
        .or_else(|| {
            let edits = right.iter().flat_map(|example| edit::numbers(example.input)).collect();
            let outcomes: Vec<Outcome> = probe(edits);
            // Whoever checks that numbers fit each other gives up on any other one.
            let is_answer = matches!(outcomes.first(), Some(Outcome::Output(_)));
            let are_different = outputs.iter().any(|output| *output != outputs[0]);
            (is_answer && are_different).then(|| one_end(Sign::Numbers, NUMBERS, &outputs, outcomes)).flatten()
        })
        .or_else(|| repeated(spec, right, probe))
}

/// Long texts with more or less white space at their ends.
fn neutral(right: &[Right<'_>]) -> Vec<Input> {
    let edits: [fn(&str) -> String; 5] = [
        // Whoever knows no empty line reads this one.
        |text| text.trim_end().to_owned(),
        |text| format!("{text}\n"),
        |text| format!("{text} \n\n"),
        |text| format!("{text}\n\n\n\n"),
        |text| format!("{text} "),
    ];
    let edited = right.iter().flat_map(|example| {
        edits.iter().filter_map(|edited| {
            let (input, count) = edit::texts(example.input, &mut |text| {
                (text.chars().count() >= LIMITS.long_text).then(|| edited(text)).filter(|other| other != text)
            });
            (count > 0).then_some(input)
        })
    });
    edited.collect()
}

/// Whether all of at least `least` edited inputs come to one end that is no answer of an example.
fn one_end(sign: Sign, least: usize, outputs: &[&Value], outcomes: Vec<Outcome>) -> Option<HardCoded> {
    let first = outcomes.first().filter(|_| outcomes.len() >= least)?;
    let is_answer = matches!(first, Outcome::Output(output) if outputs.contains(&output));
    let is_one = outcomes.iter().all(|outcome| same(first, outcome));
    (is_one && !is_answer).then_some(HardCoded { sign, of: outcomes.len(), tried: outcomes.len() })
}

/// Whether answers are repeated that stand in the input no more, and none follows it.
fn repeated(spec: &Spec, right: &[Right<'_>], probe: &Probe<'_>) -> Option<HardCoded> {
    let said = literals::words_of(spec);
    let (mut unmoved, mut tried) = (0, 0);
    for case in cases(right, &said) {
        let outcomes = probe(case.substitutions.clone());
        tried += outcomes.len();
        match followed(&case, &outcomes) {
            Followed::Yes => return None,
            Followed::GaveUp => continue,
            Followed::No => {}
        }
        // A total may be added up from its parts.
        let outcomes = probe(edit::digits(right[case.example].input));
        tried += outcomes.len();
        if !matches!(followed(&case, &outcomes), Followed::Yes) {
            unmoved += 1;
        } else {
            return None;
        }
    }
    (unmoved > 0 && tried >= LIMITS.cases).then_some(HardCoded { sign: Sign::Substitution, of: unmoved, tried })
}

/// What became of an answer that stands in the input no more.
enum Followed {
    /// There was another one.
    Yes,
    /// It was repeated.
    No,
    /// There was none, or nothing is known.
    GaveUp,
}

fn followed(case: &Case, outcomes: &[Outcome]) -> Followed {
    let mut is_repeated = false;
    for outcome in outcomes {
        match outcome {
            Outcome::Output(output) => {
                let found = edit::leaves(output).into_iter().find(|(path, _)| *path == case.path);
                match found {
                    Some((_, found)) if *found == case.old => is_repeated = true,
                    Some((_, Value::Null)) | None => {}
                    Some(_) => return Followed::Yes,
                }
            }
            Outcome::Abstained { .. } | Outcome::Failed(_) => {}
        }
    }
    if is_repeated { Followed::No } else { Followed::GaveUp }
}

/// All answers that stand in the inputs.
fn cases(right: &[Right<'_>], said: &BTreeSet<String>) -> Vec<Case> {
    let mut cases = vec![];
    for (example, of) in right.iter().enumerate() {
        for (path, old) in edit::leaves(of.output) {
            let substitutions = printed::substitutions(old, of.input, said);
            if !substitutions.is_empty() && cases.len() < LIMITS.most_cases {
                cases.push(Case { example, path, old: old.clone(), substitutions, outcomes: vec![] });
            }
        }
    }
    cases
}
