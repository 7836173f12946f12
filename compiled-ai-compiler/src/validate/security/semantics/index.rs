//! Where ways out, assignments and searches stand in a file, read in one pass.
//!
//! Rules about loops ask it instead of reading each body again: the bodies of loops in loops would be read once for each loop
//! around them, and once more for each name.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::ptr::from_ref;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprIf, File, Macro, Pat};

use super::comparisons::Comparisons;
use super::operands::{number, root};
use super::sums::{self, Sum};
use crate::validate::security::expressions::is_assignment;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::MacroForm;

/// How a variable is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Add,
    Sub,
    Other,
}

/// One assignment to a variable.
pub(super) struct Assignment {
    at: usize,
    pub(super) change: Change,
    /// By one, or another small number that is written out.
    is_small: bool,
    /// The variable that it is changed by.
    by: Option<Ident>,
    /// `at` of `rest = &rest[at..]`.
    cut: Option<String>,
    /// What is assigned, added or taken off.
    value: Range<usize>,
}

struct Region {
    range: Range<usize>,
    /// How many places in it leave it.
    exits: usize,
}

/// All of a file. Nodes are known by their addresses: the file and the arguments of its macros outlive it.
#[derive(Default)]
pub(super) struct Index {
    blocks: HashMap<*const Block, Region>,
    /// Where they begin.
    ifs: HashMap<*const ExprIf, usize>,
    changes: HashMap<String, Vec<Assignment>>,
    /// Where variables are assigned, borrowed mutably, or asked something.
    touched: HashMap<String, Vec<usize>>,
    /// Searches whose result is bound to a name: where, in what, and the name.
    finds: Vec<(usize, String, String)>,
    multiplies: Vec<usize>,
    divides: Vec<usize>,
    /// What is added to variables and fields, and taken off them.
    sums: HashMap<String, Vec<Sum>>,
    /// What variables are made of by arithmetic, in all functions together.
    sources: HashMap<String, BTreeSet<String>>,
    pub(super) compared: Comparisons,
}

impl Index {
    pub(super) fn of(file: &File, reader: &Reader<'_>) -> Self {
        let mut writer = Writer {
            index: Self::default(),
            reader,
            at: 0,
            out: Out::default(),
            values: HashMap::new(),
            macros: vec![],
        };
        writer.visit_file(file);
        // What stands in a macro is no part of what stands around it.
        while let Some(parsed) = writer.macros.pop() {
            match &parsed.1 {
                Arguments::Format { place, values, .. } => {
                    place.iter().for_each(|place| writer.visit_expr(place));
                    values.iter().for_each(|(_, value)| writer.visit_expr(value));
                }
                Arguments::List(values) => values.iter().for_each(|value| writer.visit_expr(value)),
                Arguments::Repeat(value, length) => [value, length].into_iter().for_each(|e| writer.visit_expr(e)),
                Arguments::Matches(value, _, guard) => {
                    writer.visit_expr(value);
                    guard.iter().for_each(|guard| writer.visit_expr(guard));
                }
                Arguments::Literals(_) => {}
            }
        }
        writer.index
    }

    /// Whether something in a block leaves it, or its function.
    pub(super) fn leaves(&self, block: &Block) -> bool {
        self.blocks.get(&from_ref(block)).is_some_and(|region| region.exits > 0)
    }

    /// How many places in a block leave it, or its function.
    pub(super) fn exits(&self, block: &Block) -> usize {
        self.blocks.get(&from_ref(block)).map_or(0, |region| region.exits)
    }

    /// What is done to a variable or a field in a block.
    pub(super) fn sums(&self, block: &Block, name: &str) -> &[Sum] {
        let range = self.range(block);
        let all = self.sums.get(name).map(Vec::as_slice).unwrap_or_default();
        let start = all.partition_point(|sum| sum.at < range.start);
        let end = all.partition_point(|sum| sum.at < range.end);
        &all[start..end]
    }

