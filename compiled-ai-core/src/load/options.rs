//! The keys beside types and examples: name, prose, modules, accuracy, what to do on abstention, what is built.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Reader, decode, keys};
use crate::codes::spec as codes;
use crate::diagnostic::{Code, Diagnostic};
use crate::spec::{Accuracy, Count, Kind as SpecKind, OnAbstain, Shape, Target, Type, Unreached};
use crate::suggest;
use crate::yaml::{Kind, Node};

/// The kit modules that a spec may name.
pub const MODULES: &[&str] = &["dates", "money", "regex", "similarity", "table", "text", "words"];

const KINDS: &[(&str, SpecKind)] = &[
    ("function", SpecKind::Function),
    ("validator", SpecKind::Validator),
    ("stream", SpecKind::Stream),
    ("batch", SpecKind::Batch),
    ("workflow", SpecKind::Workflow),
];
const TARGETS: &[(&str, Target)] = &[("rust", Target::Rust), ("wasm", Target::Wasm)];
const UNREACHED: &[(&str, Unreached)] = &[("allow", Unreached::Allow), ("acknowledge", Unreached::Acknowledge)];
const COUNTS: &[(&str, Count)] = &[("examples", Count::Examples), ("fields", Count::Fields)];
const ON_ABSTAIN: &[(&str, OnAbstain)] = &[("error", OnAbstain::Error), ("call", OnAbstain::Call)];

