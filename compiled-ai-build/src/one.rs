//! One spec: from its file and its lock to what the attribute reads.

use std::path::Path;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Files;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, hit, load};

use crate::cargo::Line;
use crate::facts;
use crate::find::Found;
use crate::generate::{self, Generated};
use crate::output::Output;
use crate::wasm;

/// What stands in the place of an artifact where none fits the spec. The attribute reports why, so it never runs.
const NOTHING: &str = "pub fn run(_: Input) -> Result<Output, Abstain> {\n    Err(Abstain::new(\"nothing is locked that fits the spec\"))\n}\n";

/// The crate whose specs are linked.
#[derive(Clone, Copy)]
pub(crate) struct Crate<'a> {
    /// Its files.
    pub(crate) files: &'a dyn Files,
    /// The path of `compiled-ai`.
    pub(crate) root: &'a str,
    /// The folder of the locks.
    pub(crate) locks: &'a Path,
    /// What it is built for, as Cargo names it; empty where that is not known.
    pub(crate) target: &'a str,
    /// What came of generating.
    pub(crate) generated: &'a Generated,
    /// The folder with what an earlier run wrote.
    pub(crate) made: Option<&'a Path>,
    /// That it does not depend on `compiled-ai`, if so: then nothing that is generated can be compiled.
    pub(crate) no_facade: Option<&'a Diagnostic>,
}

/// What is to be written and said for a spec.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) output: Output,
    /// The record of it, if that is to stay as it is.
    pub(crate) kept: Option<String>,
    pub(crate) lines: Vec<Line>,
    /// Whether an artifact is linked.
    pub(crate) is_hit: bool,
}

/// Looks at a spec and at what is locked for it.
pub(crate) fn make(user: &Crate<'_>, Found { path, shown, stem }: &Found) -> Made {
    let loaded = load::load(user.files, path, shown);
    let (mut errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) =
        loaded.diagnostics.into_iter().partition(Diagnostic::is_error);
    let mut made = Made::default();
    made.lines.extend(warnings.iter().map(|warning| Line::warning(warning, &loaded.sources)));
    if let Some(missing) = user.no_facade {
        errors.push(missing.clone());
    } else if let Some(spec) = &loaded.spec {
        let hit = hit::look_up(user.files, &user.locks.join(stem), spec, shown).map_err(|diagnostic| {
            made.lines.extend(generate::watch(&diagnostic));
            errors.push(user.generated.explain(stem, *diagnostic));
        });
        let hit = hit.ok().filter(|_| errors.is_empty());
        let code = hit
            .as_ref()
            .and_then(|hit| hit.component.as_deref())
            .map(|component| wasm::code(component, stem, user.target, user.made));
        let code = code.transpose().unwrap_or_else(|diagnostic| {
            errors.push(*diagnostic);
            None
        });
        let is_ahead = code.as_ref().is_some_and(wasm::Code::is_ahead);
        made.output.insert(format!("{stem}.facts"), facts::facts(spec, shown, user.root, is_ahead).into());
        let hash = hash::spec(spec);
        match hit.filter(|_| errors.is_empty()) {
            Some(hit) => {
                let text = match &code {
                    Some(code) => emit::wasm_module(spec, &hash, &code.emitted(), user.root),
                    None => emit::module(spec, &hash, &hit.artifact, user.root),
                };
                let origin = format!("// Generated from `{shown}` and its locked artifact; do not edit.\n\n");
                made.output.insert(format!("{stem}.rs"), (origin + &text).into());
                made.is_hit = true;
            }
            None => _ = made.output.insert(format!("{stem}.types.rs"), types(user, spec, &hash, shown).into()),
        }
        if let Some(code) = code {
            // For a crate that lacks what the code needs: the attribute knows.
            made.output.insert(format!("{stem}.types.rs"), types(user, spec, &hash, shown).into());
            made.output.extend(code.record.map(|(file, text)| (file, text.into())));
            made.output.insert(code.file, code.bytes);
        }
    }
    if !errors.is_empty() {
        made.output.insert(format!("{stem}.diagnostics"), facts::diagnostics(&errors, &loaded.sources).into());
    }
    made
}

fn types(user: &Crate<'_>, spec: &Spec, hash: &Hash, shown: &str) -> String {
    let origin = format!("// Generated from `{shown}`: its types, with nothing behind them.\n\n");
    origin + &emit::module(spec, hash, NOTHING, user.root)
}
