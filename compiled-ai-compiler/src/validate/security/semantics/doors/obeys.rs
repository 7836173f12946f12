//! Functions that do what a word of the input says.

use compiled_ai_core::codes::gate::INTERPOLATION;
use proc_macro2::Span;
use syn::visit::{self, Visit};

use super::super::names;
use super::super::words::Words;
use super::{Doors, pattern_texts};
use crate::validate::security::refusal::Refusals;

impl Doors<'_, '_> {
    /// A function that is named for evaluating and has an arm for what runs commands or opens files.
    pub(super) fn obeys(&mut self, name: &str, block: &syn::Block) {
        const RUNS: &[&str] = &[
            "system",
            "exec",
            "shell",
            "spawn",
            "popen",
            "import",
            "require",
            "eval",
            "__import__",
            "open",
            "read_file",
            "write_file",
            "delete",
            "rm",
        ];
        let words = names::words(name);
        if !words.iter().any(|word| {
            matches!(
                word.as_str(),
                "eval"
                    | "evaluate"
                    | "exec"
                    | "execute"
                    | "interpret"
                    | "dispatch"
                    | "call"
                    | "invoke"
                    | "restore"
                    | "deserialize"
            )
        }) {
            return;
        }
        let mut arms = Arms(vec![]);
        arms.visit_block(block);
        let runs: Vec<&(String, Span)> = arms.0.iter().filter(|(text, _)| RUNS.contains(&text.as_str())).collect();
        if let (true, Some((_, at))) = (
            runs.iter().any(|(text, _)| {
                matches!(
                    text.as_str(),
                    "system" | "exec" | "shell" | "spawn" | "popen" | "eval" | "import" | "__import__"
                )
            }),
            runs.first(),
        ) {
            let help = "compute with the values; no word of the input may name what is run";
            self.refusals.add(INTERPOLATION, Some(95), *at, "the input names what is run", help);
        }
    }
}

/// Declarations of entities are looked for, and what is named by them is put in their place.
pub(super) fn entities(words: &Words, refusals: &mut Refusals) {
    let declared = words.compared.iter().find(|(text, _)| {
        text.len() <= 12 && text.trim_start_matches(['<', '!']).trim_end().eq_ignore_ascii_case("entity")
    });
    let is_named = |text: &String| text.starts_with("&{") && text.ends_with(';') && text.len() <= 24;
    if let Some((_, at)) = declared
        && words.texts.iter().any(|(text, _)| is_named(text))
    {
        let help = "refuse documents with a document type";
        refusals.add(INTERPOLATION, Some(611), *at, "entities that a document declares are read", help);
    }
}

struct Arms(Vec<(String, Span)>);

impl<'f> Visit<'f> for Arms {
    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        pattern_texts(&arm.pat, &mut self.0);
        visit::visit_arm(self, arm);
    }
}
