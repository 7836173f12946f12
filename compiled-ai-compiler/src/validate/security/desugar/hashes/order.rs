//! Whether the order of a hash map shows: where it is gone through, and what becomes of that.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprClosure, ExprMethodCall, File, Local, Macro, Member, Pat, Stmt};

use super::super::arguments_of;
use super::{Mentions, Names};
use crate::validate::security::expressions::is_assignment;
use crate::validate::security::format;
use crate::validate::security::macros::Arguments;

/// Whether the order of one of the maps may show in what a file answers.
pub(super) fn shows(file: &File, names: &Names<'_>) -> bool {
    let mut counts = Counts(BTreeSet::new());
    counts.visit_file(file);
    let mut order = Order { names, counts: &counts.0, sorted: vec![], shows: false };
    order.visit_file(file);
    order.shows
}

/// Variables that begin as a number.
struct Counts(BTreeSet<String>);

impl<'f> Visit<'f> for Counts {
    fn visit_local(&mut self, local: &'f Local) {
        let is_number = |init: &syn::LocalInit| matches!(&*init.expr, Expr::Lit(literal) if matches!(literal.lit, syn::Lit::Int(_) | syn::Lit::Float(_)));
        let name = match &local.pat {
            Pat::Ident(name) => Some(name),
            Pat::Type(typed) => match &*typed.pat {
                Pat::Ident(name) => Some(name),
                _ => None,
            },
            _ => None,
        };
        if local.init.as_ref().is_some_and(is_number) {
            self.0.extend(name.map(|name| name.ident.to_string()));
        }
        visit::visit_local(self, local);
    }
}

struct Order<'n> {
    names: &'n Names<'n>,
    counts: &'n BTreeSet<String>,
    /// Lists that the open blocks put in order, whatever order they had.
    sorted: Vec<BTreeSet<String>>,
    shows: bool,
}

impl Order<'_> {
    fn is_sorted(&self, name: &str) -> bool {
        self.sorted.iter().any(|names| names.contains(name))
    }

    /// Whether an expression goes through a map: the map of `map.iter().map(…).filter(…)`.
    fn goes_through(&self, expr: &Expr) -> bool {
        self.goes_within(expr, LONGEST_CHAIN)
    }

    /// The same for the last `most` calls of a chain; a longer one is taken for one that does.
    fn goes_within(&self, expr: &Expr, most: usize) -> bool {
        let Some(most) = most.checked_sub(1) else { return true };
        match expr {
            Expr::MethodCall(call) => {
                let is_walk = WALKS.contains(&call.method.to_string().as_str()) && self.names.is_source(&call.receiver);
                is_walk || self.goes_within(&call.receiver, most) && !ends(call)
            }
            Expr::Paren(e) => self.goes_within(&e.expr, most),
            Expr::Reference(e) => self.goes_within(&e.expr, most),
            Expr::Try(e) => self.goes_within(&e.expr, most),
            _ => false,
        }
    }

    /// A variable that is a number from the start.
    fn is_count(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Path(path) if path.path.get_ident().is_some_and(|name| self.counts.contains(&name.to_string())))
    }

    /// A loop whose rounds may come in any order.
    fn is_commutative(&self, block: &Block) -> bool {
        block.stmts.iter().all(|statement| match statement {
            Stmt::Expr(expr, _) => self.is_commutative_step(expr),
            Stmt::Local(local) => local.init.as_ref().is_none_or(|init| init.diverge.is_none()),
            _ => false,
        })
    }

    fn is_commutative_step(&self, expr: &Expr) -> bool {
        match expr {
            // Of texts each round would show.
            Expr::Binary(e) => {
                let is_plain = match &*e.right {
                    Expr::Path(_) => self.is_count(&e.left),
                    Expr::Reference(_) | Expr::Macro(_) => false,
                    Expr::Lit(literal) => !matches!(literal.lit, syn::Lit::Str(_)),
                    _ => true,
                };
                is_plain && !matches!(e.op, BinOp::DivAssign(_) | BinOp::RemAssign(_)) && is_assignment(&e.op)
            }
            Expr::Assign(e) => {
                matches!(&*e.right, Expr::MethodCall(call) if call.method == "max" || call.method == "min")
            }
            Expr::MethodCall(call) => match call.method.to_string().as_str() {
                "insert" => call.args.len() == 1,
                "push" => {
                    matches!(&*call.receiver, Expr::Path(path) if path.path.get_ident().is_some_and(|name| self.is_sorted(&name.to_string())))
                }
                _ => false,
            },
            Expr::If(e) => {
                self.is_commutative(&e.then_branch)
                    && e.else_branch.as_ref().is_none_or(|(_, otherwise)| match &**otherwise {
                        Expr::Block(block) => self.is_commutative(&block.block),
                        otherwise => self.is_commutative_step(otherwise),
                    })
            }
            Expr::Continue(_) => true,
            _ => false,
        }
    }
}