    /// What variables are made of.
    pub(super) fn sources(&self, names: &[String]) -> BTreeSet<String> {
        const MOST: usize = 64;
        names
            .iter()
            .filter_map(|name| self.sources.get(name.trim_start_matches('.')))
            .flatten()
            .take(MOST)
            .cloned()
            .collect()
    }

    /// The assignments to `name` in a block.
    pub(super) fn changes(&self, block: &Block, name: &str) -> &[Assignment] {
        let range = self.range(block);
        let all = self.changes.get(name).map(Vec::as_slice).unwrap_or_default();
        let start = all.partition_point(|change| change.at < range.start);
        let end = all.partition_point(|change| change.at < range.end);
        &all[start..end]
    }

    /// Whether all that a block does to `name` is to add or take off a small number.
    pub(super) fn steps_by_one(&self, block: &Block, name: &str) -> bool {
        let changes = self.changes(block, name);
        !changes.is_empty() && changes.iter().all(|change| change.change != Change::Other && change.is_small)
    }

    /// The variable that is added to `name` in a block, if that is the only change.
    pub(super) fn step_of(&self, block: &Block, name: &str) -> Option<&Ident> {
        match self.changes(block, name) {
            [one] if one.change == Change::Add => one.by.as_ref(),
            _ => None,
        }
    }

    /// Whether something that is assigned is a product, and whether something is a quotient.
    pub(super) fn arithmetic(&self, changes: &[Assignment]) -> (bool, bool) {
        let holds = |all: &[usize]| {
            changes.iter().any(|change| {
                let first = all.partition_point(|at| *at < change.value.start);
                all.get(first).is_some_and(|at| *at < change.value.end)
            })
        };
        (holds(&self.multiplies), holds(&self.divides))
    }

    /// Where a block first assigns `name`, borrows it mutably, or asks it something.
    pub(super) fn first_touch(&self, block: &Block, name: &str) -> Option<usize> {
        let range = self.range(block);
        let all = self.touched.get(name)?;
        all.get(all.partition_point(|at| *at < range.start)).copied().filter(|at| *at < range.end)
    }

    /// Where an `if` begins, and where its first branch ends.
    pub(super) fn first_branch(&self, e: &ExprIf) -> Range<usize> {
        self.ifs.get(&from_ref(e)).copied().unwrap_or_default()..self.range(&e.then_branch).end
    }

    /// Whether a block searches a text, and all that it does to that text is to cut it where the same search finds the same
    /// again.
    pub(super) fn repeats_a_find(&self, block: &Block) -> bool {
        let range = self.range(block);
        let start = self.finds.partition_point(|(at, ..)| *at < range.start);
        let mut cuts: HashMap<&str, Option<&str>> = HashMap::new();
        self.finds[start..]
            .iter()
            .take_while(|(at, ..)| *at < range.end)
            .any(|(_, of, name)| *cuts.entry(of).or_insert_with(|| self.only_cut(block, of)) == Some(name.as_str()))
    }

    /// `at`, if all that a block does to `name` is to cut it there: `rest = &rest[at..]`.
    pub(super) fn only_cut(&self, block: &Block, name: &str) -> Option<&str> {
        let (first, rest) = self.changes(block, name).split_first()?;
        rest.iter().all(|change| change.cut == first.cut).then_some(first.cut.as_deref()).flatten()
    }

    fn range(&self, block: &Block) -> Range<usize> {
        self.blocks.get(&from_ref(block)).map_or(0..0, |region| region.range.clone())
    }
}

struct Writer<'r, 'p> {
    index: Index,
    reader: &'r Reader<'p>,
    /// Counts expressions.
    at: usize,
    out: Out,
    /// The assignment of each value that is still to be walked through.
    values: HashMap<*const Expr, (String, usize)>,
    macros: Vec<Rc<(MacroForm, Arguments)>>,
}