impl Reader<'_> {
    pub(super) fn version(&mut self, node: &Node) {
        if !matches!(&node.kind, Kind::Number(raw) if raw == "1") {
            self.problems.push(
                Diagnostic::error(
                    codes::VERSION,
                    format!("unsupported version of the spec format: {}", node.describe()),
                )
                .at(&node.at, "")
                .help("write `spec: 1`"),
            );
        }
    }

    pub(super) fn name(&mut self, node: &Node) -> Option<String> {
        let name = keys::text(node, "`name`", &mut self.problems)?;
        self.check_snake_name(name, &node.at, "function");
        Some(name.to_owned())
    }

    pub(super) fn kind(&mut self, node: &Node) -> SpecKind {
        let kind = self.choice(node, "kind", KINDS).unwrap_or_default();
        if kind != SpecKind::Function {
            self.not_yet(node, codes::KIND_NOT_YET, &format!("kind: {}", kind.name()));
        }
        kind
    }

    pub(super) fn target(&mut self, node: &Node) -> Target {
        self.choice(node, "target", TARGETS).unwrap_or_default()
    }

    pub(super) fn modules(&mut self, node: &Node) -> BTreeSet<String> {
        self.set(node, "modules", |reader, name, item| {
            if !MODULES.contains(&name) {
                let problem = Diagnostic::error(
                    codes::UNKNOWN_MODULE,
                    format!("unknown module `{}`", crate::yaml::shorten(name)),
                )
                .at(&item.at, "");
                reader.problems.push(meant(problem, name, MODULES, "the modules are"));
            }
        })
    }

    pub(super) fn compliance(&mut self, node: &Node) -> BTreeSet<String> {
        let blocks = self.set(node, "compliance", |_, _, _| {});
        if !blocks.is_empty() {
            self.not_yet(node, codes::COMPLIANCE_NOT_YET, "compliance");
        }
        blocks
    }

    pub(super) fn rules(&mut self, node: &Node) -> Vec<String> {
        let Some(items) = keys::items(node, "`rules`", &mut self.problems) else { return vec![] };
        items.iter().filter_map(|item| self.prose(item, "a rule")).map(str::to_owned).collect()
    }

    /// A text that says something.
    pub(super) fn prose<'n>(&mut self, node: &'n Node, of: &str) -> Option<&'n str> {
        let text = keys::text(node, of, &mut self.problems)?;
        if text.trim().is_empty() {
            self.problems.push(Diagnostic::error(codes::EMPTY_TEXT, format!("{of} is empty")).at(&node.at, ""));
            return None;
        }
        Some(text)
    }

    pub(super) fn accuracy(&mut self, node: &Node, output: Option<&Type>) -> Accuracy {
        let mut accuracy = Accuracy::default();
        let keys = &["at_least", "held_out", "of", "unreached"];
        let Some(entries) = keys::known(node, "`accuracy`", keys, &mut self.problems) else { return accuracy };
        if let Some(node) = entries.get("at_least")
            && let Some(share) = self.share(node, "at_least", Decimal::ONE)
        {
            if share.is_zero() {
                self.problems.push(
                    Diagnostic::error(codes::ACCURACY, "`at_least` must be more than 0")
                        .at(&node.at, "")
                        .help("write `at_least: 95%`"),
                );
            }
            accuracy.at_least = share;
        }
        if let Some(node) = entries.get("held_out")
            && let Some(share) = self.share(node, "held_out", Decimal::new(9, 1))
        {
            accuracy.held_out = share;
        }
        if let Some(node) = entries.get("of") {
            accuracy.of = self.choice(node, "of", COUNTS).unwrap_or_default();
            if accuracy.of == Count::Fields && output.is_some_and(|output| !self.is_record(output)) {
                self.problems.push(
                    Diagnostic::error(codes::COUNT_FIELDS, "`of: fields` needs an output with fields")
                        .at(&node.at, "")
                        .help("remove it: whole examples are counted then"),
                );
            }
        }
        if let Some(node) = entries.get("unreached") {
            accuracy.unreached = self.choice(node, "unreached", UNREACHED).unwrap_or_default();
        }
        accuracy
    }

    pub(super) fn on_abstain(&mut self, node: &Node, output: Option<&Type>) -> OnAbstain {
        if !matches!(node.kind, Kind::Map(_) | Kind::String(_)) {
            self.problems.push(keys::wrong_kind(node, "`on_abstain`", "`error`, `call` or `{default: …}`"));
            return OnAbstain::Error;
        }
        if !matches!(node.kind, Kind::Map(_)) {
            return self.choice(node, "on_abstain", ON_ABSTAIN).unwrap_or_default();
        }
        let Some(entries) = keys::known(node, "`on_abstain`", &["default"], &mut self.problems) else {
            return OnAbstain::Error;
        };
        match (entries.get("default"), output) {
            (Some(default), Some(output)) => match decode::value(default, output, &self.types.defs) {
                Ok(value) => OnAbstain::Default(value),
                Err(problems) => {
                    self.problems.extend(problems);
                    OnAbstain::Error
                }
            },
            (Some(_), None) => OnAbstain::Error,
            (None, _) => {
                if matches!(&node.kind, Kind::Map(entries) if entries.is_empty()) {
                    self.problems.push(keys::wrong_kind(node, "`on_abstain`", "`error`, `call` or `{default: …}`"));
                }
                OnAbstain::Error
            }
        }
    }

    /// `95%` or `0.95`, from 0 to `most`.
    fn share(&mut self, node: &Node, key: &str, most: Decimal) -> Option<Decimal> {
        let share = match &node.kind {
            Kind::Number(raw) => decode::decimal(raw).ok(),
            Kind::String(text) => percent(text),
            _ => None,
        };
        let is_plain = match &node.kind {
            Kind::String(text) => is_plain_percent(text),
            _ => true,
        };
        let share = share.map(|share| share.normalize());
        let within = share.filter(|share| (Decimal::ZERO..=most).contains(share));
        if let Some(share) = within.filter(|_| is_plain) {
            return Some(share);
        }
        let most_percent = (most * Decimal::ONE_HUNDRED).normalize();
        let mut problem = Diagnostic::error(
            codes::ACCURACY,
            format!("`{key}` must be a share from 0% to {most_percent}%, found {}", node.describe()),
        )
        .at(&node.at, "");
        if let Some(percent) = share.filter(|share| *share > Decimal::ONE && *share <= Decimal::ONE_HUNDRED) {
            problem = problem.help(format!("write `{percent}%`"));
        } else if let Some(share) = within {
            problem = problem.help(format!("write `{}%`", (share * Decimal::ONE_HUNDRED).normalize()));
        }
        self.problems.push(problem);
        None
    }

    /// A value out of a few words.
    fn choice<T: Clone>(&mut self, node: &Node, key: &str, choices: &[(&'static str, T)]) -> Option<T> {
        let known: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
        let word = match &node.kind {
            Kind::String(word) => word,
            _ => {
                self.problems.push(keys::wrong_kind(
                    node,
                    &format!("`{key}`"),
                    &format!("one of {}", suggest::list(known)),
                ));
                return None;
            }
        };
        if let Some((_, choice)) = choices.iter().find(|(name, _)| name == word) {
            return Some(choice.clone());
        }
        let problem =
            Diagnostic::error(codes::UNKNOWN_CHOICE, format!("unknown `{key}`: `{}`", crate::yaml::shorten(word)))
                .at(&node.at, "");
        self.problems.push(meant(problem, word, &known, &format!("`{key}` is one of")));
        None
    }

    /// A sequence of words, each once.
    fn set(&mut self, node: &Node, key: &str, check: impl Fn(&mut Self, &str, &Node)) -> BTreeSet<String> {
        let mut set = BTreeSet::new();
        let Some(items) = keys::items(node, &format!("`{key}`"), &mut self.problems) else { return set };
        for item in items {
            let Some(word) = self.prose(item, &format!("an entry of `{key}`")) else { continue };
            check(self, word, item);
            if !set.insert(word.to_owned()) {
                self.problems
                    .push(Diagnostic::warning(codes::REPEATED, format!("`{word}` is given twice")).at(&item.at, ""));
            }
        }
        set
    }

    fn not_yet(&mut self, node: &Node, code: Code, what: &str) {
        self.problems
            .push(Diagnostic::error(code, format!("this version does not build `{what}` yet")).at(&node.at, ""));
    }

    pub(super) fn is_record(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(name) => !matches!(self.types.defs.get(name), Some(def) if matches!(def.shape, Shape::Enum(_))),
            _ => false,
        }
    }
}

/// A hundredth of the number before a `%`.
fn percent(text: &str) -> Option<Decimal> {
    let number = decode::decimal(text.strip_suffix('%')?.trim()).ok()?;
    number.checked_div(Decimal::ONE_HUNDRED)
}

/// Whether a percentage is digits, a fraction or none, blanks or none, and `%`.
fn is_plain_percent(text: &str) -> bool {
    let number = text.strip_suffix('%').unwrap_or_default().trim_end_matches(' ');
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    [whole, fraction].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Adds the word that was likely meant, or else all there are.
fn meant(problem: Diagnostic, word: &str, known: &[&'static str], intro: &str) -> Diagnostic {
    match suggest::closest(word, known.iter().copied()) {
        Some(meant) => problem.help(format!("did you mean `{meant}`?")),
        None => problem.note(format!("{intro} {}", suggest::list(known.iter().copied()))),
    }
}
