//! The security gate: every file of `gate/hostile` is refused by the layer and for the weakness that its first line names,
//! every file of `gate/benign` is accepted in a form that stays as it is, and nothing makes the gate panic.

#[path = "gate/bare_files.rs"]
mod bare_files;
#[path = "gate/cases.rs"]
mod cases;
#[path = "gate/corpus.rs"]
mod corpus;
#[path = "gate/forms.rs"]
mod forms;
#[path = "gate/fuzz.rs"]
mod fuzz;
#[path = "gate/limits.rs"]
mod limits;
#[path = "gate/rules.rs"]
mod rules;
#[path = "gate/snapshots.rs"]
mod snapshots;
#[path = "gate/ways.rs"]
mod ways;
#[path = "gate/worst.rs"]
mod worst;

use std::collections::BTreeSet;

use compiled_ai_compiler::validate::security::{Accepted, Names, Profile, Refusal, Signature, check};

/// Checks with the types that the corpus's spec has.
fn gate(source: &str) -> Result<Accepted, Vec<Refusal>> {
    let types: BTreeSet<String> = ["LineItem", "Category", "Party", "Currency"].map(str::to_owned).into();
    check(source, Profile::gate_1(), &Names { types: &types, signature: Signature::Template })
}

/// A candidate that consists of `items` and a `run`.
fn with_run(items: &str) -> String {
    format!("{items}\npub fn run(input: Input<'_>) -> Result<Output, Abstain> {{ Err(Abstain::new(\"no\")) }}\n")
}

/// A candidate whose `run` holds `statements`.
fn in_run(statements: &str) -> String {
    format!("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n{statements}\nErr(Abstain::new(\"no\"))\n}}\n")
}

/// Refusals as lines, for messages of tests.
fn shown(refusals: &[Refusal]) -> String {
    refusals
        .iter()
        .map(|r| {
            let cwe = r.cwe.map(|cwe| format!(" (CWE-{cwe})")).unwrap_or_default();
            format!(
                "{}:{}-{}:{} {}{cwe}: {}\n  help: {}\n",
                r.line, r.column, r.end_line, r.end_column, r.code, r.message, r.help
            )
        })
        .collect()
}
