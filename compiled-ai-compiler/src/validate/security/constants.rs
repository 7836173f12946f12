//! Constants are plain data, and arrays have a bounded length.

use std::collections::BTreeSet;

use compiled_ai_core::codes::gate::CONSTANT;
use syn::spanned::Spanned as _;
use syn::visit::Visit;
use syn::{BinOp, Expr, ExprLit, ExprRepeat, File, Lit, TypeArray};

use super::gate::Gate;
use super::place::span_of;
use super::scope::{Own, Value};

impl Gate<'_> {
    /// The value of a `const`: data, not computation, since the compiler would run it.
    pub(super) fn constant(&mut self, expr: &Expr) {
        match expr {
            Expr::Lit(_) => self.expr(expr),
            Expr::Path(path) => {
                self.attributes(&path.attrs);
                if path.qself.is_some()
                    || matches!(self.value_path(&path.path), Some(Value::Function | Value::Constructor))
                {
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
            Expr::Reference(e) if e.mutability.is_none() => match &*e.expr {
                // A function, of which the constant holds no address that could be seen.
                Expr::Closure(_) => self.expr(&e.expr),
                Expr::Path(path) if path.qself.is_none() => {
                    self.attributes(&path.attrs);
                    self.value_path(&path.path);
                }
                inner => self.constant(inner),
            },
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
                        let is_computed = self.is_const_function(&path.path);
                        self.value_path(&path.path).is_none_or(|value| {
                            matches!(value, Value::Data | Value::Constructor) || is_listed || is_computed
                        })
                    }
                    _ => false,
                };
                if !allowed {
                    return self.refuse_constant(expr);
                }
                call.args.iter().for_each(|argument| self.constant(argument));
            }
            // `{ let mut table = [0; 256]; while … { … } table }`.
            Expr::Block(e) if e.label.is_none() => {
                self.attributes(&e.attrs);
                self.computed_block(&e.block);
                self.block(&e.block);
            }
            // `WORDS.len()`.
            Expr::MethodCall(call)
                if matches!(call.method.to_string().as_str(), "len" | "as_bytes") && call.args.is_empty() =>
            {
                self.constant(&call.receiver);
            }
            Expr::Macro(e) => {
                self.expr(expr);
                if e.mac.path.segments.last().is_none_or(|name| name.ident != "concat") {
                    self.refuse_constant(expr);
                }
            }
            _ => self.refuse_constant(expr),
        }
    }

    fn refuse_constant(&mut self, expr: &Expr) {
        let help = "literals, arrays, tuples, structs, other constants, and your own `const fn`; compute the rest in a function";
        self.add(CONSTANT, Some(400), span_of(expr), "a constant is plain data", help);
    }

    /// One of the candidate's own `const fn`s, whose work has a bound; says why, if it has none.
    fn is_const_function(&mut self, path: &syn::Path) -> bool {
        let Some(name) = self.compile_time.own_function(path) else { return false };
        self.computed(&name, path.span());
        true
    }

    /// A const argument.
    pub(super) fn array_length(&mut self, length: &Expr) {
        self.constant(length);
        self.bounded(length, 1);
    }

    /// `[T; length]`: the product of nested lengths is bounded.
    pub(super) fn array_type(&mut self, array: &TypeArray) {
        self.constant(&array.len);
        self.bounded(&array.len, self.own.weight(&array.elem));
    }

    /// `[value; length]`: the product of nested lengths is bounded.
    pub(super) fn repeat(&mut self, repeat: &ExprRepeat) {
        self.constant(&repeat.len);
        let mut product = 1_u64;
        let mut inner = &*repeat.expr;
        while let Expr::Repeat(next) = inner {
            product = product.saturating_mul(self.own.number(&next.len).unwrap_or(1));
            inner = &next.expr;
        }
        self.bounded(&repeat.len, product);
    }

    fn bounded(&mut self, length: &Expr, times: u64) {
        let limit = self.profile.limits.array_elements;
        match self.own.number(length) {
            Some(value) if value.saturating_mul(times) > limit => {
                let message = format!("an array of more than {limit} elements");
                self.add(CONSTANT, Some(770), span_of(length), message, "a `Vec` that grows as needed");
            }
            Some(_) => {}
            None => {
                let help = "write the number, a `const` with a number, or `WORDS.len()`";
                self.add(CONSTANT, Some(770), span_of(length), "an array length that the gate can't see", help);
            }
        }
    }
}