/// Calls of one chain that are looked at from each of them.
const LONGEST_CHAIN: usize = 24;

/// Methods that go through a map.
const WALKS: &[&str] = &[
    "iter",
    "iter_mut",
    "keys",
    "values",
    "values_mut",
    "into_iter",
    "into_keys",
    "into_values",
    "drain",
    "union",
    "intersection",
    "difference",
    "symmetric_difference",
];

/// Methods after which the order is gone.
fn ends(call: &ExprMethodCall) -> bool {
    match call.method.to_string().as_str() {
        "sum" | "count" | "len" | "all" | "any" | "min" | "max" | "product" | "is_empty" | "is_subset"
        | "is_disjoint" => true,
        "max_by" | "min_by" | "max_by_key" | "min_by_key" => {
            matches!(call.args.first(), Some(Expr::Closure(closure)) if is_total(closure))
        }
        "collect" => {
            let mut ordered = Ordered(false);
            call.turbofish.iter().for_each(|turbofish| ordered.visit_angle_bracketed_generic_arguments(turbofish));
            ordered.0
        }
        _ => false,
    }
}

/// Whether a type is a map or a set.
struct Ordered(bool);

impl<'t> Visit<'t> for Ordered {
    fn visit_path(&mut self, path: &'t syn::Path) {
        self.0 |= path.segments.last().is_some_and(|last| {
            matches!(last.ident.to_string().as_str(), "BTreeMap" | "BTreeSet" | "HashMap" | "HashSet" | "BinaryHeap")
        });
    }
}

/// Whether a comparison tells all elements of a map apart: by more than one thing, by the key, or by the whole.
fn is_total(closure: &ExprClosure) -> bool {
    let mut parts = Parts { others: false, key: false, joins: false, bound: vec![] };
    closure.inputs.iter().for_each(|input| parts.pattern(input));
    parts.visit_expr(&closure.body);
    parts.joins || !parts.others
}

struct Parts {
    /// Something that is not the key.
    others: bool,
    key: bool,
    joins: bool,
    /// Names that stand for what is not the key.
    bound: Vec<String>,
}

impl Parts {
    fn pattern(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Tuple(tuple) => {
                for inner in tuple.elems.iter().skip(1) {
                    let mut bound = super::Bound(vec![]);
                    bound.visit_pat(inner);
                    self.bound.extend(bound.0);
                }
            }
            Pat::Reference(inner) => self.pattern(&inner.pat),
            Pat::Paren(inner) => self.pattern(&inner.pat),
            Pat::Type(inner) => self.pattern(&inner.pat),
            _ => {}
        }
    }
}

