//! Generation inside a build, on a miss: only where somebody asked for it with a word in the environment, and only with the
//! feature `generate`. Whatever comes of it, the build script goes on; what did not work is a note on the miss.

mod asked;
#[cfg(feature = "generate")]
mod failed;
#[cfg(feature = "generate")]
mod run;
mod started;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use compiled_ai_core::codes::lock as codes;
use compiled_ai_core::diagnostic::{Code, Diagnostic};

use crate::cargo::Line;
use crate::fatal::Fatal;
use crate::find::Found;

/// What is known of the specs for which nothing was generated.
#[derive(Debug, Default)]
pub(crate) struct Generated {
    /// For a spec, by its stem.
    specs: BTreeMap<String, Why>,
    /// For every other miss.
    all: Why,
}

/// Why nothing was generated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Why {
    /// Facts.
    notes: Vec<String>,
    /// What to do.
    help: Vec<String>,
}

/// Where specs are and what is locked for them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout<'a> {
    pub(crate) crate_dir: &'a Path,
    pub(crate) locks: &'a Path,
}

impl Why {
    fn note(note: impl Into<String>) -> Self {
        Self { notes: vec![note.into()], help: vec![] }
    }
}

impl Generated {
    /// Nothing was, for any spec.
    fn nothing(why: Why) -> Self {
        Self { specs: BTreeMap::new(), all: why }
    }

    /// The miss, with why nothing was generated.
    pub(crate) fn explain(&self, stem: &str, mut miss: Diagnostic) -> Diagnostic {
        if is_miss(miss.code) {
            let Why { notes, help } = self.specs.get(stem).unwrap_or(&self.all).clone();
            miss.notes.extend(notes);
            miss.help.extend(help);
        }
        miss
    }
}

/// What Cargo is to watch for a spec that is a `miss`: the word that asks for generation.
pub(crate) fn watch(miss: &Diagnostic) -> Option<Line> {
    (cfg!(feature = "generate") && is_miss(miss.code)).then(|| Line::watch_variable(asked::VARIABLE))
}

/// Generates what is missing, if that was asked for; else it costs a build nothing. `specs` finds the specs, `say` gets what Cargo is
/// to be told meanwhile.
///
/// # Errors
/// What `specs` says.
pub(crate) fn missing(
    specs: impl FnOnce() -> Result<Vec<Found>, Fatal>,
    layout: Layout<'_>,
    variable: &dyn Fn(&str) -> Option<OsString>,
    say: &mut dyn FnMut(Line),
) -> Result<Generated, Fatal> {
    let asked = asked::asked(variable, started::Started::look, layout.crate_dir);
    let refused = match asked {
        asked::Asked::Not => return Ok(Generated::default()),
        asked::Asked::Refused(why) => Some(why),
        asked::Asked::Yes => None,
    };
    #[cfg(feature = "generate")]
    return Ok(run::missing(&specs()?, layout, refused, say));
    // Without the feature, all that can be done is to say so.
    #[cfg(not(feature = "generate"))]
    {
        let _ = (specs, layout.locks, say);
        Ok(Generated::nothing(refused.map_or_else(
            || Why {
                notes: vec!["nothing was generated, although `COMPILED_AI` asks for it".to_owned()],
                help: vec!["give `compiled-ai-build` in `[build-dependencies]` its feature `generate`".to_owned()],
            },
            Why::note,
        )))
    }
}

/// Whether something is to be made, rather than put right: what was edited, damaged or is of a newer version needs a person.
fn is_miss(code: Code) -> bool {
    [codes::MISSING, codes::STALE, codes::BELOW].contains(&code)
}
