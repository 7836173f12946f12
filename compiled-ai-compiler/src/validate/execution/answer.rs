//! From what the harness answers to an outcome that has been checked against the spec.

use std::collections::BTreeMap;
use std::fmt;

use compiled_ai_core::codes::examples::LIMIT;
use compiled_ai_core::ensures::{self, Truth};
use compiled_ai_core::load::decode;
use compiled_ai_core::spec::{Example, Spec};
use compiled_ai_core::value::Value;
use compiled_ai_core::yaml::{Key, Kind, Node};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Failure, FailureKind, Outcome};

/// Reads an answer as an outcome of `example`.
pub(super) fn read(answer: &str, spec: &Spec, example: &Example) -> Outcome {
    read_on(answer, spec, &example.input)
}

/// Reads an answer as the outcome on an input.
pub(in crate::validate) fn read_on(answer: &str, spec: &Spec, input: &BTreeMap<String, Value>) -> Outcome {
    let outcome = match serde_json::from_str::<Answer>(answer) {
        Ok(Answer::Ok(Tree(node))) => output(&node, spec, input).map(Outcome::Output),
        Ok(Answer::Abstain { reason, field }) => Ok(Outcome::Abstained { reason, field }),
        Ok(Answer::Error(message)) => Err(Failure::new(FailureKind::Answer, message)),
        Err(error) => Err(Failure::new(FailureKind::Answer, format!("its answer can't be read: {error}"))),
    };
    outcome.unwrap_or_else(Outcome::Failed)
}

/// JSON as the tree that values are decoded from; `None` if it is none.
pub(in crate::validate) fn node(json: &str) -> Option<Node> {
    serde_json::from_str::<Tree>(json).ok().map(|Tree(node)| node)
}

fn output(node: &Node, spec: &Spec, input: &BTreeMap<String, Value>) -> Result<Value, Failure> {
    let value = decode::value(node, &spec.output, &spec.types).map_err(|problems| {
        let is_limit = problems.iter().all(|problem| problem.code == LIMIT);
        let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        Failure::new(if is_limit { FailureKind::Limit } else { FailureKind::Answer }, messages.join("; "))
    })?;
    let broken = spec.ensures.iter().find(|ensure| ensures::eval(&ensure.expr, input, &value) == Truth::False);
    match broken {
        Some(ensure) => Err(Failure::new(FailureKind::Ensures, format!("`{}` does not hold", ensure.text))),
        None => Ok(value),
    }
}

/// What the harness answers.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Ok(Tree),
    Abstain { reason: String, field: Option<String> },
    Error(String),
}

/// JSON as the tree that values are decoded from. Numbers keep all their digits and maps their duplicate keys.
struct Tree(Node);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Build).map(|kind| Tree(Node::synthetic(kind)))
    }
}

struct Build;

impl<'de> Visitor<'de> for Build {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Kind, E> {
        Ok(Kind::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Kind, E> {
        Ok(Kind::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Kind, E> {
        Ok(Kind::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Kind, E> {
        // The shortest text that denotes this float and no other.
        Ok(Kind::Number(format!("{value:?}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Kind, E> {
        Ok(Kind::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Kind, A::Error> {
        let mut nodes = Vec::new();
        while let Some(Tree(node)) = items.next_element()? {
            nodes.push(node);
        }
        Ok(Kind::Seq(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Kind, A::Error> {
        let mut nodes = Vec::new();
        while let Some((key, Tree(node))) = entries.next_entry::<String, Tree>()? {
            nodes.push((Key::synthetic(key), node));
        }
        Ok(Kind::Map(nodes))
    }
}
