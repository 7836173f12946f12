//! The corpora, as far as no code runs: see `docs/gate.md`.

use std::path::Path;

use compiled_ai_compiler::validate::security::measure::Content;
use compiled_ai_core::codes::gate::{CHARACTER, LIMIT};
use compiled_ai_core::files::Disk;
use compiled_ai_core::load;

use super::cases::{Case, cases, content, gate, literals, spec};
use super::shown;

const LAYERS: &[&str] =
    &["lexical", "gate", "literal", "semantic", "jail", "syntax", "scan", "sandbox", "differential", "perturb"];

#[test]
fn every_hostile_file_is_refused_by_its_layer_and_for_its_weakness() {
    let (cases, spec) = (cases("hostile"), spec());
    assert!(cases.len() >= 300, "{} files", cases.len());
    let mut problems = String::new();
    for case in &cases {
        let (name, layer) = (&case.name, case.field("layer"));
        if case.field("class").is_empty() || case.field("cwe").is_empty() || !LAYERS.contains(&layer) {
            problems += &format!("{name}: first line `{}`\n", case.source.lines().next().unwrap_or_default());
        }
        let (stopped_by, refusals) = match gate(&case.source, &spec) {
            Err(refusals) if refusals.iter().all(|refusal| [CHARACTER, LIMIT].contains(&refusal.code)) => {
                ("lexical", refusals)
            }
            Err(refusals) => ("gate", refusals),
            Ok(_) => match literals(&case.source, &spec) {
                Err(refusals) if content(Content::Literals, &case.source, &spec).is_empty() => ("semantic", refusals),
                Err(refusals) => ("literal", refusals),
                Ok(()) => ("", vec![]),
            },
        };
        let expected = if ["lexical", "gate", "literal", "semantic"].contains(&layer) { layer } else { "" };
        if stopped_by != expected || !(stopped_by.is_empty() || has_weakness(case, &refusals)) {
            let cwe = case.field("cwe");
            problems +=
                &format!("{name}: expected {layer}, CWE {cwe}, stopped by `{stopped_by}`\n{}", shown(&refusals));
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

fn has_weakness(case: &Case, refusals: &[compiled_ai_compiler::validate::security::Refusal]) -> bool {
    let cwe = case.field("cwe");
    cwe == "none" || refusals.iter().any(|refusal| refusal.cwe.is_some_and(|known| known.to_string() == cwe))
}

#[test]
fn nearly_every_benign_file_is_accepted_in_a_form_that_stays_as_it_is() {
    let (cases, spec) = (cases("benign"), spec());
    assert!(cases.len() >= 200, "{} files", cases.len());
    let (mut refused, mut problems) = (0, String::new());
    for Case { name, source } in &cases {
        let accepted = gate(source, &spec).and_then(|accepted| literals(source, &spec).map(|()| accepted));
        match accepted {
            Err(refusals) => {
                refused += 1;
                problems += &format!("{name}\n{}", shown(&refusals));
            }
            Ok(accepted) => match gate(&accepted.source, &spec) {
                Ok(again) if again == accepted => {}
                Ok(again) => panic!("{name}: changes again\n{}\n", again.source),
                Err(refusals) => panic!("{name}: its printed form is refused\n{}", shown(&refusals)),
            },
        }
    }
    assert!(refused * 50 <= cases.len(), "{refused} of {}:\n{problems}", cases.len());
}

#[test]
fn refusals_point_into_the_source() {
    let spec = spec();
    for Case { name, source } in cases("hostile") {
        for refusal in gate(&source, &spec).err().unwrap_or_default() {
            let lines = source.lines().count().max(1);
            let place = (refusal.line, refusal.column) <= (refusal.end_line, refusal.end_column);
            assert!(place && (1..=lines + 1).contains(&refusal.line), "{name}: {refusal:?}");
            assert!(!refusal.message.ends_with('.') && !refusal.help.is_empty(), "{refusal:?}");
        }
    }
}

#[test]
fn the_showcase_is_accepted_as_it_stands() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let mut found = 0;
    for entry in std::fs::read_dir(folder.join("compiled-ai")).expect("the showcase is there") {
        let name = entry.expect("readable").file_name().to_string_lossy().into_owned();
        let source =
            std::fs::read_to_string(folder.join("compiled-ai").join(&name).join("artifact.rs")).expect("UTF-8");
        // A lock puts comments in front.
        let start = source
            .lines()
            .take_while(|line| line.starts_with("//") || line.is_empty())
            .map(|line| line.len() + 1)
            .sum();
        let source = &source[start..];
        let path = folder.join("specs").join(format!("{name}.yaml"));
        let loaded = load::load(&Disk, &path, &name);
        let spec = loaded.spec.unwrap_or_else(|| panic!("{name}: {:#?}", loaded.diagnostics));
        match gate(source, &spec) {
            Ok(accepted) => is_printed_as(&name, &accepted.source, source),
            Err(refusals) => panic!("{name}\n{}", shown(&refusals)),
        }
        found += 1;
    }
    assert!(found >= 4, "{found} artifacts");
}

fn is_printed_as(name: &str, printed: &str, source: &str) {
    let differs = printed.lines().zip(source.lines()).position(|(a, b)| a != b);
    let line = |text: &str| text.lines().nth(differs.unwrap_or_default()).unwrap_or_default().to_owned();
    assert!(printed == source, "{name}, line {differs:?}: `{}` is printed as `{}`", line(source), line(printed));
}
