//! The instrumented text of a candidate: the same program, which tells where it came by.
//!
//! Probes are put into the text itself, never with a line feed, so that every line stays the line that it was. They are only
//! of forms that change no value, no order and no lifetime: a statement at the start of a block, one more operand of `&&` or
//! `||`, a call around a condition that is handed on, an arm whose guard is never true.

use std::collections::BTreeSet;
use std::ops::Range;

use compiled_ai_core::coverage::Place;
use syn::visit::Visit;
use syn::{Block, Expr, File, Pat};

use super::{literals, patterns};

/// Where an instrumented candidate finds what records its way.
pub(super) const ROOT: &str = "::compiled_ai_kit";
/// Bits that there are; see the harness.
const MOST: u32 = 1 << 16;

/// A text that can be measured.
#[derive(Debug)]
pub(super) struct Instrumented {
    pub(super) text: String,
    /// What its bits mean, in the order of the visit, which is the same whatever is left out.
    pub(super) probes: Vec<Probe>,
}

/// A place that is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Probe {
    pub(super) what: Place,
    /// What it stands for, in bytes of the candidate.
    pub(super) range: Range<usize>,
    /// The bits that must be set; empty if the place could not be instrumented.
    pub(super) bits: Range<u32>,
    /// Where the text was changed within an expression, which may be what does not compile.
    pub(super) around: Option<Range<usize>>,
    /// The literals' values; empty of a branch.
    pub(super) literals: Vec<String>,
}

/// What is left out, because it did not compile.
#[derive(Debug, Clone, Default)]
pub(super) struct LeftOut {
    /// Probes within expressions, by their number.
    pub(super) probes: BTreeSet<usize>,
    /// Top-level items, by their number.
    pub(super) items: BTreeSet<usize>,
}

/// Instruments `source`, parsed as `file`.
pub(super) fn instrument(source: &str, file: &File, left_out: &LeftOut) -> Instrumented {
    let own_methods = literals::own_methods(file);
    let mut at =
        Instrumenter { source, edits: vec![], probes: vec![], bits: 0, left_out, own_methods, is_off: false, names: 0 };
    for (number, item) in file.items.iter().enumerate() {
        at.is_off = left_out.items.contains(&number);
        at.visit_item(item);
    }
    let Instrumenter { edits, probes, .. } = at;
    Instrumented { text: splice(source, edits), probes }
}

/// Puts `text` in the place of a range.
struct Edit {
    range: Range<usize>,
    text: String,
}

/// Edits at one place keep their order: what is put around something comes before what is put into it.
fn splice(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut text = String::with_capacity(source.len() * 2);
    let mut done = 0;
    for Edit { range, text: new } in edits {
        text.push_str(source.get(done..range.start).unwrap_or_default());
        text.push_str(&new);
        done = range.end.max(done);
    }
    text.push_str(source.get(done..).unwrap_or_default());
    text
}

pub(super) struct Instrumenter<'a> {
    pub(super) source: &'a str,
    edits: Vec<Edit>,
    probes: Vec<Probe>,
    bits: u32,
    left_out: &'a LeftOut,
    pub(super) own_methods: BTreeSet<String>,
    /// Whether the item that is visited is left out.
    is_off: bool,
    /// Names that were given.
    names: usize,
}