impl Own {
    /// Works out all constants that are plain numbers, wherever they stand.
    pub(super) fn collect_numbers(&mut self, file: &File) {
        let mut constants = Constants(vec![], BTreeSet::new());
        constants.visit_file(file);
        self.variants = std::mem::take(&mut constants.1);
        // Constants refer to each other in any order; a few rounds are more than people write.
        for _ in 0..4 {
            for (name, value) in &constants.0 {
                if let Some(length) = self.length(value) {
                    let known = self.lengths.entry(name.clone()).or_default();
                    *known = length.max(*known);
                }
                if let Some(number) = self.number(value) {
                    // Of two with one name, in two functions, the larger counts.
                    let known = self.numbers.entry(name.clone()).or_default();
                    *known = number.max(*known);
                }
            }
        }
        for (name, value) in &constants.0 {
            if self.number(value).is_none() {
                self.numbers.remove(name);
            }
        }
    }

    /// How many elements the table or text that is a constant's value has.
    fn length(&self, expr: &Expr) -> Option<u64> {
        match expr {
            Expr::Paren(paren) => self.length(&paren.expr),
            Expr::Group(group) => self.length(&group.expr),
            Expr::Reference(reference) => self.length(&reference.expr),
            Expr::Array(array) => u64::try_from(array.elems.len()).ok(),
            Expr::Repeat(repeat) => self.number(&repeat.len),
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => u64::try_from(text.value().len()).ok(),
            Expr::Lit(ExprLit { lit: Lit::ByteStr(bytes), .. }) => u64::try_from(bytes.value().len()).ok(),
            _ => None,
        }
    }

    /// The name by which a constant of the candidate is known; `None` for a variant, or a constant of another type: `u32::MAX`
    /// is not the candidate's `MAX`.
    fn constant_name(&self, path: &syn::Path) -> Option<String> {
        let first = path.segments.first()?.ident.to_string();
        let last = path.segments.last()?.ident.to_string();
        let is_own = path.segments.len() == 1
            || (first == "Self" || self.types.contains(&first)) && !self.variants.contains(&last);
        is_own.then_some(last)
    }

    /// The value of a constant expression over numbers; `None` if it is something else.
    pub(super) fn number(&self, expr: &Expr) -> Option<u64> {
        match expr {
            Expr::Paren(paren) => self.number(&paren.expr),
            Expr::Group(group) => self.number(&group.expr),
            Expr::Cast(cast) => self.number(&cast.expr),
            Expr::Lit(ExprLit { lit: Lit::Int(int), .. }) => int.base10_parse().ok(),
            Expr::Path(path) => self.numbers.get(&self.constant_name(&path.path)?).copied(),
            Expr::MethodCall(call) if call.method == "len" => match &*call.receiver {
                Expr::Path(path) => self.lengths.get(&self.constant_name(&path.path)?).copied(),
                receiver => self.length(receiver),
            },
            Expr::Binary(binary) => {
                let (left, right) = (self.number(&binary.left)?, self.number(&binary.right)?);
                match binary.op {
                    BinOp::Add(_) => Some(left.saturating_add(right)),
                    BinOp::Mul(_) => Some(left.saturating_mul(right)),
                    // At most what it is taken from.
                    BinOp::Sub(_) | BinOp::Div(_) => Some(left),
                    BinOp::Shl(_) => Some(
                        u32::try_from(right)
                            .ok()
                            .and_then(|by| left.checked_mul(1_u64.checked_shl(by)?))
                            .unwrap_or(u64::MAX),
                    ),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// The names and values of all constants of a file, and the names of all variants.
struct Constants<'f>(Vec<(String, &'f Expr)>, BTreeSet<String>);

impl<'f> Visit<'f> for Constants<'f> {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        self.0.push((item.ident.to_string(), &item.expr));
    }

    fn visit_trait_item_const(&mut self, item: &'f syn::TraitItemConst) {
        if let Some((_, value)) = &item.default {
            self.0.push((item.ident.to_string(), value));
        }
    }

    fn visit_variant(&mut self, variant: &'f syn::Variant) {
        self.1.insert(variant.ident.to_string());
    }

    fn visit_impl_item_const(&mut self, item: &'f syn::ImplItemConst) {
        self.0.push((item.ident.to_string(), &item.expr));
    }
}
