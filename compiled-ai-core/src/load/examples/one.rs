//! One example: `{input, output | abstain, held_out}`.

use super::Examples;
use crate::codes::examples as codes;
use crate::diagnostic::{Diagnostic, Location};
use crate::load::{conditions, decode, keys};
use crate::spec::{Example, Expected, Shape, Type};
use crate::suggest;
use crate::yaml::{Kind, Node};

const KEYS: &[&str] = &["input", "output", "abstain", "held_out"];

impl Examples<'_, '_> {
    /// Reads one example; `held_out` is what its entry in the spec says, which its own `held_out` overrides.
    pub(super) fn example(&mut self, node: &Node, id: String, held_out: Option<bool>) {
        self.read += 1;
        let before = self.loader.problems.len();
        let Some(entries) = keys::known(node, "an example", KEYS, &mut self.loader.problems) else { return };
        // A key that is unknown here is most often the one that is missing.
        let has_unknown_keys = self.loader.problems.len() > before;
        let held_out = entries.get("held_out").and_then(|node| self.held_out(node)).or(held_out);
        let input = match entries.get("input") {
            Some(node) => self.input(node),
            None if has_unknown_keys => None,
            None => {
                self.incomplete(&node.at, "the example has no `input`");
                None
            }
        };
        let expected = match (entries.entry("output"), entries.entry("abstain")) {
            (Some((_, output)), None) => self.output(output),
            (None, Some((_, abstain))) => self.abstain(abstain),
            (Some((first, _)), Some((second, _))) => {
                self.loader.problems.push(
                    Diagnostic::error(codes::INCOMPLETE, "the example has both `output` and `abstain`")
                        .at(&second.at, "")
                        .at(&first.at, "")
                        .help("keep the one that is right"),
                );
                None
            }
            (None, None) if has_unknown_keys => None,
            (None, None) => {
                self.incomplete(&node.at, "the example has neither `output` nor `abstain`");
                None
            }
        };
        let (Some(input), Some(expected)) = (input, expected) else { return };
        if let (Expected::Output(output), Some(node)) = (&expected, entries.get("output")) {
            let broken = conditions::broken(self.schema.ensures, &input, output, &node.at, "the output");
            self.loader.problems.extend(broken);
        }
        let example = Example { id, input, expected, held_out, at: node.at.clone() };
        if self.is_new(&example) {
            self.found.push(example);
        }
    }

    fn input(&mut self, node: &Node) -> Option<std::collections::BTreeMap<String, crate::value::Value>> {
        let decoded = decode::record(node, self.schema.input?, self.schema.types);
        decoded.map_err(|problems| self.loader.problems.extend(problems)).ok()
    }

    fn output(&mut self, node: &Node) -> Option<Expected> {
        let decoded = decode::value(node, self.schema.output?, self.schema.types);
        decoded.map(Expected::Output).map_err(|problems| self.loader.problems.extend(problems)).ok()
    }

    /// `true`, or `{field: x}`.
    fn abstain(&mut self, node: &Node) -> Option<Expected> {
        let of = "`abstain`";
        match &node.kind {
            Kind::Bool(true) => return Some(Expected::Abstain { field: None }),
            Kind::Map(_) => {}
            _ => {
                let problem = Diagnostic::error(
                    codes::ABSTAIN,
                    format!("{of} must be `true` or `{{field: …}}`, found {}", node.describe()),
                );
                self.loader.problems.push(problem.at(&node.at, ""));
                return None;
            }
        }
        let entries = keys::known(node, of, &["field"], &mut self.loader.problems)?;
        let Some(field) = entries.get("field") else {
            let problem = Diagnostic::error(codes::ABSTAIN, "`abstain` names no field").at(&node.at, "");
            self.loader.problems.push(problem.help("write `abstain: true`"));
            return None;
        };
        let name = keys::text(field, "`field`", &mut self.loader.problems)?;
        self.check_field(name, &field.at);
        Some(Expected::Abstain { field: Some(name.to_owned()) })
    }

    /// An abstention names a field of the output or of the input.
    fn check_field(&mut self, name: &str, at: &Location) {
        let (Some(input), Some(output)) = (self.schema.input, self.schema.output) else { return };
        let output = match output {
            Type::Named(name) => match self.schema.types.get(name).map(|def| &def.shape) {
                Some(Shape::Record(fields)) => fields.as_slice(),
                Some(Shape::Enum(_)) => &[],
                // The output's type could not be read.
                None => return,
            },
            _ => &[],
        };
        let known = || output.iter().chain(input).map(|field| field.name.as_str());
        if known().any(|known| known == name) {
            return;
        }
        let shown = crate::yaml::shorten(name);
        let problem =
            Diagnostic::error(codes::ABSTAIN, format!("neither the output nor the input has a field `{shown}`"))
                .at(at, "");
        self.loader.problems.push(match suggest::closest(name, known()) {
            Some(meant) => problem.help(format!("did you mean `{meant}`?")),
            None => problem.note(format!("the fields are {}", suggest::list(known()))),
        });
    }

    pub(super) fn held_out(&mut self, node: &Node) -> Option<bool> {
        match node.kind {
            Kind::Bool(held_out) => Some(held_out),
            _ => {
                self.loader.problems.push(keys::wrong_kind(node, "`held_out`", "`true` or `false`"));
                None
            }
        }
    }

    /// Whether no earlier example has the same input. A second one is left out: it would only count twice.
    fn is_new(&mut self, example: &Example) -> bool {
        let found = &self.found;
        let same = self.by_input.find_or_insert(&example.input, found.len(), |index| {
            found.get(index).is_some_and(|earlier| earlier.input == example.input)
        });
        let Some(earlier) = same.and_then(|index| found.get(index)) else { return true };
        let problem = if earlier.expected == example.expected {
            Diagnostic::warning(codes::DUPLICATE, "the same example is given twice")
                .at(&example.at, "")
                .at(&earlier.at, "the first one, which counts")
                .help("remove one")
        } else {
            Diagnostic::error(codes::CONTRADICTION, "two examples have the same input and expect different things")
                .at(&example.at, "")
                .at(&earlier.at, "the other one")
                .help("remove the one that is wrong; if both are right, the input lacks what tells them apart")
        };
        self.loader.problems.push(problem);
        false
    }

    fn incomplete(&mut self, at: &Location, message: &str) {
        self.loader.problems.push(
            Diagnostic::error(codes::INCOMPLETE, message)
                .at(at, "")
                .help("an example has `input`, and `output` or `abstain`"),
        );
    }
}
