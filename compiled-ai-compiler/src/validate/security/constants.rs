//! Constants are plain data, and arrays have a bounded length.

use compiled_ai_core::codes::gate::CONSTANT;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprRepeat, Lit};

use super::gate::Gate;
use super::scope::Value;

impl Gate<'_> {
    /// The value of a `const`: data, not computation, since the compiler would run it.
    pub(super) fn constant(&mut self, expr: &Expr) {
        match expr {
            Expr::Lit(_) => self.expr(expr),
            Expr::Path(path) => {
                self.attributes(&path.attrs);
                if path.qself.is_some() || self.value_path(&path.path) == Some(Value::Function) {
                    self.refuse_constant(expr);
                }
            }
            Expr::Array(e) => {
                self.attributes(&e.attrs);
                e.elems.iter().for_each(|elem| self.constant(elem));
            }
            Expr::Tuple(e) => {
                self.attributes(&e.attrs);
                e.elems.iter().for_each(|elem| self.constant(elem));
            }
            Expr::Paren(e) => self.constant(&e.expr),
            Expr::Group(e) => self.constant(&e.expr),
            Expr::Reference(e) if e.mutability.is_none() => self.constant(&e.expr),
            Expr::Unary(e) => self.constant(&e.expr),
            Expr::Binary(e) => {
                self.constant(&e.left);
                self.constant(&e.right);
            }
            Expr::Cast(e) => {
                self.constant(&e.expr);
                self.ty(&e.ty);
            }
            Expr::Range(e) => e.start.iter().chain(&e.end).for_each(|bound| self.constant(bound)),
            Expr::Repeat(e) => {
                self.constant(&e.expr);
                self.repeat(e);
            }
            Expr::Struct(e) if e.rest.is_none() && e.qself.is_none() => {
                self.constructor_path(&e.path);
                for field in &e.fields {
                    self.attributes(&field.attrs);
                    self.constant(&field.expr);
                }
            }
            Expr::Call(call) => {
                let allowed = match &*call.func {
                    Expr::Path(path) => {
                        let name: Vec<String> =
                            path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                        let is_listed = self
                            .profile
                            .functions
                            .get("constant")
                            .is_some_and(|names| names.contains(&name.join("::")));
                        self.value_path(&path.path).is_none_or(|value| value == Value::Data || is_listed)
                    }
                    _ => false,
                };
                if !allowed {
                    return self.refuse_constant(expr);
                }
                call.args.iter().for_each(|argument| self.constant(argument));
            }
            // `WORDS.len()`.
            Expr::MethodCall(call)
                if matches!(call.method.to_string().as_str(), "len" | "as_bytes") && call.args.is_empty() =>
            {
                self.constant(&call.receiver);
            }
            Expr::Macro(e) => {
                self.expr(expr);
                if !e.mac.path.is_ident("concat") {
                    self.refuse_constant(expr);
                }
            }
            _ => self.refuse_constant(expr),
        }
    }

    fn refuse_constant(&mut self, expr: &Expr) {
        let help = "literals, arrays, tuples, structs and other constants; compute the rest in a function";
        self.add(CONSTANT, Some(400), expr.span(), "a constant is plain data", help);
    }

    /// The length of an array type or a const argument; its value, if it is written as a number.
    pub(super) fn array_length(&mut self, length: &Expr) {
        self.constant(length);
        self.bounded(length, 1);
    }

    /// `[value; length]`: the product of nested lengths is bounded.
    pub(super) fn repeat(&mut self, repeat: &ExprRepeat) {
        self.constant(&repeat.len);
        let mut product = 1_u64;
        let mut inner = &*repeat.expr;
        while let Expr::Repeat(next) = inner {
            product = product.saturating_mul(number(&next.len).unwrap_or(1));
            inner = &next.expr;
        }
        self.bounded(&repeat.len, product);
    }

    fn bounded(&mut self, length: &Expr, times: u64) {
        let limit = self.profile.limits.array_elements;
        match number(length) {
            Some(value) if value.saturating_mul(times) > limit => {
                let message = format!("an array of more than {limit} elements");
                self.add(CONSTANT, Some(770), length.span(), message, "a `Vec` that grows as needed");
            }
            Some(_) => {}
            // A constant's length is bounded by where the constant is data: `WORDS.len()`, or a number that is seen there.
            None if matches!(strip(length), Expr::Path(_) | Expr::MethodCall(_)) => {}
            None => {
                let help = "write the number, a `const`, or `WORDS.len()`";
                self.add(CONSTANT, Some(770), length.span(), "an array length that is computed", help);
            }
        }
    }
}

fn strip(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => strip(&paren.expr),
        Expr::Group(group) => strip(&group.expr),
        _ => expr,
    }
}

fn number(expr: &Expr) -> Option<u64> {
    match strip(expr) {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(int) => int.base10_parse().ok().or(Some(u64::MAX)),
            _ => None,
        },
        _ => None,
    }
}
