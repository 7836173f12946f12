//! Which expressions and statements a candidate may have.

mod closures;
mod methods;

use compiled_ai_core::codes::gate::{EXPRESSION, LITERAL, TYPE, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{Arm, BinOp, Block, Expr, ExprCall, ExprStruct, Item, Lit, Local, Stmt, Type};

use super::dynamic::is_coerced_to;
use super::gate::Gate;
use super::place::span_of;
use super::scope::Value;

/// Where an expression stands: a function's name may stand in a call only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What is called.
    Callee,
    /// An argument of a call.
    Argument,
    /// Anywhere else.
    Other,
}

impl Gate<'_> {
    /// A block with a scope of its own.
    pub(super) fn block(&mut self, block: &Block) {
        self.scopes.push();
        let items: Vec<&Item> = block
            .stmts
            .iter()
            .filter_map(|statement| match statement {
                Stmt::Item(item) => Some(item),
                _ => None,
            })
            .collect();
        for item in &items {
            if let Item::Use(item) = item {
                self.import(item);
            }
        }
        self.scopes.declare(items.into_iter());
        for statement in &block.stmts {
            match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Item(Item::Use(_)) => {}
                Stmt::Item(item) => self.item(item, false),
                Stmt::Expr(expr, _) => self.expr(expr),
                Stmt::Macro(statement) => {
                    self.attributes(&statement.attrs);
                    self.macro_call(&statement.mac);
                }
            }
        }
        self.scopes.pop();
    }

    fn local(&mut self, local: &Local) {
        self.attributes(&local.attrs);
        if let Some(init) = &local.init {
            self.expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.expr(diverge);
            }
        }
        self.pattern(&local.pat);
        if let (syn::Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
            && (self.ends_in_closure(&init.expr) || self.refers_to_function(&init.expr))
        {
            self.scopes.bind(&name.ident.to_string(), Value::Closure);
        }
    }

    pub(super) fn expr(&mut self, expr: &Expr) {
        self.expr_as(expr, Role::Other);
    }

    pub(super) fn expr_as(&mut self, expr: &Expr, role: Role) {
        // More is not said, and the places of what is refused take long to find out.
        if self.refusals.is_full() {
            return;
        }
        match expr {
            Expr::Array(e) => {
                self.attributes(&e.attrs);
                e.elems.iter().for_each(|elem| self.one_of_several(elem));
            }
            Expr::Assign(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.left);
                self.expr(&e.right);
            }
            Expr::Binary(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.left);
                self.expr(&e.right);
            }
            Expr::Block(e) => {
                self.attributes(&e.attrs);
                self.block(&e.block);
            }
            Expr::Break(e) => {
                self.attributes(&e.attrs);
                e.expr.iter().for_each(|value| self.one_of_several(value));
            }
            Expr::Call(e) => self.call(e),
            Expr::Cast(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                self.cast_type(&e.ty);
            }
            Expr::Closure(e) => self.closure(e),
            Expr::Continue(e) => self.attributes(&e.attrs),
            Expr::Field(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.base);
            }
            Expr::ForLoop(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                self.scopes.push();
                self.pattern(&e.pat);
                self.block(&e.body);
                self.scopes.pop();
            }
            Expr::Group(e) => self.expr_as(&e.expr, role),
            Expr::If(e) => {
                self.attributes(&e.attrs);
                self.scopes.push();
                self.expr(&e.cond);
                self.block(&e.then_branch);
                self.scopes.pop();
                if let Some((_, otherwise)) = &e.else_branch {
                    self.no_closure_at_the_end(&e.then_branch);
                    self.one_of_several(otherwise);
                }
            }
            Expr::Index(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                self.expr(&e.index);
            }
            Expr::Infer(_) => {}
            // The names bind in the condition's scope, which `if`, `while` and match guards open.
            Expr::Let(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                self.pattern(&e.pat);
            }
            Expr::Lit(e) => {
                self.attributes(&e.attrs);
                self.literal(&e.lit);
            }
            Expr::Loop(e) => {
                self.attributes(&e.attrs);
                self.block(&e.body);
            }
            Expr::Macro(e) => {
                self.attributes(&e.attrs);
                self.macro_call(&e.mac);
            }
            Expr::Match(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                e.arms.iter().for_each(|arm| self.arm(arm));
            }
            Expr::MethodCall(e) => self.method_call(e),
            Expr::Paren(e) => {
                self.attributes(&e.attrs);
                self.expr_as(&e.expr, role);
            }
            Expr::Path(e) => {
                self.attributes(&e.attrs);
                if e.qself.is_some() {
                    let help = "write the method call, or the type's own function";
                    return self.add(EXPRESSION, None, e.span(), "`<Type as Trait>::…` is not allowed", help);
                }
                if matches!(self.value_path(&e.path), Some(Value::Function | Value::Constructor)) && role == Role::Other
                {
                    let help = "call it, or hand it straight to a call (`.map(parse)`); a `match` replaces a table of functions";
                    self.add(TYPE, Some(704), e.span(), "a function is used as a value", help);
                }
            }
            Expr::Range(e) => {
                self.attributes(&e.attrs);
                e.start.iter().chain(&e.end).for_each(|bound| self.expr(bound));
            }
            // Behind a reference a function never becomes a pointer.
            Expr::Reference(e) => {
                self.attributes(&e.attrs);
                let role = if e.mutability.is_none() { Role::Argument } else { Role::Other };
                self.expr_as(&e.expr, role);
            }
            Expr::Repeat(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
                self.repeat(e);
            }
            Expr::Return(e) => {
                self.attributes(&e.attrs);
                e.expr.iter().for_each(|value| self.one_of_several(value));
            }
            Expr::Struct(e) => self.struct_literal(e),
            Expr::Try(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
            }
            Expr::Tuple(e) => {
                self.attributes(&e.attrs);
                e.elems.iter().for_each(|elem| self.expr(elem));
            }
            Expr::Unary(e) => {
                self.attributes(&e.attrs);
                self.expr(&e.expr);
            }
            Expr::While(e) => {
                self.attributes(&e.attrs);
                self.scopes.push();
                self.expr(&e.cond);
                self.block(&e.body);
                self.scopes.pop();
            }
            _ => self.refuse_expr(expr),
        }
    }

    fn refuse_expr(&mut self, expr: &Expr) {
        if self.refusals.is_full() {
            return;
        }
        let (code, cwe, what, help) = match expr {
            Expr::Unsafe(_) => (UNSAFE, Some(119), "`unsafe`", "the safe form"),
            Expr::RawAddr(_) => (UNSAFE, Some(119), "a raw pointer", "a reference, or an index"),
            Expr::Async(_) | Expr::Await(_) => (EXPRESSION, None, "`async`", "plain code"),
            Expr::Const(_) => (EXPRESSION, None, "a `const` block", "a `const` item"),
            Expr::TryBlock(_) => (EXPRESSION, None, "a `try` block", "a function that returns `Option` or `Result`"),
            Expr::Yield(_) => (EXPRESSION, None, "`yield`", "an iterator"),
            _ => (EXPRESSION, None, "this kind of expression", "plain Rust"),
        };
        self.add(code, cwe, span_of(expr), format!("{what} is not allowed"), format!("instead: {help}"));
    }

    fn call(&mut self, call: &ExprCall) {
        self.attributes(&call.attrs);
        self.expr_as(&call.func, Role::Callee);
        call.args.iter().for_each(|argument| self.expr_as(argument, Role::Argument));
    }

    fn arm(&mut self, arm: &Arm) {
        self.attributes(&arm.attrs);
        self.scopes.push();
        self.pattern_with_guard(&arm.pat);
        self.one_of_several(&arm.body);
        self.scopes.pop();
    }

    fn struct_literal(&mut self, literal: &ExprStruct) {
        self.attributes(&literal.attrs);
        if literal.qself.is_some() {
            self.add(
                EXPRESSION,
                None,
                literal.brace_token.span.join(),
                "`<Type as Trait>` is not allowed",
                "write the type's name",
            );
        }
        self.constructor_path(&literal.path);
        for field in &literal.fields {
            self.attributes(&field.attrs);
            self.expr(&field.expr);
        }
        literal.rest.iter().for_each(|rest| self.expr(rest));
    }

    /// Casts go to numbers and characters, or do what a `let` with a type does; nothing else can be reached without a pointer.
    fn cast_type(&mut self, ty: &Type) {
        let rules = &self.profile.names;
        let is_number = match ty {
            Type::Infer(_) => true,
            Type::Path(path) => path.path.segments.last().is_some_and(|last| {
                let name = last.ident.to_string();
                rules.integers.contains(&name)
                    || rules.floats.contains(&name)
                    || matches!(name.as_str(), "char" | "bool")
            }),
            _ => false,
        };
        self.ty(ty);
        if !is_number && !is_coerced_to(ty) && !matches!(ty, Type::Ptr(_) | Type::FnPtr(_)) {
            let help = "`as` converts numbers; for the rest `from`, `into` or a `let` with a type";
            self.add(TYPE, Some(704), ty.span(), "a cast to something else than a number", help);
        }
    }

    pub(super) fn literal(&mut self, literal: &Lit) {
        match literal {
            Lit::Str(_) | Lit::Byte(_) | Lit::Char(_) | Lit::Bool(_) => {}
            Lit::Int(int) if self.is_number_suffix(int.suffix()) => {}
            Lit::Float(float) if self.is_number_suffix(float.suffix()) => {}
            Lit::ByteStr(bytes) => {
                let (length, limit) = (bytes.value().len(), self.profile.limits.byte_string);
                if length > limit {
                    let message = format!("a byte string of {length} bytes, more than {limit}");
                    self.add(LITERAL, Some(506), bytes.span(), message, "text as `&str`; no binary data in code");
                }
            }
            _ => self.add(LITERAL, None, literal.span(), "this kind of literal is not allowed", "a plain literal"),
        }
    }

    fn is_number_suffix(&self, suffix: &str) -> bool {
        suffix.is_empty() || self.profile.names.integers.contains(suffix) || self.profile.names.floats.contains(suffix)
    }
}

/// Whether an operator changes what stands on its left.
pub(super) fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