impl<'e> Visit<'e> for Parts {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Tuple(tuple) => self.joins |= tuple.elems.len() > 1,
            Expr::MethodCall(call) => self.joins |= call.method == "then" || call.method == "then_with",
            Expr::Field(field) => match &field.member {
                Member::Unnamed(index) if index.index == 0 => self.key = true,
                _ => self.others = true,
            },
            Expr::Path(path) => {
                self.others |= path.path.get_ident().is_some_and(|name| self.bound.contains(&name.to_string()));
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// The list that a statement puts in order, if nothing of the order before is left.
fn sorted_by(statement: &Stmt) -> Option<String> {
    let Stmt::Expr(Expr::MethodCall(call), _) = statement else { return None };
    let Expr::Path(path) = &*call.receiver else { return None };
    let is_total = match call.method.to_string().as_str() {
        "sort" | "sort_unstable" => true,
        "sort_by" | "sort_by_key" | "sort_unstable_by" | "sort_unstable_by_key" | "sort_by_cached_key" => {
            matches!(call.args.first(), Some(Expr::Closure(closure)) if is_total(closure))
        }
        _ => false,
    };
    path.path.get_ident().filter(|_| is_total).map(ToString::to_string)
}

impl<'f> Visit<'f> for Order<'_> {
    fn visit_block(&mut self, block: &'f Block) {
        self.sorted.push(block.stmts.iter().filter_map(sorted_by).collect());
        visit::visit_block(self, block);
        self.sorted.pop();
    }

    fn visit_local(&mut self, local: &'f Local) {
        if let Some(init) = &local.init
            && self.goes_through(&init.expr)
        {
            let (pattern, is_ordered) = match &local.pat {
                Pat::Type(typed) => {
                    let mut ordered = Ordered(false);
                    ordered.visit_type(&typed.ty);
                    // `Vec<_>` is none.
                    (
                        &*typed.pat,
                        ordered.0
                            && !matches!(&*typed.ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Vec")),
                    )
                }
                pattern => (pattern, false),
            };
            let is_sorted = matches!(pattern, Pat::Ident(name) if self.is_sorted(&name.ident.to_string()));
            self.shows |= !is_ordered && !is_sorted;
            if let Expr::MethodCall(call) = &*init.expr {
                return self.inner(call);
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_for_loop(&mut self, each: &'f syn::ExprForLoop) {
        if self.names.is_source(&each.expr) || self.goes_through(&each.expr) {
            self.shows |= !self.is_commutative(&each.body);
            return self.visit_block(&each.body);
        }
        visit::visit_expr_for_loop(self, each);
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::MethodCall(call) => {
                // What goes through a map ends here, or nothing ends it.
                if self.goes_through(expr) {
                    self.shows = true;
                }
                if self.goes_through(&call.receiver) {
                    return self.inner(call);
                }
                let hands_over = matches!(call.method.to_string().as_str(), "extend" | "chain" | "zip" | "append");
                if hands_over
                    && call.args.iter().any(|argument| self.names.is_source(argument))
                    && !self.names.is_source(&call.receiver)
                {
                    self.shows = true;
                }
            }
            Expr::Call(call) => {
                if let Expr::Path(path) = &*call.func
                    && let Some(last) = path.path.segments.last()
                    && last.ident == "from_iter"
                {
                    let mut mentions = Mentions::default();
                    mentions.visit_path(&path.path);
                    self.shows |= !mentions.found && call.args.iter().any(|argument| self.names.is_source(argument));
                }
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(mut arguments) = arguments_of(mac, self.names.profile) else { return };
        if let Arguments::Format { text: Some(text), values, .. } = &arguments {
            let named = format::parse(&text.value()).unwrap_or_default();
            self.shows |= named
                .iter()
                .flat_map(|placeholder| &placeholder.names)
                .any(|name| self.names.variables.contains(name) && text.value().contains(&format!("{{{name}:")))
                || text.value().contains('?') && values.iter().any(|(_, value)| self.names.is_source(value));
        }
        for expr in arguments.expressions_mut() {
            let mut inner = Order { names: self.names, counts: self.counts, sorted: self.sorted.clone(), shows: false };
            inner.visit_expr(expr);
            self.shows |= inner.shows;
        }
    }
}

impl Order<'_> {
    /// What stands in the closures of a chain.
    fn inner(&mut self, call: &ExprMethodCall) {
        call.args.iter().for_each(|argument| self.visit_expr(argument));
        if let Expr::MethodCall(before) = &*call.receiver {
            self.inner(before);
        }
    }
}