impl Instrumenter<'_> {
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push(Edit { range, text: text.into() });
    }

    /// A place with so many bits; the first of them, unless it is left out.
    pub(super) fn probe(
        &mut self,
        what: Place,
        range: Range<usize>,
        around: Option<Range<usize>>,
        bits: u32,
        literals: Vec<String>,
    ) -> Option<u32> {
        let is_out = self.is_off
            || self.bits + bits > MOST
            || around.is_some() && self.left_out.probes.contains(&self.probes.len());
        let first = self.bits;
        self.bits += if is_out { 0 } else { bits };
        self.probes.push(Probe { what, range, bits: first..self.bits, around, literals });
        (!is_out).then_some(first)
    }

    /// A statement at `at` that says that what `range` holds is reached.
    pub(super) fn statement(&mut self, range: Range<usize>, at: usize) {
        if let Some(n) = self.probe(Place::Branch, range, None, 1, vec![]) {
            self.insert(at, format!(" {ROOT}::reach({n}); "));
        }
    }

    pub(super) fn open(&mut self, block: &Block) {
        self.statement(range(block), range_of(block.brace_token.span.open()).end);
    }

    /// A call around an expression.
    pub(super) fn wrap(
        &mut self,
        around: Range<usize>,
        shown: Range<usize>,
        call: (&str, u32),
        literals: Vec<String>,
    ) -> bool {
        let (name, bits) = call;
        let what = if literals.is_empty() { Place::Branch } else { Place::Literal };
        let probe = self.probe(what, shown, Some(around.clone()), bits, literals);
        if let Some(n) = probe {
            self.insert(around.start, format!("{ROOT}::{name}({n}, "));
        }
        probe.is_some()
    }

    /// The body of an arm or a closure: a block, or an expression that becomes one.
    pub(super) fn body(&mut self, body: &Expr, what: Place, shown: Range<usize>, literals: Vec<String>) {
        if let Expr::Block(block) = body
            && block.label.is_none()
        {
            if let Some(n) = self.probe(what, shown, None, 1, literals) {
                let at = range_of(block.block.brace_token.span.open()).end;
                self.insert(at, format!(" {ROOT}::reach({n}); "));
            }
            return self.visit_block(&block.block);
        }
        let around = range(body);
        let probe = self.probe(what, shown, Some(around.clone()), 1, literals);
        if let Some(n) = probe {
            self.insert(around.start, format!("{{ {ROOT}::reach({n}); "));
        }
        self.visit_expr(body);
        if probe.is_some() {
            self.insert(around.end, " }");
        }
    }

    /// What stands before an arm with `pattern`: an arm for each literal and each alternative that is never taken, since its
    /// guard is false, and whose guard is asked exactly if the pattern fits and no arm before it did.
    pub(super) fn alternatives(&mut self, pattern: &Pat) -> String {
        let mut arms = String::new();
        for alternative in patterns::alternatives(self.source, pattern) {
            let what = if alternative.literals.is_empty() { Place::Branch } else { Place::Literal };
            let around = Some(alternative.range.clone());
            if let Some(n) = self.probe(what, alternative.range, around, 1, alternative.literals) {
                arms.push_str(&format!("{} if {ROOT}::miss({n}) => loop {{}}, ", alternative.pattern));
            }
        }
        arms
    }

    /// Alternatives that are literals, in the pattern of a `let` that may fail: each list gets a name, and this is the
    /// condition, always true, that looks at the name.
    pub(super) fn named_alternatives(&mut self, pattern: &Pat) -> Vec<String> {
        let mut conditions = vec![];
        for list in patterns::literal_lists(pattern) {
            self.names += 1;
            let name = format!("compiled_ai_{}", self.names);
            let mut arms = String::new();
            for case in &list.cases {
                let literals = vec![case.literal.clone()];
                let around = Some(list.range.clone());
                if let Some(n) = self.probe(Place::Literal, case.range.clone(), around, 1, literals) {
                    arms.push_str(&format!("{} => {ROOT}::reach({n}), ", &self.source[case.range.clone()]));
                }
            }
            if arms.is_empty() {
                continue;
            }
            self.insert(list.range.start, format!("{name} @ ("));
            self.insert(list.range.end, ")");
            let value = if list.is_text { format!("{ROOT}::text(&{name})") } else { name };
            conditions.push(format!("(match {value} {{ {arms}_ => true }})"));
        }
        conditions
    }

    pub(super) fn reached(&self, n: u32) -> String {
        format!("{ROOT}::reach({n})")
    }
}

/// The bytes of something in the text.
pub(super) fn range(of: &impl syn::spanned::Spanned) -> Range<usize> {
    range_of(of.span())
}

pub(super) fn range_of(span: proc_macro2::Span) -> Range<usize> {
    span.byte_range()
}
