//! `ensures:`: conditions are parsed and checked here, and must hold for every example's output.

use std::collections::BTreeMap;

use super::{Reader, keys};
use crate::codes::{examples, spec as codes};
use crate::diagnostic::{Diagnostic, Location};
use crate::ensures::{self, Problem, Scope, Truth};
use crate::spec::{Ensure, Field, Type};
use crate::value::Value;
use crate::yaml::Node;

impl Reader<'_> {
    /// Reads `ensures:`. Without a scope (the types have problems) conditions are parsed but not checked.
    pub(super) fn ensures(&mut self, node: &Node, scope: Option<(&[Field], &Type)>) -> Vec<Ensure> {
        let Some(items) = keys::items(node, "`ensures`", &mut self.problems) else { return vec![] };
        items.iter().filter_map(|item| self.ensure(item, scope)).collect()
    }

    fn ensure(&mut self, node: &Node, scope: Option<(&[Field], &Type)>) -> Option<Ensure> {
        let text = self.prose(node, "a condition of `ensures`")?;
        let expr = match ensures::parse(text) {
            Ok(expr) => expr,
            Err(problem) => {
                self.report_condition(node, text, problem);
                return None;
            }
        };
        let (input, output) = scope?;
        let problems = ensures::check(&expr, &Scope { input, output, types: &self.types.defs });
        if problems.is_empty() {
            return Some(Ensure { text: text.to_owned(), expr, at: node.at.clone() });
        }
        for problem in problems {
            self.report_condition(node, text, problem);
        }
        None
    }

    fn report_condition(&mut self, node: &Node, text: &str, problem: Problem) {
        let at = self.within(&node.at, text, problem.span);
        let diagnostic = Diagnostic::error(codes::CONDITION, problem.message).at(&at, "");
        self.problems.push(problem.help.into_iter().fold(diagnostic, Diagnostic::help));
    }

    /// Checks that `on_abstain: {default: …}` keeps what `ensures` promises of every output.
    pub(super) fn check_default(&mut self, value: &Value, node: &Node, ensures: &[Ensure]) {
        self.problems.extend(broken(ensures, &BTreeMap::new(), value, &node.at, "the default output"));
    }
}

/// One error for each condition that is definitely false.
pub(super) fn broken(
    ensures: &[Ensure],
    input: &BTreeMap<String, Value>,
    output: &Value,
    at: &Location,
    what: &str,
) -> Vec<Diagnostic> {
    ensures
        .iter()
        .filter(|ensure| ensures::eval(&ensure.expr, input, output) == Truth::False)
        .map(|ensure| {
            let condition = crate::yaml::shorten(&ensure.text);
            Diagnostic::error(examples::BROKEN_CONDITION, format!("{what} breaks the condition `{condition}`"))
                .at(at, "")
                .at(&ensure.at, "the condition")
                .help("correct the output, or the condition")
        })
        .collect()
}
