//! Fills the index: what each expression is, by the number of expressions before it.

use std::collections::{BTreeSet, HashMap};
use std::ptr::from_ref;
use std::rc::Rc;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, File, Macro, Pat};

use super::super::operands::{number, root};
use super::super::sums;
use super::{Assignment, Change, Index, Region, bound, found_in, is_variable};
use crate::validate::security::expressions::is_assignment;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::MacroForm;

/// Reads `file` in one pass.
pub(super) fn write(file: &File, reader: &Reader<'_>) -> Index {
    let mut writer =
        Writer { index: Index::default(), reader, at: 0, out: Out::default(), values: HashMap::new(), macros: vec![] };
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

/// `at` of `&rest[at..]`.
fn cut_of(value: &Expr, rest: &str) -> Option<String> {
    let Expr::Reference(reference) = value else { return None };
    let Expr::Index(index) = &*reference.expr else { return None };
    let Expr::Range(range) = &*index.index else { return None };
    let Some(Expr::Path(start)) = range.start.as_deref() else { return None };
    let is_rest = range.end.is_none() && root(&index.expr).as_deref() == Some(rest);
    start.path.get_ident().filter(|_| is_rest).map(ToString::to_string)
}
