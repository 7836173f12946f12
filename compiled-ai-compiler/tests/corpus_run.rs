//! The corpus taken through the stages that compile and run: every hostile file that the gate accepts ends at the layer that
//! its first line names, and a sample of the benign files compiles and runs.

#[path = "gate/cases.rs"]
mod cases;
#[path = "gate/stages.rs"]
mod stages;

use cases::{bare, bare_cases, cases, literals, spec};
use stages::{SAMPLE, Stages};

/// Layers that stop a candidate only when it is compiled or runs.
const LATE: &[&str] = &["jail", "syntax", "scan", "sandbox", "differential", "perturb"];

#[test]
fn what_the_gate_lets_through_ends_at_its_layer() {
    let (stages, spec) = (Stages::new(), spec());
    let mut problems = String::new();
    for case in cases("hostile").iter().filter(|case| LATE.contains(&case.field("layer"))) {
        assert!(literals(&case.source, &spec).is_ok(), "{}: the literal policy stops it", case.name);
        let (found, expected) = (stages.stopped_by(&spec, case), case.field("layer"));
        if found != expected {
            problems += &format!("{}: expected {expected}, stopped by `{found}`\n", case.name);
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn a_sample_of_the_benign_files_compiles_and_runs() {
    let (stages, spec) = (Stages::new(), spec());
    let mut problems = String::new();
    for case in cases("benign").iter().step_by(SAMPLE) {
        let stopped_by = stages.stopped_by(&spec, case);
        if !stopped_by.is_empty() {
            problems += &format!("{}: stopped by `{stopped_by}`\n", case.name);
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn bare_files_that_the_gate_accepts_are_judged_by_running_them() {
    let stages = Stages::new();
    let mut problems = String::new();
    for (folder, is_hostile, sample) in [("hostile", true, 1), ("benign", false, SAMPLE)] {
        for case in bare_cases(folder).iter().step_by(sample) {
            let Ok(accepted) = bare(&case.source) else { continue };
            let refused = stages.run_bare(&accepted.source);
            if refused.is_some() != is_hostile {
                problems += &format!("{folder}/{} ({}): {refused:?}\n", case.name, case.field("class"));
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}