/// Ways out of what is walked through.
#[derive(Default, Clone, Copy)]
struct Out {
    /// Of the function, or of a loop with a label.
    far: usize,
    /// Of the innermost loop.
    near: usize,
}

impl Writer<'_, '_> {
    /// Notes the change that an expression is.
    fn change(&mut self, expr: &Expr) {
        let (place, change, by) = match expr {
            Expr::Binary(e) => match e.op {
                BinOp::AddAssign(_) => (&e.left, Change::Add, &*e.right),
                BinOp::SubAssign(_) => (&e.left, Change::Sub, &*e.right),
                BinOp::MulAssign(_)
                | BinOp::DivAssign(_)
                | BinOp::RemAssign(_)
                | BinOp::ShrAssign(_)
                | BinOp::ShlAssign(_) => (&e.left, Change::Other, &*e.right),
                _ => return,
            },
            Expr::Assign(e) => (&e.left, Change::Other, &*e.right),
            _ => return,
        };
        let Some(name) = root(place).filter(|_| is_variable(place)) else { return };
        let is_same = |expr: &Expr| root(expr).as_ref() == Some(&name);
        let (change, by) = match (expr, by) {
            (Expr::Assign(_), Expr::Binary(sum)) if matches!(sum.op, BinOp::Add(_)) && is_same(&sum.left) => {
                (Change::Add, &*sum.right)
            }
            (Expr::Assign(_), Expr::Binary(sum)) if matches!(sum.op, BinOp::Sub(_)) && is_same(&sum.left) => {
                (Change::Sub, &*sum.right)
            }
            (Expr::Assign(_), Expr::MethodCall(call))
                if matches!(call.method.to_string().as_str(), "wrapping_add" | "saturating_add")
                    && is_same(&call.receiver)
                    && call.args.len() == 1 =>
            {
                (Change::Add, &call.args[0])
            }
            _ => (change, by),
        };
        let all = self.index.changes.entry(name.clone()).or_default();
        all.push(Assignment {
            at: self.at,
            change,
            is_small: number(by).is_some_and(|by| by <= 16),
            by: match by {
                Expr::Path(path) => path.path.get_ident().cloned(),
                _ => None,
            },
            cut: cut_of(by, &name),
            value: self.at..self.at,
        });
        self.values.insert(from_ref(by), (name, all.len() - 1));
    }

    /// Notes the variables that an expression may change.
    fn touch(&mut self, expr: &Expr) {
        match expr {
            Expr::Assign(e) => self.assigned(&e.left),
            Expr::Binary(e) if is_assignment(&e.op) => self.assigned(&e.left),
            // What is asked first in a chain of calls stands within the others.
            Expr::MethodCall(call) if !matches!(&*call.receiver, Expr::MethodCall(_)) => {
                self.touched(root(&call.receiver));
            }
            Expr::Reference(e) if e.mutability.is_some() => self.touched(root(&e.expr)),
            _ => {}
        }
    }

    fn assigned(&mut self, place: &Expr) {
        match place {
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|place| self.assigned(place)),
            _ => self.touched(root(place)),
        }
        // `self.at += 1`.
        if let Expr::Field(field) = place {
            self.touched(root(&field.base));
        }
    }

    fn touched(&mut self, name: Option<String>) {
        if let Some(name) = name {
            self.index.touched.entry(name).or_default().push(self.at);
        }
    }

    fn idents(&mut self, tokens: TokenStream, seen: &mut BTreeSet<String>) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    if seen.insert(name.clone()) {
                        self.touched(Some(name));
                    }
                }
                TokenTree::Group(group) => self.idents(group.stream(), seen),
                _ => {}
            }
        }
    }

    fn find(&mut self, of: &Expr, pattern: &Pat) {
        if let (Some(of), Some(name)) = (found_in(of), bound(pattern)) {
            self.index.finds.push((self.at, of, name));
        }
    }
}

