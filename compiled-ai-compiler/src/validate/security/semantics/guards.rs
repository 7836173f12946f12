//! What code checks or does to values, read off the conditions and literals of a function, wherever they stand in it.

use std::collections::HashMap;
use std::ptr::from_ref;

use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprMethodCall, Lit, Macro};

use super::operands::{address, is_bound, is_float, is_list, is_of_zero, is_text, literal, number, root};
use super::readings::{Words, filter};
use super::taint::Facts;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;

/// Checks that hold one variable to a form.
pub(super) const CHECKED: Facts =
    Facts::WORD.and(Facts::PATH).and(Facts::LINE).and(Facts::KNOWN).and(Facts::BOUNDED).and(Facts::POSITIVE);

/// A `match` or an `if`, by its address, and the number of one of its arms.
pub(super) type Arm = (usize, usize);

/// What is checked of each variable of a function.
#[derive(Default)]
pub(super) struct Guards(HashMap<String, Vec<Check>>);

struct Check {
    facts: Facts,
    /// The arms that it stands in.
    arms: Vec<Arm>,
}

/// Checks of one variable that are told apart by their arms; those of further arms are taken for none.
const MOST_CHECKS: usize = 16;

impl Guards {
    /// What is checked of a variable where it is used: a check in one arm says nothing of the others.
    pub(super) fn of(&self, name: &str, arms: &[Arm]) -> Facts {
        let is_elsewhere = |check: &&Check| {
            check.arms.iter().any(|(of, arm)| arms.iter().any(|(other, here)| of == other && arm != here))
        };
        let checks = self.0.get(name).map(Vec::as_slice).unwrap_or_default();
        checks.iter().filter(|check| !is_elsewhere(check)).fold(Facts::NONE, |all, check| all.and(check.facts))
    }

    fn add(&mut self, name: String, facts: Facts, arms: &[Arm]) {
        let checks = self.0.entry(name).or_default();
        let has_room = checks.len() < MOST_CHECKS || arms.is_empty();
        match checks.iter_mut().find(|check| check.arms == arms) {
            Some(check) => check.facts = check.facts.and(facts),
            None if has_room => checks.push(Check { facts, arms: arms.to_vec() }),
            None => {}
        }
    }
}

/// Reads the checks of `block`. `checkers` are the candidate's own functions that answer with a `bool`, with what they check.
pub(super) fn guards(block: &Block, reader: &Reader<'_>, checkers: &HashMap<String, Facts>) -> Guards {
    let mut found = Finder { reader, checkers, guards: Guards::default(), arms: vec![], bound: None };
    found.visit_block(block);
    found.guards
}

struct Finder<'r> {
    reader: &'r Reader<'r>,
    checkers: &'r HashMap<String, Facts>,
    guards: Guards,
    /// The arms around what is looked at.
    arms: Vec<Arm>,
    /// The `match` that a variable is bound to as it is.
    bound: Option<*const syn::ExprMatch>,
}

impl Finder<'_> {
    fn add(&mut self, expr: &Expr, facts: Facts) {
        if let Some(name) = root(expr) {
            self.guards.add(name, facts, &self.arms);
        }
    }

    /// `n`, and each of `length + n * width`.
    fn bounded(&mut self, side: &Expr) {
        match side {
            Expr::Binary(sum) if matches!(sum.op, BinOp::Add(_) | BinOp::Mul(_)) => {
                self.bounded(&sum.left);
                self.bounded(&sum.right);
            }
            Expr::Paren(inner) => self.bounded(&inner.expr),
            side => self.add(side, Facts::BOUNDED),
        }
    }

    /// `n > 100`, `100 < n`: whether the other side is a bound, and not where a recursion or a loop ends.
    fn compared(&mut self, left: &Expr, op: &BinOp, right: &Expr) {
        let is_order = matches!(op, BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_));
        for (side, other) in [(left, right), (right, left)] {
            match number(other) {
                Some(number) if number >= 3 && is_order => self.bounded(side),
                Some(0 | 1) => self.add(side, Facts::POSITIVE),
                None if is_float(other) => self.add(side, Facts::POSITIVE),
                None if is_order && is_bound(other) => self.bounded(side),
                _ => {}
            }
            if matches!(op, BinOp::Eq(_) | BinOp::Ne(_)) && is_text(other) {
                self.add(side, if literal(other).as_deref() == Some("..") { Facts::PATH } else { Facts::NONE });
            }
        }
    }
}

