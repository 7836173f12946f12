//! A case of the corpus taken through the stages that compile and run.

use std::path::Path;

use compiled_ai_compiler::bare;
use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::execution::FailureKind;
use compiled_ai_compiler::validate::{Findings, Sandbox, Validator};
use compiled_ai_core::codes::validation::REACHES_OUT;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{hash, split};

use super::cases::{Case, gate};

/// One benign file of this many is compiled.
pub(crate) const SAMPLE: usize = 12;

/// What compiles and runs.
pub(crate) struct Stages(Validator);

impl Stages {
    pub(crate) fn new() -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).expect("a workspace");
        let source = KitSource {
            runtime: Origin::Path(workspace.join("compiled-ai-runtime")),
            lock: std::fs::read_to_string(workspace.join("Cargo.lock")).ok(),
        };
        let cache = workspace.join("target/tmp/kits");
        let kit = Kit::prepare(&source, &cache, false, &mut |_| {}).unwrap_or_else(|error| panic!("{error:#?}"));
        Self(Validator { kit, sandbox: Sandbox::new().expect("a sandbox") })
    }

    /// What stops a file that belongs to no spec, in the form that the gate printed.
    #[allow(dead_code, reason = "the table is of candidates for a spec")]
    pub(crate) fn run_bare(&self, accepted: &str) -> Option<bare::Refused> {
        bare::check(accepted, &self.0, &mut |_| {}).unwrap_or_else(|error| panic!("{error:#?}"))
    }

    /// The layer that stops a case which the gate accepts; empty if it ran on every example.
    pub(crate) fn stopped_by(&self, spec: &Spec, case: &Case) -> &'static str {
        let accepted = gate(&case.source, spec).unwrap_or_else(|refusals| panic!("{}: {refusals:#?}", case.name));
        let split = split::split(spec);
        let verdict = self.0.validate(spec, &hash::spec(spec), &split, &accepted.source, &mut |_| {});
        let verdict = verdict.unwrap_or_else(|error| panic!("{}: {error:#?}", case.name));
        match &verdict.findings {
            Findings::Syntax(errors) if errors.iter().any(|error| error.code.as_deref() == Some(REACHES_OUT.0)) => {
                "scan"
            }
            // Ended by its limits, so that nothing in it has a place.
            Findings::Syntax(errors) if errors.iter().all(|error| error.line == 0 && error.code.is_none()) => "jail",
            Findings::Syntax(_) => "syntax",
            Findings::Execution(report) if report.shown.failures.contains_key(&FailureKind::Differs) => "differential",
            Findings::Execution(_) => "sandbox",
            Findings::HardCoded(..) => "perturb",
            Findings::Accuracy(_) | Findings::Passed(_) => "",
        }
    }
}
