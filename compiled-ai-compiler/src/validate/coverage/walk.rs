//! Which places of a candidate get a probe, and of which form.

use compiled_ai_core::coverage::Place;
use syn::visit::{self, Visit};
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprClosure, ExprIf, ExprLet, ExprMethodCall, ImplItemFn, ItemConst, ItemFn,
    Local, Macro, Pat, Stmt, Type,
};

use super::instrument::{Instrumenter, ROOT, range, range_of};
use super::literals::{self, Decides};
use super::{macros, patterns};

/// A condition around which a call is put, and what the call records.
const YES: (&str, u32) = ("yes", 1);
const NO: (&str, u32) = ("no", 1);
const BOTH: (&str, u32) = ("both", 2);
const SOME: (&str, u32) = ("some", 1);
const NONE: (&str, u32) = ("none", 1);

impl<'ast> Visit<'ast> for Instrumenter<'_> {
    fn visit_item_const(&mut self, _: &'ast ItemConst) {}

    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}

    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_path(&mut self, _: &'ast syn::Path) {}

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        // What stayed `const` is run by the compiler, where nothing can be recorded.
        if function.sig.constness.is_some() {
            return;
        }
        self.statement(range(function), range_of(function.block.brace_token.span.open()).end);
        self.visit_block(&function.block);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        // What stayed `const` is run by the compiler, where nothing can be recorded.
        if function.sig.constness.is_some() {
            return;
        }
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
