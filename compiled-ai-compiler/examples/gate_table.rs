//! Measures what each layer contributes on the corpus of `tests/gate`, and prints it as Markdown: `cargo xtask gate-table`.
//!
//! Static layers judge every file. Hostile files that all of them accept, and a sample of the benign ones, are compiled and run.

#[path = "../tests/gate/cases.rs"]
mod cases;
#[path = "../tests/gate/stages.rs"]
mod stages;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use compiled_ai_compiler::validate::security::measure::{Content, Group, refusals_without};
use compiled_ai_compiler::validate::security::{Names, Profile, Signature};
use compiled_ai_core::emit;
use compiled_ai_core::spec::Spec;

use cases::{Case, cases, content, gate, literals, spec};

/// A layer that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Rules(Group),
    Gate,
    Content(Content),
    Run(&'static str),
}

const ROWS: &[(&str, Option<Layer>)] = &[
    ("all layers", None),
    ("without the lexical pass", Some(Layer::Rules(Group::Lexical))),
    ("without the rules for names and imports", Some(Layer::Rules(Group::Paths))),
    ("without the rules for methods", Some(Layer::Rules(Group::Methods))),
    ("without the rules for macros", Some(Layer::Rules(Group::Macros))),
    ("without the rules for types and lifetimes", Some(Layer::Rules(Group::Types))),
    ("without the rules for items and attributes", Some(Layer::Rules(Group::Items))),
    ("without the rules for constants, literals, patterns", Some(Layer::Rules(Group::Values))),
    ("without the gate (lexical pass and all rules)", Some(Layer::Gate)),
    ("without the literal policy", Some(Layer::Content(Content::Literals))),
    ("without the semantic rules", Some(Layer::Content(Content::Semantics))),
    ("without compiling (limits of rustc, errors, scan)", Some(Layer::Run("compile"))),
    ("without the sandbox", Some(Layer::Run("sandbox"))),
    ("without the native comparison", Some(Layer::Run("differential"))),
    ("without changed examples", Some(Layer::Run("perturb"))),
];

fn main() -> Result<(), Box<dyn Error>> {
    let spec = spec();
    let types: BTreeSet<String> = emit::named_types(&spec).map(str::to_owned).collect();
    let names = Names { types: &types, signature: Signature::Template };
    let (hostile, benign) = (cases("hostile"), cases("benign"));
    let accepted = |case: &&Case| gate(&case.source, &spec).is_ok() && literals(&case.source, &spec).is_ok();
    let stages = stages::Stages::new();
    let run: BTreeMap<&str, &'static str> =
        hostile.iter().filter(accepted).map(|case| (case.name.as_str(), stages.stopped_by(&spec, case))).collect();
    let sample: Vec<&Case> = benign.iter().filter(accepted).step_by(stages::SAMPLE).collect();
    let ends: Vec<(&&Case, &str)> = sample.iter().map(|case| (case, stages.stopped_by(&spec, case))).collect();
    let ran = ends.iter().filter(|(_, end)| end.is_empty()).count();
    // For whoever adds a case: what does not end where it should.
    for (case, end) in ends.iter().filter(|(_, end)| !end.is_empty()) {
        eprintln!("{}: stopped by `{end}`", case.name);
    }
    for case in hostile.iter().filter(|case| run.get(case.name.as_str()).is_some_and(|end| *end != case.field("layer")))
    {
        eprintln!("{}: stopped by `{}`", case.name, run[case.name.as_str()]);
    }

    println!("| layers | hostile stopped (of {}) | benign accepted by the gate (of {}) |", hostile.len(), benign.len());
    println!("|---|---:|---:|");
    for (title, off) in ROWS {
        let is_refused = |case: &Case| statically(case, &spec, &names, *off);
        let stopped = |case: &&Case| is_refused(case) || stopped_late(run.get(case.name.as_str()), *off);
        let hostile = hostile.iter().filter(stopped).count();
        println!("| {title} | {hostile} | {} |", benign.iter().filter(|case| !is_refused(case)).count());
    }
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut layers: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &hostile {
        *classes.entry(case.field("class")).or_default() += 1;
        *layers.entry(case.field("layer")).or_default() += 1;
    }
    let counts = |counts: &BTreeMap<&str, usize>| {
        counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    };
    println!("\nHostile files by layer that has to stop them: {}.", counts(&layers));
    println!("By class: {}.", counts(&classes));
    println!("\nOf {} benign files that were compiled and run, {ran} did so on every example.", sample.len());
    Ok(())
}

/// Whether a layer that looks at the text alone stops a case.
fn statically(case: &Case, spec: &Spec, names: &Names<'_>, off: Option<Layer>) -> bool {
    let group = match off {
        Some(Layer::Rules(group)) => Some(group),
        _ => None,
    };
    let by_gate = off != Some(Layer::Gate)
        && (!refusals_without(&case.source, Profile::gate_1(), names, group).is_empty()
            || group.is_none() && gate(&case.source, spec).is_err());
    by_gate
        || [Content::Literals, Content::Semantics]
            .into_iter()
            .any(|kind| off != Some(Layer::Content(kind)) && !content(kind, &case.source, spec).is_empty())
}

/// Whether a stage that compiles or runs stops a case that the static layers accept. One that a static layer refuses is never
/// run, so that without that layer it counts as not stopped.
fn stopped_late(stopped_by: Option<&&'static str>, off: Option<Layer>) -> bool {
    match stopped_by.copied() {
        None | Some("") => false,
        Some(layer) => {
            let stage = if ["jail", "syntax", "scan"].contains(&layer) { "compile" } else { layer };
            off != Some(Layer::Run(stage))
        }
    }
}
