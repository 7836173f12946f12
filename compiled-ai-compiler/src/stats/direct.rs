//! What the same job takes when a model is asked at every call: the prompt that a person would write for it.
//!
//! The system prompt says what the function does (`about`), what comes in and goes out (fields with their types and meanings,
//! and the named types), the rules and the conditions, and asks for JSON and nothing else. It holds no example, no page of the
//! kit and nothing about Rust. The input is the example's as JSON, the reply its expected output as JSON. The few
//! tokens by which a provider marks roles are left out, so a real call takes a little more.

use std::fmt::Write as _;

use compiled_ai_core::spec::{Example, Expected, Field, Shape, Spec, Type};
use rust_decimal::prelude::ToPrimitive as _;

use crate::json;
use crate::model::{TokenSource, Tokens};
use crate::price::Price;
use crate::tokens;

/// What a direct call takes, the mean over a spec's examples, shown and held out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Call {
    /// Tokens of the system prompt.
    pub system: u64,
    /// Tokens of the input.
    pub input: f64,
    /// Tokens of the reply.
    pub output: f64,
    /// How many examples that is the mean of.
    pub examples: usize,
    /// US dollars; `None` without a price. Nothing is taken from a cache.
    pub dollars: Option<f64>,
}

impl Call {
    /// Of `spec`, at `price`.
    pub fn of(spec: &Spec, price: Option<&Price>) -> Self {
        let count = spec.examples.len().max(1) as f64;
        let mean = |text: &dyn Fn(&Example) -> String| {
            spec.examples.iter().map(|example| tokens::count(&text(example))).sum::<u64>() as f64 / count
        };
        let call = Self {
            system: tokens::count(&system(spec)),
            input: mean(&input),
            output: mean(&reply),
            examples: spec.examples.len(),
            dollars: None,
        };
        // A price is per million: of a million calls, so that nothing is lost to rounding.
        let million = |tokens: f64| (tokens * 1e6).round() as u64;
        let of_million = price.and_then(|price| {
            let (input, output) = (million(call.system as f64 + call.input), million(call.output));
            price.of(&Tokens { input, cached: 0, written: 0, output, from: TokenSource::Estimated }).to_f64()
        });
        Self { dollars: of_million.map(|dollars| dollars / 1e6), ..call }
    }

    /// Tokens of prompt, input and reply.
    pub fn tokens(&self) -> f64 {
        self.system as f64 + self.input + self.output
    }
}

/// The system prompt of a direct call.
pub fn system(spec: &Spec) -> String {
    let mut text = format!("{}\n\nInput, a JSON object:\n", spec.about.trim());
    fields(&mut text, &spec.input);
    match &spec.output {
        Type::Named(name) if name == compiled_ai_core::spec::OUTPUT => {
            text.push_str("\nOutput, a JSON object:\n");
            shape(&mut text, spec, name);
        }
        output => _ = writeln!(text, "\nOutput, as JSON: {output}"),
    }
    let others = spec.types.iter().filter(|(name, _)| *name != compiled_ai_core::spec::OUTPUT);
    for (name, definition) in others {
        let doc = definition.doc.as_ref().map(|doc| format!(", {}", doc.trim())).unwrap_or_default();
        let _ = writeln!(text, "\n{name}{doc}:");
        shape(&mut text, spec, name);
    }
    let mut list = |title: &str, items: Vec<&str>| {
        if !items.is_empty() {
            let _ = writeln!(text, "\n{title}:");
            items.iter().for_each(|item| _ = writeln!(text, "- {}", item.trim()));
        }
    };
    list("Rules", spec.rules.iter().map(String::as_str).collect());
    list("Holds for every output", spec.ensures.iter().map(|ensure| ensure.text.as_str()).collect());
    text.push_str("\nAnswer with the JSON and nothing else. If you can't answer, answer {\"abstain\": \"why\"}.\n");
    text
}

/// Bytes of what a spec states: the system prompt of a direct call, and every example's input and output as JSON. Comments,
/// formatting and how examples are spread over files make no difference.
pub fn stated_bytes(spec: &Spec) -> usize {
    let examples: usize = spec.examples.iter().map(|example| input(example).len() + reply(example).len()).sum();
    system(spec).len() + examples
}

fn input(example: &Example) -> String {
    json::input(example).to_string()
}

fn reply(example: &Example) -> String {
    match &example.expected {
        Expected::Output(value) => json::value(value).to_string(),
        Expected::Abstain { field } => {
            serde_json::json!({ "abstain": field.as_deref().unwrap_or("unknown") }).to_string()
        }
    }
}

fn shape(text: &mut String, spec: &Spec, name: &str) {
    match spec.types.get(name).map(|definition| &definition.shape) {
        Some(Shape::Record(of)) => fields(text, of),
        Some(Shape::Enum(variants)) => {
            for variant in variants {
                let doc = variant.doc.as_ref().map(|doc| format!(": {}", doc.trim())).unwrap_or_default();
                let _ = writeln!(text, "- \"{}\"{doc}", variant.name);
            }
        }
        None => {}
    }
}

fn fields(text: &mut String, fields: &[Field]) {
    for Field { name, ty, doc, unit, min, max, at: _ } in fields {
        let _ = write!(text, "- {name}: {ty}");
        let _ = unit.as_ref().map(|unit| write!(text, ", in {unit}"));
        let _ = min.map(|min| write!(text, ", at least {min}"));
        let _ = max.map(|max| write!(text, ", at most {max}"));
        let _ = doc.as_ref().map(|doc| write!(text, ": {}", doc.trim()));
        text.push('\n');
    }
}
