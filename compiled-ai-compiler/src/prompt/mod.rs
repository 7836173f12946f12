//! The text that a model gets. The fixed part comes first, so that a provider can cache it; then the spec, the shown
//! examples, and in a repair the candidate and what is wrong with it.

mod examples;
mod feedback;

use std::fmt::Write as _;

use compiled_ai_core::emit;
use compiled_ai_core::spec::{Example, Spec};
use compiled_ai_runtime::docs;

use crate::model::Prompt;
use crate::reply::{DIVIDER, REPLACE, SEARCH};
use crate::validate::security::{Profile, allowed_api};

pub use examples::Selection;
pub use feedback::Feedback;

/// The version of the prompt's form, recorded in the lock.
pub const VERSION: &str = "2";

/// How many bytes of examples the first prompt holds at most: about 30,000 tokens.
pub const MAX_EXAMPLES: usize = 120 << 10;

/// What the prompts of one spec have in common.
#[derive(Debug, Clone)]
pub struct Prompts {
    system: String,
    spec: String,
    /// How many examples it holds.
    pub examples: usize,
}

impl Prompts {
    /// Writes the parts that every attempt shares. Only the `shown` part of a split may be given.
    pub fn new(spec: &Spec, shown: &[&Example], profile: &Profile) -> Self {
        let selection = Selection::new(shown, MAX_EXAMPLES);
        Self { system: system(spec, profile), spec: task(spec, &selection), examples: selection.count() }
    }

    /// The prompt of the first attempt.
    pub fn first(&self) -> Prompt {
        let user = format!("{}\nWrite the file.\n", self.spec);
        Prompt::new(self.system.clone(), user)
    }

    /// The prompt of a repair: the candidate that comes nearest, and what is wrong with it.
    pub fn repair(&self, feedback: &Feedback) -> Prompt {
        let mut user = self.spec.clone();
        match &feedback.candidate {
            Some(candidate) => {
                let _ = write!(
                    user,
                    "\n# Your candidate so far\n\n```rust\n{}\n```\n\n# What is wrong with it\n\n{}\n\n\
                     # What you answer now\n\nMend the cause, not the single case: other inputs of the same sort are tested as well. Answer with one or more \
                     edits, each in this form, whose upper lines stand in the candidate exactly once:\n\n\
                     {SEARCH}\nlines of the candidate\n{DIVIDER}\nlines to stand there instead\n{REPLACE}\n\n\
                     If most of it must change, answer with the whole file in one ```rust block instead.\n",
                    candidate.trim_end(),
                    feedback.text.trim_end()
                );
            }
            None => {
                let _ = write!(
                    user,
                    "\n# Your last reply could not be used\n\n{}\n\nWrite the file.\n",
                    feedback.text.trim_end()
                );
            }
        }
        Prompt::new(self.system.clone(), user)
    }
}

fn system(spec: &Spec, profile: &Profile) -> String {
    let mut kit = String::new();
    let is_wanted = |name: &str| spec.modules.is_empty() || spec.modules.contains(name);
    for (name, page) in docs::ALL {
        // What is no module (the value types) is always needed.
        if is_wanted(name) || !MODULES.contains(name) {
            let _ = writeln!(kit, "{}\n", page.trim());
        }
    }
    include_str!("system.md")
        .replace("{INPUT}", &emit::input_type(spec, "'_"))
        .replace("{GATE}", allowed_api(profile).trim())
        .replace("{KIT}", kit.trim())
}

/// The kit modules that `modules:` can name.
const MODULES: &[&str] = &["text", "money", "dates", "table", "regex", "similarity", "words"];

fn task(spec: &Spec, selection: &Selection<'_>) -> String {
    let mut text = format!("# The function `{}`\n\n{}\n\n# Its types\n\n", spec.name, spec.about.trim());
    let _ = writeln!(text, "```rust\n{}```", emit::prompt_types(spec));
    let list = |text: &mut String, title: &str, items: &mut dyn Iterator<Item = &str>| {
        let mut items = items.peekable();
        if items.peek().is_some() {
            let _ = writeln!(text, "\n# {title}\n");
            items.for_each(|item| _ = writeln!(text, "- {}", item.trim()));
        }
    };
    list(&mut text, "Rules", &mut spec.rules.iter().map(String::as_str));
    list(&mut text, "Holds for every output", &mut spec.ensures.iter().map(|ensure| ensure.text.as_str()));
    selection.write(&mut text, spec);
    text
}
