//! Forms of a loop that never ends.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{Expr, ExprWhile, Stmt};

use super::index::{Change, Index, bound, found_in, is_variable};
use super::operands::{number, root};

/// A condition over variables that nothing in the body changes.
pub(super) fn is_unchanged(each: &ExprWhile, index: &Index) -> bool {
    let mut names = Names(BTreeSet::new(), false);
    names.visit_expr(&each.cond);
    !names.1 && !names.0.is_empty() && names.0.iter().all(|name| index.first_touch(&each.body, name).is_none())
}

/// `if … { continue; }` before anything that the condition looks at is changed: the same round again.
pub(super) fn skips_the_step(each: &ExprWhile, index: &Index) -> bool {
    let mut names = Names(BTreeSet::new(), false);
    names.visit_expr(&each.cond);
    if names.1 {
        return false;
    }
    // What the loop goes through does not change where it stands.
    let counters = names.0.iter().filter(|name| !index.changes(&each.body, name).is_empty());
    let Some(first) = counters.filter_map(|name| index.first_touch(&each.body, name)).min() else { return false };
    each.body.stmts.iter().any(|statement| {
        let Stmt::Expr(Expr::If(e), _) = statement else { return false };
        let last = e.then_branch.stmts.last();
        let skips = matches!(last, Some(Stmt::Expr(Expr::Continue(e), _)) if e.label.is_none());
        skips && index.first_branch(e).end <= first
    })
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
            // Loops in a condition would be read once for each loop around them.
            Expr::Call(_) | Expr::Let(_) | Expr::Macro(_) | Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_) => {
                self.1 = true
            }
            _ => {}
        }
        if !self.1 {
            visit::visit_expr(self, expr);
        }
    }
}

/// `while n != 1 { n = if … { n / 2 } else { 3 * n + 1 } }`: a number that goes up and down until it happens to be another.
pub(super) fn wanders(each: &ExprWhile, index: &Index) -> bool {
    let Expr::Binary(cond) = &*each.cond else { return false };
    let Some(name) = root(&cond.left).filter(|_| is_variable(&cond.left) && number(&cond.right).is_some()) else {
        return false;
    };
    let changes = index.changes(&each.body, &name);
    changes.iter().any(|change| change.change == Change::Other) && index.arithmetic(changes) == (true, true)
}

pub(super) fn repeats_a_find_in(each: &ExprWhile, index: &Index) -> bool {
    // `while let Some(at) = rest.find(x) { rest = &rest[at..]; }`.
    let Expr::Let(cond) = &*each.cond else { return index.repeats_a_find(&each.body) };
    let (Some(of), Some(name)) = (found_in(&cond.expr), bound(&cond.pat)) else { return false };
    index.only_cut(&each.body, &of) == Some(name.as_str()) && !index.leaves(&each.body)
}
