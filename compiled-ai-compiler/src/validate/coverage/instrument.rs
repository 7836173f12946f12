//! The instrumented text of a candidate: the same program, which tells where it came by.
//!
//! Probes are put into the text itself, never with a line feed, so that every line stays the line that it was. They are only
//! of forms that change no value, no order and no lifetime: a statement at the start of a block, one more operand of `&&` or
//! `||`, a call around a condition that is handed on, an arm whose guard is never true.

use std::collections::BTreeSet;
use std::ops::Range;

use compiled_ai_core::coverage::Place;
use syn::visit::{self, Visit};
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprClosure, ExprIf, ExprLet, ExprMethodCall, File, ImplItemFn, ItemConst,
    ItemFn, Local, Macro, Pat, Stmt, Type,
};

use super::literals::{self, Decides};
use super::{macros, patterns};

/// Where an instrumented candidate finds what records its way.
const ROOT: &str = "::compiled_ai_kit";
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
    own_methods: BTreeSet<String>,
    /// Whether the item that is visited is left out.
    is_off: bool,
    /// Names that were given.
    names: usize,
}

/// A condition around which a call is put, and what the call records.
const YES: (&str, u32) = ("yes", 1);
const NO: (&str, u32) = ("no", 1);
const BOTH: (&str, u32) = ("both", 2);
const SOME: (&str, u32) = ("some", 1);
const NONE: (&str, u32) = ("none", 1);

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
    fn statement(&mut self, range: Range<usize>, at: usize) {
        if let Some(n) = self.probe(Place::Branch, range, None, 1, vec![]) {
            self.insert(at, format!(" {ROOT}::reach({n}); "));
        }
    }

    fn open(&mut self, block: &Block) {
        self.statement(range(block), range_of(block.brace_token.span.open()).end);
    }

    /// A call around an expression.
    fn wrap(&mut self, around: Range<usize>, shown: Range<usize>, call: (&str, u32), literals: Vec<String>) -> bool {
        let (name, bits) = call;
        let what = if literals.is_empty() { Place::Branch } else { Place::Literal };
        let probe = self.probe(what, shown, Some(around.clone()), bits, literals);
        if let Some(n) = probe {
            self.insert(around.start, format!("{ROOT}::{name}({n}, "));
        }
        probe.is_some()
    }

    /// The body of an arm or a closure: a block, or an expression that becomes one.
    fn body(&mut self, body: &Expr, what: Place, shown: Range<usize>, literals: Vec<String>) {
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
    fn named_alternatives(&mut self, pattern: &Pat) -> Vec<String> {
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

impl<'ast> Visit<'ast> for Instrumenter<'_> {
    fn visit_item_const(&mut self, _: &'ast ItemConst) {}

    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_path(&mut self, _: &'ast syn::Path) {}

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.statement(range(function), range_of(function.block.brace_token.span.open()).end);
        self.visit_block(&function.block);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.statement(range(function), range_of(function.block.brace_token.span.open()).end);
        self.visit_block(&function.block);
    }

    fn visit_block(&mut self, block: &'ast Block) {
        let mut may_have_left = false;
        for statement in &block.stmts {
            if may_have_left && !matches!(statement, Stmt::Item(_)) {
                let at = range(statement).start;
                self.statement(at..range_of(block.brace_token.span.close()).start, at);
                may_have_left = false;
            }
            self.visit_stmt(statement);
            may_have_left |= leaves(statement);
        }
    }

    fn visit_local(&mut self, local: &'ast Local) {
        let Some(init) = &local.init else { return };
        self.visit_expr(&init.expr);
        let Some((_, diverge)) = &init.diverge else { return };
        let conditions = self.named_alternatives(&local.pat);
        match &**diverge {
            Expr::Block(block) => {
                self.open(&block.block);
                self.visit_block(&block.block);
            }
            other => self.visit_expr(other),
        }
        let at = range(local).end;
        let literals = patterns::literals(&local.pat);
        if !literals.is_empty()
            && let Some(n) = self.probe(Place::Literal, range(&local.pat), None, 1, literals)
        {
            self.insert(at, format!(" {ROOT}::reach({n});"));
        }
        conditions.into_iter().for_each(|condition| self.insert(at, format!(" {condition};")));
    }

    fn visit_expr_let(&mut self, condition: &'ast ExprLet) {
        let conditions = self.named_alternatives(&condition.pat);
        self.visit_expr(&condition.expr);
        let at = range(&condition.expr).end;
        let literals = patterns::literals(&condition.pat);
        let shown = range(&condition.pat);
        if !literals.is_empty()
            && let Some(n) = self.probe(Place::Literal, shown, Some(range(condition)), 1, literals)
        {
            self.insert(at, format!(" && {ROOT}::reach({n})"));
        }
        conditions.into_iter().for_each(|condition| self.insert(at, format!(" && {condition}")));
    }

    fn visit_expr_if(&mut self, condition: &'ast ExprIf) {
        self.visit_expr(&condition.cond);
        self.open(&condition.then_branch);
        self.visit_block(&condition.then_branch);
        match condition.else_branch.as_ref().map(|(_, otherwise)| &**otherwise) {
            Some(Expr::Block(block)) => {
                self.open(&block.block);
                self.visit_block(&block.block);
            }
            Some(other) => self.visit_expr(other),
            None => {}
        }
    }

    fn visit_expr_for_loop(&mut self, repeated: &'ast syn::ExprForLoop) {
        self.visit_expr(&repeated.expr);
        self.open(&repeated.body);
        self.visit_block(&repeated.body);
    }

    fn visit_expr_while(&mut self, repeated: &'ast syn::ExprWhile) {
        self.visit_expr(&repeated.cond);
        self.open(&repeated.body);
        self.visit_block(&repeated.body);
    }

    fn visit_expr_loop(&mut self, repeated: &'ast syn::ExprLoop) {
        self.open(&repeated.body);
        self.visit_block(&repeated.body);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        let (pattern, guard) = match &arm.pat {
            Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
            pattern => (pattern, None),
        };
        let arms = self.alternatives(pattern);
        self.insert(range(pattern).start, arms);
        if let Some(guard) = guard {
            self.visit_expr(guard);
        }
        let (literals, at) = (patterns::literals(pattern), range(&arm.body));
        let what = if literals.is_empty() { Place::Branch } else { Place::Literal };
        // An arm by a literal is that literal's place, and what it does is a branch of its own.
        let shown = if literals.is_empty() { range(&arm.pat).start..at.end } else { range(&arm.pat) };
        self.body(&arm.body, what, shown, literals);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        self.body(&closure.body, Place::Branch, range(closure), vec![]);
    }

    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        let operand = |name: &str, operator: &str, n: u32| format!("{ROOT}::{name}({n}) {operator} ");
        let call = match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.visit_expr(&binary.left);
                let right = range(&binary.right);
                let is_and = matches!(binary.op, BinOp::And(_));
                if let Some(n) = self.probe(Place::Branch, right.clone(), Some(range(binary)), 1, vec![]) {
                    let text = if is_and { operand("reach", "&&", n) } else { operand("miss", "||", n) };
                    self.insert(right.start, text);
                }
                return self.visit_expr(&binary.right);
            }
            BinOp::Eq(_) => YES,
            BinOp::Ne(_) => NO,
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => BOTH,
            _ => return visit::visit_expr_binary(self, binary),
        };
        let literal = [&*binary.right, &*binary.left].into_iter().find(|side| literals::is_literal(side));
        let Some(literal) = literal else { return visit::visit_expr_binary(self, binary) };
        let is_wrapped = self.wrap(range(binary), range(literal), call, literals::values(literal));
        visit::visit_expr_binary(self, binary);
        if is_wrapped {
            self.insert(range(binary).end, ")");
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let name = call.method.to_string();
        let is_own = self.own_methods.contains(&name);
        if name == "ok_or" && !is_own {
            let around = range(&call.receiver);
            let shown = range(&call.method).start..range(call).end;
            let is_wrapped = self.wrap(around.clone(), shown, NONE, vec![]);
            self.visit_expr(&call.receiver);
            if is_wrapped {
                self.insert(around.end, ")");
            }
            return call.args.iter().for_each(|argument| self.visit_expr(argument));
        }
        let decides = literals::method(&name).filter(|_| !is_own);
        let literal = call.args.iter().find(|argument| literals::is_literal(argument));
        let literal = literal.or_else(|| Some(&*call.receiver).filter(|receiver| literals::is_rooted(receiver)));
        let (Some(decides), Some(literal)) = (decides, literal) else {
            return visit::visit_expr_method_call(self, call);
        };
        let recorded = if decides == Decides::Truth { YES } else { SOME };
        let is_wrapped = self.wrap(range(call), range(literal), recorded, literals::values(literal));
        visit::visit_expr_method_call(self, call);
        if is_wrapped {
            self.insert(range(call).end, ")");
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let decides = literals::function(&call.func);
        let literal = call.args.iter().find(|argument| literals::is_literal(argument));
        let (Some(decides), Some(literal)) = (decides, literal) else {
            return call.args.iter().for_each(|argument| self.visit_expr(argument));
        };
        let recorded = if decides == Decides::Truth { YES } else { SOME };
        let is_wrapped = self.wrap(range(call), range(literal), recorded, literals::values(literal));
        call.args.iter().for_each(|argument| self.visit_expr(argument));
        if is_wrapped {
            self.insert(range(call).end, ")");
        }
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        macros::visit(self, call);
    }
}

/// The bytes of something in the text.
pub(super) fn range(of: &impl syn::spanned::Spanned) -> Range<usize> {
    range_of(of.span())
}

pub(super) fn range_of(span: proc_macro2::Span) -> Range<usize> {
    span.byte_range()
}

/// Whether a statement may leave its block, so that what follows it is a branch.
fn leaves(statement: &Stmt) -> bool {
    #[derive(Default)]
    struct Leaves(bool);

    impl<'ast> Visit<'ast> for Leaves {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            match expr {
                Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) | Expr::Try(_) => self.0 = true,
                Expr::Closure(_) => {}
                _ => visit::visit_expr(self, expr),
            }
        }

        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }

    let mut leaves = Leaves::default();
    leaves.visit_stmt(statement);
    leaves.0
}
