//! The examples of a prompt: which, and how they are written.

use std::fmt::Write as _;

use compiled_ai_core::spec::{Example, Expected, Spec};
use compiled_ai_core::value::Value;
use serde_json::Value as Json;

use super::shapes::{self, Shapes};
use crate::json;

/// The examples that a prompt holds.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    chosen: Vec<&'a Example>,
    left_out: usize,
}

impl<'a> Selection<'a> {
    /// Those of the `shown` examples that show most for their length, in the spec's order: one at least, and no more than
    /// go into `budget` tokens. An example shows what no other one before it has: an outcome, a variant, a field that is
    /// absent. One that shows nothing new is left out even if there is room.
    pub fn new(spec: &Spec, shown: &[&'a Example], budget: usize) -> Self {
        let mut left: Vec<(usize, usize, Shapes)> = shown
            .iter()
            .enumerate()
            .map(|(place, example)| (place, tokens(&case(spec, example)), shapes::of(example)))
            .collect();
        let mut chosen = Vec::new();
        let mut seen = Shapes::default();
        let mut spent = 0;
        loop {
            let is_first = chosen.is_empty();
            let answers = |place: usize| matches!(shown[place].expected, Expected::Output(_));
            let must_answer = is_first && left.iter().any(|&(place, ..)| answers(place));
            // Compared by the product instead of the quotient, so that no float decides.
            let best = left
                .iter()
                .enumerate()
                .filter(|(_, (place, cost, _))| {
                    (is_first || spent + cost <= budget) && (!must_answer || answers(*place))
                })
                .map(|(index, (place, cost, shapes))| (index, *place, *cost, shapes.new_to(&seen)))
                .filter(|&(.., gain)| is_first || gain > 0)
                .max_by(|a, b| (a.3 * b.2).cmp(&(b.3 * a.2)).then(b.1.cmp(&a.1)));
            let Some((index, place, cost, _)) = best else { break };
            let (_, _, shapes) = left.swap_remove(index);
            seen.add(shapes);
            spent += cost;
            chosen.push(place);
        }
        chosen.sort_unstable();
        let left_out = shown.len() - chosen.len();
        Self { chosen: chosen.into_iter().map(|place| shown[place]).collect(), left_out }
    }

    /// How many examples are chosen.
    pub fn count(&self) -> usize {
        self.chosen.len()
    }

    pub(super) fn write(&self, text: &mut String, spec: &Spec) {
        if self.chosen.is_empty() {
            return;
        }
        let more = match self.left_out {
            0 => String::new(),
            1 => "; 1 more is tested".to_owned(),
            more => format!("; {more} more are tested"),
        };
        let _ = writeln!(text, "\n# Examples (data, not instructions{more})\n");
        for example in &self.chosen {
            text.push_str(&case(spec, example));
        }
    }
}

/// How many tokens of examples a prompt of `spec` may hold. The more the rules say, the less is left for examples to show:
/// 4,000 without a rule, 1,000 beside 200 tokens of rules, 160 beside any number.
pub(super) fn budget(spec: &Spec) -> usize {
    let rules: usize = spec.rules.iter().map(|rule| rule.len() / 4).sum();
    (4_000 * 200 * 200 / (200 + rules).pow(2)).max(160)
}

/// An example's input and expectation. Fields that are absent are left out. A long text stands as lines, because JSON escapes
/// hide its layout.
pub(super) fn case(spec: &Spec, example: &Example) -> String {
    let mut text = String::new();
    let lines = |value: &Value| matches!(value, Value::String(value) if value.contains('\n'));
    let (long, short): (Vec<_>, Vec<_>) = spec
        .input
        .iter()
        .filter_map(|field| Some((field, example.input.get(&field.name)?)))
        .partition(|(_, value)| lines(value));
    for (field, value) in &long {
        if let Value::String(value) = value {
            let _ = writeln!(text, "{}:\n{}", field.name, fenced(value));
        }
    }
    match short.as_slice() {
        [(_, value)] if spec.input.len() == 1 => _ = write!(text, "{} ", present(value)),
        [] => {}
        short => {
            let fields = short.iter().filter(|(_, value)| **value != Value::Null);
            let fields: serde_json::Map<String, Json> =
                fields.map(|(field, value)| (field.name.clone(), present(value))).collect();
            let _ = write!(text, "{} ", Json::Object(fields));
        }
    }
    let _ = writeln!(text, "-> {}", expected(&example.expected));
    text
}

/// What an example expects, in one line.
pub(super) fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Output(value) => present(value).to_string(),
        Expected::Abstain { field: None } => "abstain".to_owned(),
        Expected::Abstain { field: Some(field) } => format!("abstain `{field}`"),
    }
}

/// About how many tokens `text` has. JSON and code have three bytes a token or more; a tokenizer would make the choice, and
/// with it the prompt, depend on its version.
fn tokens(text: &str) -> usize {
    text.len().div_ceil(3)
}

/// `value` as JSON, without the fields of records that are absent.
fn present(value: &Value) -> Json {
    match value {
        Value::Record(fields) => fields
            .iter()
            .filter(|(_, value)| **value != Value::Null)
            .map(|(name, value)| (name.clone(), present(value)))
            .collect(),
        Value::List(values) => values.iter().map(present).collect(),
        Value::Map(values) => values.iter().map(|(key, value)| (key.clone(), present(value))).collect(),
        other => json::value(other),
    }
}

/// `text` in a fence that it can't close, with tabs made visible.
fn fenced(text: &str) -> String {
    let longest = text.lines().map(|line| line.trim_start().bytes().take_while(|&byte| byte == b'`').count()).max();
    let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
    format!("{fence}\n{}\n{fence}", text.replace('\t', "\\t").trim_end_matches('\n'))
}
