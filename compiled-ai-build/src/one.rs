//! One spec: from its file and its lock to what the attribute reads.

use std::path::Path;

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Files;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, hit, load};

use crate::cargo::Line;
use crate::facts;
use crate::output::Output;

/// What stands in the place of an artifact where none fits the spec. The attribute reports why, so it never runs.
const NOTHING: &str = "pub fn run(_: Input) -> Result<Output, Abstain> {\n    Err(Abstain::new(\"nothing is locked that fits the spec\"))\n}\n";

/// The crate whose specs are linked.
pub(crate) struct Crate<'a> {
    /// Its files.
    pub(crate) files: &'a dyn Files,
    /// The path of `compiled-ai`.
    pub(crate) root: &'a str,
    /// The folder of the locks.
    pub(crate) locks: &'a Path,
    /// That it does not depend on `compiled-ai`, if so: then nothing that is generated can be compiled.
    pub(crate) no_facade: Option<&'a Diagnostic>,
}

/// What is to be written and said for a spec.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) output: Output,
    pub(crate) lines: Vec<Line>,
}

/// Looks at a spec and at what is locked for it.
pub(crate) fn make(user: &Crate<'_>, path: &Path, shown: &str, stem: &str) -> Made {
    let loaded = load::load(user.files, path, shown);
    let (mut errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) =
        loaded.diagnostics.into_iter().partition(Diagnostic::is_error);
    let mut made = Made::default();
    made.lines.extend(warnings.iter().map(|warning| Line::warning(warning, &loaded.sources)));
    if let Some(missing) = user.no_facade {
        errors.push(missing.clone());
    } else if let Some(spec) = &loaded.spec {
        let mut component = None;
        let artifact = match hit::look_up(user.files, &user.locks.join(stem), spec, shown) {
            Ok(hit) => {
                component = hit.component;
                Some(hit.artifact)
            }
            Err(diagnostic) => {
                errors.push(*diagnostic);
                None
            }
        };
        made.output.insert(format!("{stem}.facts"), facts::facts(spec, user.root).into());
        let is_right = errors.is_empty();
        let module = module(user, spec, shown, artifact.as_deref().filter(|_| is_right));
        made.output.insert(format!("{stem}.{}", if is_right { "rs" } else { "types.rs" }), module.into());
        if let Some(component) = component.filter(|_| is_right) {
            made.output.insert(format!("{stem}.wasm"), component);
        }
    }
    if !errors.is_empty() {
        made.output.insert(format!("{stem}.diagnostics"), facts::diagnostics(&errors, &loaded.sources).into());
    }
    made
}

fn module(user: &Crate<'_>, spec: &Spec, shown: &str, artifact: Option<&str>) -> String {
    let source = match artifact {
        Some(_) => format!("// Generated from `{shown}` and its locked artifact; do not edit.\n\n"),
        None => format!("// Generated from `{shown}`: its types, with nothing behind them.\n\n"),
    };
    source + &emit::module(spec, &hash::spec(spec), artifact.unwrap_or(NOTHING), user.root)
}
