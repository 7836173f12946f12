//! What the compiler computes for constants: the candidate's own `const fn`s and blocks, and a bound on their work.
//!
//! A loop must count: `while i < N { …; i += 1; }`, where `N` is a number, a constant or a length, and nothing else changes `i`.
//! The bounds of loops in loops and of functions in functions are multiplied. Recursion and any other loop has no bound. rustc has
//! a limit of its own, and the jail has one for rustc; this one tells it without compiling.

use std::collections::BTreeMap;

use compiled_ai_core::codes::gate::CONSTANT;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprWhile, File, Stmt};

use super::expressions::is_assignment;
use super::gate::Gate;
use super::scope::Own;

/// Steps that all constants of a candidate may take together, as far as the loops and calls tell: rounds, calls and operators.
const STEPS: u64 = 1 << 20;
/// The length of what a function is given.
const LENGTH: u64 = 4096;
/// Functions that call functions, and loops in loops.
const DEPTH: usize = 12;
const LOOPS: usize = 8;

/// The `const fn`s of a file, and the steps that its constants have taken so far.
pub(super) struct CompileTime<'f> {
    functions: BTreeMap<String, &'f Block>,
    /// What is known of those that were looked at.
    costs: BTreeMap<String, Option<u64>>,
    steps: u64,
}

impl<'f> CompileTime<'f> {
    /// Collects the functions; of two with one name, in two impls, neither.
    pub(super) fn of(file: &'f File) -> Self {
        let mut found = Functions(BTreeMap::new());
        found.visit_file(file);
        let functions = found.0.into_iter().filter_map(|(name, blocks)| match blocks.as_slice() {
            [Some(block)] => Some((name, *block)),
            _ => None,
        });
        Self { functions: functions.collect(), costs: BTreeMap::new(), steps: 0 }
    }

    /// The name of the function that a path stands for, if it is a `const fn` of the candidate.
    pub(super) fn own_function(&self, path: &syn::Path) -> Option<String> {
        let name = path.segments.last()?.ident.to_string();
        (path.segments.len() <= 2 && self.functions.contains_key(&name)).then_some(name)
    }
}

impl Gate<'_> {
    /// A call of a `const fn` in a constant.
    pub(super) fn computed(&mut self, name: &str, at: Span) {
        let steps = self.cost(|cost| cost.function(name));
        self.spend(steps, at);
    }

    /// A block that is the value of a constant.
    pub(super) fn computed_block(&mut self, block: &Block) {
        let steps = self.cost(|cost| cost.block(block));
        self.spend(steps, block.brace_token.span.join());
    }

    /// Adds up steps; what is called stays a `const fn`.
    fn cost(&mut self, add_up: impl FnOnce(&mut Cost<'_>) -> Option<u64>) -> Option<u64> {
        let costs = std::mem::take(&mut self.compile_time.costs);
        let known = &self.compile_time;
        let mut cost = Cost { known, own: &self.own, costs, called: vec![], open: vec![], loops: 0 };
        let steps = add_up(&mut cost);
        let Cost { costs, called, .. } = cost;
        self.compile_time.costs = costs;
        self.findings.const_functions.extend(called);
        steps
    }

    fn spend(&mut self, steps: Option<u64>, at: Span) {
        let total = steps.and_then(|steps| self.compile_time.steps.checked_add(steps));
        match total {
            Some(total) if total <= STEPS => self.compile_time.steps = total,
            _ => {
                let help = "loops that count (`while i < 256 { …; i += 1; }`), to a number that the code holds";
                self.add(CONSTANT, Some(400), at, "a constant whose computing has no bound that can be seen", help);
            }
        }
    }
}

/// All functions of a file by name; `None` for those that aren't `const`.
struct Functions<'f>(BTreeMap<String, Vec<Option<&'f Block>>>);

impl<'f> Functions<'f> {
    fn add(&mut self, signature: &'f syn::Signature, block: &'f Block) {
        let block = signature.constness.is_some().then_some(block);
        self.0.entry(signature.ident.to_string()).or_default().push(block);
    }
}

impl<'f> Visit<'f> for Functions<'f> {
    fn visit_item_fn(&mut self, item: &'f syn::ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'f syn::ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

/// Adds up steps.
struct Cost<'a> {
    known: &'a CompileTime<'a>,
    own: &'a Own,
    /// Of the functions that were looked at, once each.
    costs: BTreeMap<String, Option<u64>>,
    /// The functions that are called.
    called: Vec<String>,
    open: Vec<String>,
    /// Loops that are open.
    loops: usize,
}