impl<'f> Visit<'f> for Writer<'_, '_> {
    fn visit_block(&mut self, block: &'f Block) {
        let (before, start) = (std::mem::take(&mut self.out), self.at);
        visit::visit_block(self, block);
        let exits = self.out.far + self.out.near;
        self.index.blocks.insert(from_ref(block), Region { range: start..self.at, exits });
        self.out = Out { far: self.out.far + before.far, near: self.out.near + before.near };
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        let start = self.at;
        self.change(expr);
        self.touch(expr);
        if let Some((name, sum)) = sums::sum(expr, start) {
            self.index.sums.entry(name).or_default().push(sum);
        }
        let compares = self.index.compared.enter(expr);
        let arithmetic = &mut self.index;
        match expr {
            Expr::Binary(e) if matches!(e.op, BinOp::Mul(_) | BinOp::Shl(_)) => arithmetic.multiplies.push(start),
            Expr::Binary(e) if matches!(e.op, BinOp::Div(_) | BinOp::Shr(_)) => arithmetic.divides.push(start),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                if name.ends_with("_mul") {
                    arithmetic.multiplies.push(start);
                } else if name.ends_with("_div") {
                    arithmetic.divides.push(start);
                }
            }
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| self.find(&choice.expr, &arm.pat)),
            Expr::Let(cond) => self.find(&cond.expr, &cond.pat),
            Expr::If(e) => _ = self.index.ifs.insert(from_ref(e), start),
            _ => {}
        }
        self.at += 1;
        let before = self.out;
        match expr {
            // What leaves a closure leaves nothing around it; a `break` leaves one loop.
            Expr::Closure(_) => {
                visit::visit_expr(self, expr);
                self.out = before;
            }
            Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => {
                visit::visit_expr(self, expr);
                self.out.near = before.near;
            }
            _ => visit::visit_expr(self, expr),
        }
        self.index.compared.leave(compares);
        match expr {
            Expr::Return(_) | Expr::Try(_) => self.out.far += 1,
            Expr::Break(e) if e.label.is_some() => self.out.far += 1,
            Expr::Break(_) => self.out.near += 1,
            _ => {}
        }
        if let Some((name, index)) = self.values.remove(&from_ref(expr))
            && let Some(change) = self.index.changes.get_mut(&name).and_then(|all| all.get_mut(index))
        {
            change.value = start..self.at;
        }
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
            && let Some(names) = sums::names(&init.expr)
        {
            self.index.sources.entry(name.ident.to_string()).or_default().extend(names);
        }
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        // `write!(out, …)`, and whatever else stands in one.
        self.idents(mac.tokens.clone(), &mut BTreeSet::new());
        self.macros.extend(self.reader.arguments(mac));
    }
}

pub(super) fn is_variable(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Unary(inner) => is_variable(&inner.expr),
        Expr::Paren(inner) => is_variable(&inner.expr),
        _ => false,
    }
}

/// `at` of `&rest[at..]`.
fn cut_of(value: &Expr, rest: &str) -> Option<String> {
    let Expr::Reference(reference) = value else { return None };
    let Expr::Index(index) = &*reference.expr else { return None };
    let Expr::Range(range) = &*index.index else { return None };
    let Some(Expr::Path(start)) = range.start.as_deref() else { return None };
    let is_rest = range.end.is_none() && root(&index.expr).as_deref() == Some(rest);
    start.path.get_ident().filter(|_| is_rest).map(ToString::to_string)
}

/// `rest` of `rest.find("x")`, where what is looked for is not empty text at an unknown place.
pub(super) fn found_in(expr: &Expr) -> Option<String> {
    match expr {
        Expr::MethodCall(call) if call.method == "find" => match &*call.receiver {
            Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
            _ => None,
        },
        _ => None,
    }
}

/// `at` of `Some(at)`.
pub(super) fn bound(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::TupleStruct(some) if some.elems.len() == 1 => match &some.elems[0] {
            Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        },
        _ => None,
    }
}
