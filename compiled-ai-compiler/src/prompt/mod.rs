//! The text that a model gets. The fixed part comes first, so that a provider can cache it; then the spec, what the kit has for
//! it, the shown examples, and in a repair the candidate and what is wrong with it instead of the examples.

mod examples;
mod feedback;
mod kit;
mod shapes;
mod types;

use std::fmt::Write as _;

use compiled_ai_core::spec::{Example, Shape, Spec, TypeDef};

use crate::model::Prompt;
use crate::reply::{DIVIDER, REPLACE, SEARCH};
use crate::validate::security::{Profile, allowed_api};
use kit::Kit;

pub use examples::Selection;
pub use feedback::Feedback;

/// The version of the prompt's form, recorded in the lock.
pub const VERSION: &str = "3";

/// What the prompts of one spec have in common.
#[derive(Debug, Clone)]
pub struct Prompts {
    system: String,
    task: String,
    kit: Kit,
    shown: String,
    /// How many examples it holds.
    pub examples: usize,
}

impl Prompts {
    /// Writes the parts that every attempt shares. Only the `shown` part of a split may be given.
    pub fn new(spec: &Spec, shown: &[&Example], profile: &Profile) -> Self {
        let selection = Selection::new(spec, shown, examples::budget(spec));
        let mut shown = String::new();
        selection.write(&mut shown, spec);
        let system = include_str!("system.md").replace("{GATE}", allowed_api(profile).trim());
        Self { system, task: task(spec), kit: Kit::choose(spec), shown, examples: selection.count() }
    }

    /// The prompt of the first attempt.
    pub fn first(&self) -> Prompt {
        let mut user = self.task.clone();
        self.kit.write(&mut user, None);
        user.push_str(&self.shown);
        Prompt::new(self.system.clone(), user)
    }

    /// The prompt of a repair: the candidate that comes nearest and what is wrong with it, without the examples, and of the kit
    /// only what the candidate uses unless that is what is wrong.
    pub fn repair(&self, feedback: &Feedback) -> Prompt {
        let Some(candidate) = &feedback.candidate else {
            let mut prompt = self.first();
            let why = feedback.text.trim_end();
            let _ = write!(prompt.user, "\n# Your last reply could not be used\n\n{why}\n");
            return prompt;
        };
        let mut user = self.task.clone();
        self.kit.write(&mut user, (!feedback.is_about_names).then_some(candidate));
        let _ = write!(
            user,
            "\n# Your candidate so far\n\n```rust\n{}\n```\n\n# What is wrong with it\n\n{}\n\n\
             # Your answer now\n\nMend the cause, not the single case. Answer with edits only, each in this form; its upper lines \
             stand in the candidate exactly once:\n\n{SEARCH}\nlines of the candidate\n{DIVIDER}\nlines instead\n{REPLACE}\n\n\
             If most of it must change, answer with the whole file in one ```rust block.\n",
            candidate.trim_end(),
            feedback.text.trim_end()
        );
        Prompt::new(self.system.clone(), user)
    }
}

/// What is asked for: types, rules and conditions, each said once.
fn task(spec: &Spec) -> String {
    let mut text = format!("# `{}`: {}\n\n```rust\n{}```\n", spec.name, spec.about.trim(), types::write(spec));
    if !spec.rules.is_empty() {
        text.push_str("\n# Rules\n\n");
        spec.rules.iter().for_each(|rule| _ = writeln!(text, "- {}", rule.trim()));
    }
    let ensures: Vec<&str> =
        spec.ensures.iter().map(|ensure| ensure.text.trim()).filter(|text| !is_bound(text, spec)).collect();
    if !ensures.is_empty() {
        let _ = writeln!(text, "\nEvery output fulfils: {}.", ensures.join("; "));
    }
    text
}

/// Whether a condition says no more than the lower bounds of output fields, which the types tell.
fn is_bound(condition: &str, spec: &Spec) -> bool {
    let output = match &spec.output {
        compiled_ai_core::spec::Type::Named(name) => spec.types.get(name),
        _ => None,
    };
    let Some(TypeDef { shape: Shape::Record(fields), .. }) = output else { return false };
    condition.split(" and ").all(|part| {
        fields.iter().any(|field| field.min.is_some_and(|min| part.trim() == format!("{} >= {min}", field.name)))
    })
}
