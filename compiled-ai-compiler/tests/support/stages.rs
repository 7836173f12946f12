//! The stages that compile and run, with one kit for all tests.
#![allow(dead_code, reason = "each test uses some of it")]

use std::path::Path;
use std::sync::OnceLock;

use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::{Findings, Report, Sandbox, StageEvent, Validator, Verdict};
use compiled_ai_core::files::{Disk, Memory};
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{hash, load, split};

/// The folder of this repository.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a crate of a workspace")
}

/// The runtime of this repository.
pub(crate) fn source() -> KitSource {
    KitSource {
        runtime: Origin::Path(workspace().join("compiled-ai-runtime")),
        lock: std::fs::read_to_string(workspace().join("Cargo.lock")).ok(),
    }
}

/// A kit of that, kept in `cache`.
pub(crate) fn kit(cache: &Path) -> Kit {
    Kit::prepare(&source(), cache, false, &mut |_| {}).unwrap_or_else(|error| panic!("{error:#?}"))
}

/// The same for all tests of this crate, kept between runs.
pub(crate) fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let kit = kit(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits"));
        Validator { kit, sandbox: Sandbox::new().expect("a sandbox") }
    })
}

/// Takes a candidate through the stages that compile and run.
pub(crate) fn validate<'a>(spec: &'a Spec, candidate: &str) -> Verdict<'a> {
    validate_with(spec, candidate, &mut |_| {})
}

/// The same; tells what goes on.
pub(crate) fn validate_with<'a>(spec: &'a Spec, candidate: &str, on_event: &mut dyn FnMut(StageEvent)) -> Verdict<'a> {
    let verdict = validator().validate(spec, &hash::spec(spec), &split::split(spec), candidate, on_event);
    verdict.unwrap_or_else(|error| panic!("{error:#?}"))
}

/// What running it showed, whatever that was.
pub(crate) fn report(findings: Findings<'_>) -> Report<'_> {
    match findings {
        Findings::Execution(report)
        | Findings::Accuracy(report)
        | Findings::HardCoded(report, _)
        | Findings::Passed(report) => report,
        Findings::Syntax(errors) => panic!("{errors:#?}"),
    }
}

/// The spec that is `text`.
pub(crate) fn spec(text: &str) -> Spec {
    let files = Memory::default().with("specs/test.yaml", text);
    loaded(load::load(&files, Path::new("specs/test.yaml"), "specs/test.yaml"))
}

/// A spec of the showcase, with the code that is locked for it.
pub(crate) fn showcase(name: &str) -> (Spec, String) {
    let path = workspace().join("specs/specs").join(format!("{name}.yaml"));
    (loaded(load::load(&Disk, &path, name)), locked(name))
}

/// The code of an artifact of the showcase, without its header.
pub(crate) fn locked(name: &str) -> String {
    let artifact = workspace().join("specs/compiled-ai").join(name).join("artifact.rs");
    let text = std::fs::read_to_string(artifact).expect("the showcase is locked");
    let code: String = text.lines().skip_while(|line| line.starts_with("//")).map(|line| format!("{line}\n")).collect();
    code.trim_start().to_owned()
}

pub(crate) fn loaded(loaded: load::Loaded) -> Spec {
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}