impl Cost<'_> {
    /// The steps of a call; `None` if there is no bound.
    fn function(&mut self, name: &str) -> Option<u64> {
        if let Some(cost) = self.costs.get(name) {
            return *cost;
        }
        let block = self.known.functions.get(name)?;
        if self.open.len() >= DEPTH || self.open.iter().any(|open| open == name) || self.called.len() > 256 {
            return None;
        }
        self.called.push(name.to_owned());
        self.open.push(name.to_owned());
        let steps = self.block(block);
        self.open.pop();
        self.costs.insert(name.to_owned(), steps);
        steps
    }

    fn block(&mut self, block: &Block) -> Option<u64> {
        let mut steps = Steps { cost: self, total: Some(1) };
        steps.visit_block(block);
        steps.total
    }

    /// How often a loop runs.
    fn rounds(&self, each: &ExprWhile) -> Option<u64> {
        let mut changes = Changes::default();
        changes.visit_block(&each.body);
        let mut steps: BTreeMap<String, usize> = BTreeMap::new();
        for statement in &each.body.stmts {
            if let Stmt::Expr(Expr::Binary(step), _) = statement
                && matches!(step.op, BinOp::AddAssign(_))
                && self.own.number(&step.right).is_some_and(|by| by > 0)
                && let Some(name) = variable(&step.left)
            {
                *steps.entry(name).or_default() += 1;
            }
        }
        let bounds = conjuncts(&each.cond).into_iter().filter_map(|cond| self.bound(cond, &steps, &changes));
        bounds.min()
    }

    fn bound(&self, cond: &Expr, steps: &BTreeMap<String, usize>, changes: &Changes) -> Option<u64> {
        let Expr::Binary(cond) = cond else { return None };
        let (name, limit) = match cond.op {
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Ne(_) => (variable(&cond.left)?, &cond.right),
            BinOp::Gt(_) | BinOp::Ge(_) => (variable(&cond.right)?, &cond.left),
            _ => return None,
        };
        let steps = steps.get(&name).copied().unwrap_or_default();
        let changed = changes.places.get(&name).copied().unwrap_or_default();
        // `i != N` may step over its end.
        let is_exact = !matches!(cond.op, BinOp::Ne(_)) || changed == 1;
        if steps == 0 || changed != steps || changes.may_skip || !is_exact {
            return None;
        }
        match &**limit {
            limit if self.own.number(limit).is_some() => self.own.number(limit).map(|limit| limit.saturating_add(1)),
            Expr::MethodCall(call) if call.method == "len" && call.args.is_empty() => Some(LENGTH),
            _ => None,
        }
    }
}

struct Steps<'c, 'a> {
    cost: &'c mut Cost<'a>,
    total: Option<u64>,
}

impl Steps<'_, '_> {
    fn add(&mut self, steps: Option<u64>) {
        self.total = self.total.zip(steps).and_then(|(total, steps)| total.checked_add(steps)).filter(|t| *t <= STEPS);
    }
}

impl<'e> Visit<'e> for Steps<'_, '_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        if self.total.is_none() {
            return;
        }
        match expr {
            // Each is read once for each loop around it.
            Expr::While(_) if self.cost.loops >= LOOPS => self.total = None,
            Expr::While(each) => {
                let rounds = self.cost.rounds(each);
                self.cost.loops += 1;
                let body = self.cost.block(&each.body);
                self.cost.loops -= 1;
                self.add(rounds.zip(body).and_then(|(rounds, body)| rounds.checked_mul(body)));
            }
            Expr::Loop(_) | Expr::ForLoop(_) => self.total = None,
            Expr::Call(call) => {
                if let Expr::Path(path) = &*call.func
                    && let Some(name) = self.cost.known.own_function(&path.path)
                {
                    let steps = self.cost.function(&name);
                    self.add(steps);
                }
                self.add(Some(1));
                visit::visit_expr(self, expr);
            }
            Expr::Binary(_) => {
                self.add(Some(1));
                visit::visit_expr(self, expr);
            }
            Expr::MethodCall(call) => {
                self.add(Some(1));
                let name = call.method.to_string();
                if self.cost.known.functions.contains_key(&name) {
                    let steps = self.cost.function(&name);
                    self.add(steps);
                }
                visit::visit_expr(self, expr);
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}

/// What a loop does to the variables that it may count with.
#[derive(Default)]
struct Changes {
    /// How many places change each variable, or may; what may change it by anything counts twice.
    places: BTreeMap<String, usize>,
    may_skip: bool,
}

impl Changes {
    fn add(&mut self, place: &Expr, times: usize) {
        if let Some(name) = variable(place) {
            *self.places.entry(name).or_default() += times;
        }
    }
}

impl<'e> Visit<'e> for Changes {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Assign(e) => self.add(&e.left, 2),
            Expr::Binary(e) if is_assignment(&e.op) => self.add(&e.left, 1),
            Expr::Reference(e) if e.mutability.is_some() => self.add(&e.expr, 2),
            Expr::Continue(_) => self.may_skip = true,
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    // Another variable of the name.
    fn visit_pat_ident(&mut self, pattern: &'e syn::PatIdent) {
        *self.places.entry(pattern.ident.to_string()).or_default() += 2;
    }
}

fn conjuncts(cond: &Expr) -> Vec<&Expr> {
    match cond {
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
            let mut all = conjuncts(&binary.left);
            all.extend(conjuncts(&binary.right));
            all
        }
        Expr::Paren(inner) => conjuncts(&inner.expr),
        other => vec![other],
    }
}

fn variable(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Paren(inner) => variable(&inner.expr),
        Expr::Cast(inner) => variable(&inner.expr),
        _ => None,
    }
}