impl<'f> Visit<'f> for Finder<'_> {
    fn visit_local(&mut self, local: &'f syn::Local) {
        if let Some(init) = &local.init
            && init.diverge.is_none()
            && let Expr::Match(choice) = &*init.expr
        {
            self.bound = Some(from_ref(choice));
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_binary(&mut self, binary: &'f ExprBinary) {
        self.compared(&binary.left, &binary.op, &binary.right);
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        let name = call.method.to_string();
        let argument = call.args.first();
        match (name.as_str(), argument) {
            ("contains", Some(argument)) => {
                match literal(argument).as_deref() {
                    // `path.contains("..")`.
                    Some(".." | "/" | "\\") => self.add(&call.receiver, Facts::PATH),
                    Some("\n" | "\r") => self.add(&call.receiver, Facts::LINE),
                    Some(_) => {}
                    // `LIST.contains(&x)`, `(1..=9).contains(&n)`.
                    None if is_list(&call.receiver) => {
                        self.add(argument, Facts::KNOWN.and(Facts::BOUNDED).and(Facts::POSITIVE));
                    }
                    None if filter(argument, self.reader).has(Facts::WORD) => self.add(&call.receiver, CHECKED),
                    None => {}
                }
            }
            ("contains_key", Some(argument)) if is_list(&call.receiver) => self.add(argument, Facts::KNOWN),
            ("starts_with" | "ends_with", Some(argument)) => match literal(argument) {
                Some(text) if text == ".." => self.add(&call.receiver, Facts::PATH),
                // One address, to its end.
                Some(text) if address(&text).is_some_and(|rest| rest.contains('/')) => {
                    self.add(&call.receiver, Facts::KNOWN);
                }
                Some(text) if name == "ends_with" && text.starts_with('.') && text[1..].contains('.') => {
                    self.add(&call.receiver, Facts::KNOWN);
                }
                _ => {}
            },
            // `host.chars().all(|c| c.is_ascii_alphanumeric())`, `name.split('/').any(|part| part == "..")`.
            ("all" | "any", Some(argument)) => {
                let words = Words::of(argument, self.reader);
                let facts = words.filter();
                if facts.has(Facts::WORD) {
                    self.add(&call.receiver, CHECKED.without(Facts::BOUNDED).without(Facts::POSITIVE));
                } else if facts.has(Facts::LINE) {
                    self.add(&call.receiver, Facts::LINE);
                }
                if words.literals.iter().any(|text| text == "..") {
                    self.add(&call.receiver, Facts::PATH);
                }
                // `HOSTS.iter().any(|known| host == *known)`.
                if is_list(&call.receiver) {
                    for name in words.names {
                        self.guards.add(name, Facts::KNOWN, &self.arms);
                    }
                }
            }
            (method, _) => {
                if let Some(facts) = self.checkers.get(method).copied() {
                    self.add(&call.receiver, facts);
                    call.args.iter().for_each(|argument| self.add(argument, facts));
                }
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    // `match column { "id" | "city" => {} _ => return None }`.
    fn visit_expr_match(&mut self, choice: &'f syn::ExprMatch) {
        let (others, listed): (Vec<_>, Vec<_>) = choice.arms.iter().partition(|arm| !is_of_texts(&arm.pat));
        // What is `None` in a variable was let through.
        let is_last = self.bound != Some(from_ref(choice));
        let leaves = |expr: &Expr| match expr {
            Expr::Return(_) | Expr::Continue(_) | Expr::Break(_) => true,
            Expr::Path(path) => is_last && path.path.is_ident("None"),
            Expr::Call(call) => is_last && matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Err")),
            Expr::Block(block) => matches!(
                block.block.stmts.last(),
                Some(syn::Stmt::Expr(Expr::Return(_) | Expr::Continue(_) | Expr::Break(_), _))
            ),
            _ => false,
        };
        if !listed.is_empty() && others.iter().all(|arm| leaves(&arm.body)) {
            self.add(&choice.expr, Facts::KNOWN);
        }
        if choice.arms.iter().any(|arm| is_of_zero(&arm.pat)) {
            self.add(&choice.expr, Facts::POSITIVE);
            for arm in &choice.arms {
                // `Ok(0) => …, Ok(n) => …`.
                if let syn::Pat::TupleStruct(one) = &arm.pat
                    && let Some(syn::Pat::Ident(name)) = one.elems.first()
                {
                    self.guards.add(name.ident.to_string(), Facts::POSITIVE, &self.arms);
                }
            }
        }
        self.visit_expr(&choice.expr);
        for (index, arm) in choice.arms.iter().enumerate() {
            self.arms.push((from_ref(choice).addr(), index));
            self.visit_arm(arm);
            self.arms.pop();
        }
    }

    fn visit_expr_if(&mut self, e: &'f syn::ExprIf) {
        self.visit_expr(&e.cond);
        self.arms.push((from_ref(e).addr(), 0));
        self.visit_block(&e.then_branch);
        self.arms.pop();
        if let Some((_, otherwise)) = &e.else_branch {
            self.arms.push((from_ref(e).addr(), 1));
            self.visit_expr(otherwise);
            self.arms.pop();
        }
    }

    fn visit_expr_call(&mut self, call: &'f syn::ExprCall) {
        if let Expr::Path(path) = &*call.func
            && let Some(name) = path.path.segments.last()
            && let Some(facts) = self.checkers.get(&name.ident.to_string()).copied()
        {
            call.args.iter().for_each(|argument| self.add(argument, facts));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        match &parsed.1 {
            Arguments::Format { values, .. } => values.iter().for_each(|(_, value)| self.visit_expr(value)),
            Arguments::List(values) => values.iter().for_each(|value| self.visit_expr(value)),
            Arguments::Repeat(value, length) => {
                self.visit_expr(value);
                self.visit_expr(length);
            }
            Arguments::Matches(value, pattern, guard) => {
                if is_of_texts(pattern) {
                    self.add(value, Facts::KNOWN);
                }
                if let syn::Pat::Range(_) = &**pattern {
                    self.add(value, Facts::BOUNDED.and(Facts::POSITIVE));
                }
                self.visit_expr(value);
                guard.iter().for_each(|guard| self.visit_expr(guard));
            }
            Arguments::Literals(_) => {}
        }
    }
}

/// Whether a file has a list of texts, as a constant or as the arms of a `match`.
pub(super) fn has_lists(file: &syn::File) -> bool {
    let mut lists = Lists(false);
    lists.visit_file(file);
    lists.0
}

struct Lists(bool);

impl<'f> Visit<'f> for Lists {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        let value = match &*item.expr {
            Expr::Reference(reference) => &*reference.expr,
            value => value,
        };
        self.0 |= matches!(value, Expr::Array(array) if array.elems.len() > 1
            && array.elems.iter().all(|element| literal(element).is_some() || matches!(element, Expr::Tuple(_))));
    }

    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        self.0 |= is_of_texts(&arm.pat);
        visit::visit_arm(self, arm);
    }
}

/// Whether a pattern is a list of texts.
fn is_of_texts(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Lit(lit) => matches!(lit.lit, Lit::Str(_)),
        syn::Pat::Or(or) => or.cases.iter().all(is_of_texts),
        syn::Pat::Paren(inner) => is_of_texts(&inner.pat),
        _ => false,
    }
}
