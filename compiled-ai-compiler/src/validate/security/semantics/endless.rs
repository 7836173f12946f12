//! Forms of a loop that never ends.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprWhile, Pat, Stmt};

use super::guards::{number, root};
use super::work::{Change, changes, is_variable, leaves};

/// A condition over variables that nothing in the body changes.
pub(super) fn is_unchanged(each: &ExprWhile) -> bool {
    let mut names = Names(BTreeSet::new(), false);
    names.visit_expr(&each.cond);
    if names.1 || names.0.is_empty() {
        return false;
    }
    let mut touched = Touched(BTreeSet::new());
    touched.visit_block(&each.body);
    names.0.is_disjoint(&touched.0)
}

/// `if … { continue; }` before anything that the condition looks at is changed: the same round again.
pub(super) fn skips_the_step(each: &ExprWhile) -> bool {
    let mut names = Names(BTreeSet::new(), false);
    names.visit_expr(&each.cond);
    if names.1 || names.0.is_empty() {
        return false;
    }
    // What the loop goes through does not change where it stands.
    let counters: BTreeSet<&String> = names.0.iter().filter(|name| !changes(&each.body, name).is_empty()).collect();
    let mut touched = Touched(BTreeSet::new());
    for statement in &each.body.stmts {
        if counters.is_empty() || counters.iter().any(|name| touched.0.contains(*name)) {
            return false;
        }
        if let Stmt::Expr(Expr::If(e), _) = statement {
            let mut within = Touched(BTreeSet::new());
            within.visit_expr(&e.cond);
            within.visit_block(&e.then_branch);
            let last = e.then_branch.stmts.last();
            let skips = matches!(last, Some(Stmt::Expr(Expr::Continue(e), _)) if e.label.is_none());
            if skips && counters.iter().all(|name| !within.0.contains(*name)) {
                return true;
            }
        }
        touched.visit_stmt(statement);
    }
    false
}

/// Variables of a condition, and whether it calls anything.
struct Names(BTreeSet<String>, bool);

impl<'e> Visit<'e> for Names {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Path(path) => self.0.extend(path.path.get_ident().map(ToString::to_string)),
            Expr::MethodCall(call) => {
                self.1 |= !matches!(
                    call.method.to_string().as_str(),
                    "len" | "is_empty" | "contains" | "starts_with" | "ends_with"
                );
            }
            Expr::Call(_) | Expr::Let(_) | Expr::Macro(_) => self.1 = true,
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// Variables that a body may change: assigned, borrowed mutably, or asked something.
struct Touched(BTreeSet<String>);

impl<'e> Visit<'e> for Touched {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Assign(e) => self.assigned(&e.left),
            Expr::Binary(e) if is_assignment(&e.op) => self.assigned(&e.left),
            Expr::MethodCall(call) => self.0.extend(root(&call.receiver)),
            Expr::Reference(e) if e.mutability.is_some() => self.0.extend(root(&e.expr)),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        // `write!(out, …)`, and whatever else stands in one.
        collect_idents(mac.tokens.clone(), &mut self.0);
    }
}

impl Touched {
    fn assigned(&mut self, place: &Expr) {
        match place {
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|place| self.assigned(place)),
            _ => self.0.extend(root(place)),
        }
        // `self.at += 1`.
        if let Expr::Field(field) = place {
            self.0.extend(root(&field.base));
        }
    }
}

fn collect_idents(tokens: proc_macro2::TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            proc_macro2::TokenTree::Group(group) => collect_idents(group.stream(), names),
            _ => {}
        }
    }
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::BitXorAssign(_)
    )
}

/// `while n != 1 { n = if … { n / 2 } else { 3 * n + 1 } }`: a number that goes up and down until it happens to be another.
pub(super) fn wanders(each: &ExprWhile) -> bool {
    let Expr::Binary(cond) = &*each.cond else { return false };
    let Some(name) = root(&cond.left).filter(|_| is_variable(&cond.left) && number(&cond.right).is_some()) else {
        return false;
    };
    let mut arithmetic = Arithmetic::default();
    let mut changed = false;
    for (change, by) in changes(&each.body, &name) {
        changed |= change == Change::Other;
        arithmetic.visit_expr(by);
    }
    changed && arithmetic.multiplies && arithmetic.divides
}

#[derive(Default)]
struct Arithmetic {
    multiplies: bool,
    divides: bool,
}

impl<'e> Visit<'e> for Arithmetic {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Binary(e) => {
                self.multiplies |= matches!(e.op, BinOp::Mul(_) | BinOp::Shl(_));
                self.divides |= matches!(e.op, BinOp::Div(_) | BinOp::Shr(_));
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                self.multiplies |= name.ends_with("_mul");
                self.divides |= name.ends_with("_div");
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

pub(super) fn repeats_a_find_in(each: &ExprWhile) -> bool {
    // `while let Some(at) = rest.find(x) { rest = &rest[at..]; }`.
    let Expr::Let(cond) = &*each.cond else { return repeats_a_find(&each.body) };
    let (Some(of), Some(name)) = (found_in(&cond.expr), bound(&cond.pat)) else { return false };
    cuts_at(&each.body, &of, &name) && !leaves(&each.body)
}

pub(super) fn repeats_a_find(body: &Block) -> bool {
    let mut finder = Finds(vec![]);
    finder.visit_block(body);
    finder.0.iter().any(|(of, name)| cuts_at(body, of, name))
}

struct Finds(Vec<(String, String)>);

impl<'e> Visit<'e> for Finds {
    fn visit_expr_match(&mut self, choice: &'e syn::ExprMatch) {
        if let Some(of) = found_in(&choice.expr) {
            for arm in &choice.arms {
                self.0.extend(bound(&arm.pat).map(|name| (of.clone(), name)));
            }
        }
        visit::visit_expr_match(self, choice);
    }

    fn visit_expr_let(&mut self, cond: &'e syn::ExprLet) {
        if let (Some(of), Some(name)) = (found_in(&cond.expr), bound(&cond.pat)) {
            self.0.push((of, name));
        }
    }
}

/// `rest` of `rest.find("x")`, where what is looked for is not empty text at an unknown place.
fn found_in(expr: &Expr) -> Option<String> {
    match expr {
        Expr::MethodCall(call) if call.method == "find" => match &*call.receiver {
            Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
            _ => None,
        },
        _ => None,
    }
}

fn bound(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::TupleStruct(some) if some.elems.len() == 1 => match &some.elems[0] {
            Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether all that a body does to `rest` is to cut it where the same search finds the same again.
fn cuts_at(body: &Block, rest: &str, at: &str) -> bool {
    let changes = changes(body, rest);
    !changes.is_empty()
        && changes.iter().all(|(_, value)| {
            let Expr::Reference(reference) = value else { return false };
            let Expr::Index(index) = &*reference.expr else { return false };
            let Expr::Range(range) = &*index.index else { return false };
            let is_same = matches!(range.start.as_deref(), Some(Expr::Path(path)) if path.path.is_ident(at));
            is_same && range.end.is_none() && root(&index.expr).as_deref() == Some(rest)
        })
}
