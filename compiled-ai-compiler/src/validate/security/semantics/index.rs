//! Where ways out, assignments and searches stand in a file, read in one pass.
//!
//! Rules about loops ask it instead of reading each body again: the bodies of loops in loops would be read once for each loop
//! around them, and once more for each name.

mod writer;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::ptr::from_ref;

use proc_macro2::Ident;
use syn::{Block, Expr, ExprIf, File, Pat};

use super::comparisons::Comparisons;
use super::sums::Sum;
use crate::validate::security::literals::Reader;

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
        writer::write(file, reader)
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

pub(super) fn is_variable(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Unary(inner) => is_variable(&inner.expr),
        Expr::Paren(inner) => is_variable(&inner.expr),
        _ => false,
    }
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
