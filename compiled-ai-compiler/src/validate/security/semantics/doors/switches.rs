//! Switches for debugging that a word of the input turns on: they let pass what a rule would not, or show all of a state.

mod flags;

use compiled_ai_core::codes::gate::BACK_DOOR;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, File, Lit, Pat, Stmt};

use flags::Flags;

use super::super::names;
use super::super::words::Words;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Words of what lets somebody or something pass.
const FAVOURS: &[&str] = &[
    "approved",
    "approve",
    "granted",
    "grant",
    "allowed",
    "allow",
    "accepted",
    "accept",
    "authorized",
    "authenticated",
    "permitted",
    "permit",
    "eligible",
    "admitted",
    "unlocked",
    "cleared",
    "waived",
];
/// Words of what does not.
const DENIES: &[&str] = &[
    "denied",
    "deny",
    "declined",
    "decline",
    "rejected",
    "reject",
    "refused",
    "refuse",
    "forbidden",
    "unauthorized",
    "blocked",
    "block",
    "ineligible",
    "locked",
    "insufficient",
    "exceeded",
];

/// Looks at the branches of a file that such a word leads to, if it has one.
pub(super) fn check(file: &File, reader: &Reader<'_>, words: &Words, refusals: &mut Refusals) {
    if !words.texts.iter().any(|(text, _)| is_marker(text)) {
        return;
    }
    let flags = Flags::of(file, reader);
    if !flags.has_marker() {
        return;
    }
    let decides = words.say_any(DENIES) || words.names(DENIES);
    let mut branches =
        Branches { reader, flags: &flags, decides, may_decide: false, seen: Seen::default(), found: None };
    branches.visit_file(file);
    if let Some((at, what)) = branches.found {
        let help =
            "leave it away: a word of the input must not switch off what the function does, or show how it is done";
        refusals.add(BACK_DOOR, Some(489), at, what, help);
    }
}

/// A word for whoever looks for errors, and for nobody else.
pub(super) fn is_marker(text: &str) -> bool {
    if text.len() > 40 || text.split_whitespace().count() > 3 {
        return false;
    }
    let words = names::words(text);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let is_marked = is_hidden(text) || turns_on(text);
    has(&["debug", "dbg", "diag", "diagnostic", "diagnostics", "godmode", "devmode"])
        || is_marked
            && has(&["trace", "test", "dev", "qa", "maint", "maintenance", "staging", "internal", "dump", "verbose"])
}

/// Whether a text begins as no setting does: `x-trace`, `#dump`.
fn is_hidden(text: &str) -> bool {
    text.starts_with(['!', '@', '#', '$', '%', '~', '^'])
        || text.starts_with("__")
        || text.get(..2).is_some_and(|first| matches!(first, "x-" | "X-" | "x_" | "X_"))
}

/// Whether a text sets something that is either on or off: `trace=1`, `qa:on`.
fn turns_on(text: &str) -> bool {
    let value = text.rsplit_once(['=', ':']).map(|(_, value)| value.trim().to_ascii_lowercase());
    value.is_some_and(|value| matches!(value.as_str(), "1" | "on" | "true" | "yes"))
}

/// What was seen so far; what a branch adds to it stands in the branch.
#[derive(Default, Clone, Copy)]
struct Seen {
    favours: usize,
    denies: usize,
    dumps: usize,
    at: Option<Span>,
}

struct Branches<'r> {
    reader: &'r Reader<'r>,
    flags: &'r Flags,
    /// Something in the file is denied.
    decides: bool,
    /// The function is named for deciding.
    may_decide: bool,
    seen: Seen,
    found: Option<(Span, &'static str)>,
}

