//! The corpus: hostile and benign candidates, each a file with what it is for in its first line.

use std::collections::BTreeSet;
use std::path::Path;

use compiled_ai_compiler::validate::security::measure::{self, Content};
use compiled_ai_compiler::validate::security::{self, Accepted, Names, Profile, Refusal, Signature};
use compiled_ai_core::files::Memory;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, load};

/// A file of the corpus.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) source: String,
}

impl Case {
    /// `class`, `cwe` or `layer` of the first line; empty if it is not there.
    pub(crate) fn field(&self, key: &str) -> &str {
        let first = self.source.lines().next().unwrap_or_default();
        let parts = first.strip_prefix("// ").unwrap_or_default().split("; ");
        parts
            .filter_map(|part| part.split_once(": "))
            .find(|(name, _)| *name == key)
            .map_or("", |(_, value)| value.trim())
    }
}

/// The cases of `hostile` or `benign`, in order.
pub(crate) fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gate").join(folder);
    let mut cases: Vec<Case> = std::fs::read_dir(&folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("readable").path())
        .map(|path| Case {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            source: std::fs::read_to_string(path).expect("UTF-8"),
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The cases of `bare/hostile` or `bare/benign`, in order: files that belong to no spec.
#[allow(dead_code, reason = "the table is of candidates for a spec")]
pub(crate) fn bare_cases(folder: &str) -> Vec<Case> {
    cases(&format!("bare/{folder}"))
}

/// The security stage for a file that belongs to no spec, the literal policy included.
#[allow(dead_code, reason = "the table is of candidates for a spec")]
pub(crate) fn bare(source: &str) -> Result<Accepted, Vec<Refusal>> {
    let types = BTreeSet::new();
    let accepted = security::check(source, Profile::gate_1(), &Names { types: &types, signature: Signature::Either })?;
    security::literals::check(source, Profile::gate_1(), None).map(|()| accepted)
}

/// The spec that all cases are candidates of.
pub(crate) fn spec() -> Spec {
    let files = Memory::default().with("corpus.yaml", include_str!("spec.yaml"));
    let loaded = load::load(&files, Path::new("corpus.yaml"), "corpus.yaml");
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// The security gate, without the literal policy.
pub(crate) fn gate(source: &str, spec: &Spec) -> Result<Accepted, Vec<Refusal>> {
    let types: BTreeSet<String> = emit::named_types(spec).map(str::to_owned).collect();
    security::check(source, Profile::gate_1(), &Names { types: &types, signature: Signature::Template })
}

/// What the literal policy or the semantic rules refuse by themselves.
#[allow(dead_code, reason = "not every test tells them apart")]
pub(crate) fn content(content: Content, source: &str, spec: &Spec) -> Vec<Refusal> {
    measure::refusals_of(content, source, Profile::gate_1(), Some(spec))
}

/// The literal policy and the semantic rules.
pub(crate) fn literals(source: &str, spec: &Spec) -> Result<(), Vec<Refusal>> {
    security::literals::check(source, Profile::gate_1(), Some(spec))
}