impl Branches<'_> {
    /// Whether a condition is met because of a switch, or not met because of one.
    fn switched(&self, cond: &Expr) -> Option<bool> {
        match cond {
            Expr::Paren(inner) => self.switched(&inner.expr),
            Expr::Unary(e) if matches!(e.op, syn::UnOp::Not(_)) => self.switched(&e.expr).map(|is_met| !is_met),
            Expr::Binary(e) if matches!(e.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.switched(&e.left).or_else(|| self.switched(&e.right))
            }
            _ => self.flags.is_flag(cond).then_some(true),
        }
    }

    /// What a branch is, that a switch leads to.
    fn judge(&mut self, before: Seen, is_met: bool, at: Span) {
        let seen = self.seen;
        let is_bypass =
            self.decides && if is_met { seen.favours > before.favours } else { seen.denies > before.denies };
        let what = if is_bypass {
            "a word for debugging switches off what is checked"
        } else if is_met && seen.dumps > before.dumps {
            "a word for debugging shows a whole state"
        } else {
            return;
        };
        self.found.get_or_insert((seen.at.unwrap_or(at), what));
    }

    fn says(&mut self, text: &str, at: Span) {
        if text.len() > 120 {
            return;
        }
        let words = names::words(text);
        let has = |wanted: &[&str]| {
            words.iter().enumerate().any(|(index, word)| {
                wanted.contains(&word.as_str())
                    && !(index > 0 && matches!(words[index - 1].as_str(), "not" | "never" | "no" | "un"))
            })
        };
        if has(FAVOURS) {
            self.seen.favours += 1;
            self.seen.at = Some(at);
        }
        if has(DENIES) {
            self.seen.denies += 1;
            self.seen.at = Some(at);
        }
    }

    fn within(&mut self, name: &str, walk: impl FnOnce(&mut Self)) {
        let before = self.may_decide;
        self.may_decide = names::words(name).iter().any(|word| {
            FAVOURS.contains(&word.as_str())
                || matches!(
                    word.as_str(),
                    "may" | "can" | "check" | "verify" | "valid" | "validate" | "access" | "login"
                )
        });
        walk(self);
        self.may_decide = before;
    }

    /// What stands in a macro does not live as long as the file.
    fn look(&mut self, expr: &Expr) {
        Visit::visit_expr(self, expr);
    }
}

impl<'f> Visit<'f> for Branches<'_> {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        self.within(&function.sig.ident.to_string(), |this| visit::visit_item_fn(this, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        self.within(&function.sig.ident.to_string(), |this| visit::visit_impl_item_fn(this, function));
    }

    fn visit_expr_if(&mut self, e: &'f syn::ExprIf) {
        self.visit_expr(&e.cond);
        let before = self.seen;
        self.visit_block(&e.then_branch);
        if let Some(is_met) = self.switched(&e.cond) {
            if is_met && self.may_decide && ends_true(&e.then_branch) {
                self.seen.favours += 1;
                self.seen.at = Some(span_of(&e.cond));
            }
            self.judge(before, is_met, span_of(&e.cond));
        }
        if let Some((_, otherwise)) = &e.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        let before = self.seen;
        self.visit_expr(&arm.body);
        match &arm.pat {
            Pat::Guard(guard) => {
                if let Some(is_met) = self.switched(&guard.guard) {
                    self.judge(before, is_met, span_of(&guard.guard));
                }
                self.visit_expr(&guard.guard);
            }
            // A word that is an order of its own may show what it likes.
            pattern if flags::has_marker(pattern) => {
                let dumps = std::mem::replace(&mut self.seen.dumps, before.dumps);
                self.judge(before, true, span_of(&arm.body));
                self.seen.dumps = dumps;
            }
            _ => {}
        }
    }

    fn visit_expr_binary(&mut self, e: &'f syn::ExprBinary) {
        // `debug || amount <= limit` where something is decided.
        if self.may_decide && self.decides && matches!(e.op, BinOp::Or(_)) {
            for side in [&e.left, &e.right] {
                if self.flags.is_flag(side) {
                    self.found.get_or_insert((span_of(side), "a word for debugging switches off what is checked"));
                }
            }
        }
        // What is compared is not answered.
        if !matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) {
            visit::visit_expr_binary(self, e);
        }
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        if let Lit::Str(text) = literal {
            self.says(&text.value(), text.span());
        }
    }

    fn visit_expr_path(&mut self, path: &'f syn::ExprPath) {
        if path.path.segments.len() > 1
            && let Some(last) = path.path.segments.last()
        {
            self.says(&last.ident.to_string(), last.ident.span());
        }
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let reader = self.reader;
        if let Some(parsed) = reader.arguments(mac)
            && let Arguments::Format { text: Some(text), values, .. } = &parsed.1
        {
            self.says(&text.value(), text.span());
            if self.flags.shows_state(&text.value(), values.iter().map(|(_, value)| value)) {
                self.seen.dumps += 1;
                self.seen.at = Some(text.span());
            }
        }
        super::super::each_argument(reader, mac, &mut |argument| self.look(argument));
    }
}

/// Whether a block ends in `true`.
fn ends_true(block: &Block) -> bool {
    let is_true = |expr: &Expr| matches!(expr, Expr::Lit(lit) if matches!(&lit.lit, Lit::Bool(value) if value.value));
    match block.stmts.last() {
        Some(Stmt::Expr(Expr::Return(e), _)) => e.expr.as_deref().is_some_and(is_true),
        Some(Stmt::Expr(expr, None)) => is_true(expr),
        _ => false,
    }
}
