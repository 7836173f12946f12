//! What variables, fields and elements hold, as far as it is known.

use syn::{Expr, Pat};

use super::flow::{Flow, OrKnown as _};
use super::functions::of_type;
use super::keys::ident;
use super::loops;
use super::operands;
use super::taint::{Facts, Value};

impl Flow<'_, '_> {
    /// Binds the names of a pattern to a value, or to its parts.
    pub(super) fn bind(&mut self, pattern: &Pat, value: Value) {
        match pattern {
            Pat::Ident(name) => {
                let name = name.ident.to_string();
                let own = self.said(&name);
                let value = if own == Facts::NONE || !value.facts().has(Facts::TEXT) { value } else { value.with(own) };
                self.frame().lent.remove(&name);
                self.frame().variables.insert(name, value);
            }
            Pat::Tuple(tuple) if tuple.elems.len() == value.elements.len() => {
                self.pair(tuple);
                for (pattern, value) in tuple.elems.iter().zip(value.elements.iter()) {
                    self.bind(pattern, value.clone());
                }
            }
            Pat::Tuple(tuple) => {
                self.pair(tuple);
                tuple.elems.iter().for_each(|inner| self.bind(inner, value.clone()));
            }
            Pat::TupleStruct(tuple) => {
                let handed = self.handed;
                let fixed = tuple.path.segments.last();
                let fixed = fixed.and_then(|last| handed.fixed_elements.get(&last.ident.to_string()));
                let is_open = value.facts().has(Facts::TEXT);
                for (index, inner) in tuple.elems.iter().enumerate() {
                    let is_fixed = is_open && fixed.is_some_and(|fixed| fixed.contains(&index));
                    self.bind(inner, if is_fixed { Value::known() } else { value.clone() });
                }
            }
            Pat::Slice(slice) => slice.elems.iter().for_each(|inner| self.bind(inner, Value::of(value.facts()))),
            Pat::Struct(pattern) => {
                for field in &pattern.fields {
                    let known = match &field.member {
                        syn::Member::Named(name) => self.fields.get(&name.to_string()).cloned(),
                        syn::Member::Unnamed(_) => None,
                    };
                    self.bind(&field.pat, known.unwrap_or_else(|| Value::of(value.facts())));
                }
            }
            Pat::Reference(inner) => self.bind(&inner.pat, value),
            Pat::Paren(inner) => self.bind(&inner.pat, value),
            Pat::Type(inner) => {
                let value = of_type(&inner.ty, value);
                self.bind(&inner.pat, value);
            }
            Pat::Or(or) => or.cases.iter().for_each(|case| self.bind(case, value.clone())),
            Pat::Guard(guard) => self.bind(&guard.pat, value),
            _ => {}
        }
    }

    /// Notes what stands beside a name.
    fn pair(&mut self, tuple: &syn::PatTuple) {
        if tuple.elems.len() == 2
            && let (Some(name), Some(value)) = (ident(&tuple.elems[0]), ident(&tuple.elems[1]))
        {
            self.frame().beside.insert(name, value);
        }
    }

    /// `let lower = line.to_lowercase()`: what is found out of one is true of the other.
    pub(super) fn same_in_other_letters(&mut self, pattern: &Pat, init: &Expr) {
        if let (Some(name), Expr::MethodCall(call)) = (ident(pattern), init)
            && matches!(
                call.method.to_string().as_str(),
                "to_lowercase" | "to_ascii_lowercase" | "to_uppercase" | "trim"
            )
            && let Some(of) = operands::root(&call.receiver).filter(|of| *of != name)
        {
            self.frame().beside.insert(name, of);
        }
    }

    /// What a variable holds, with what is checked of it in this function.
    pub(super) fn variable(&mut self, name: &str) -> Option<Value> {
        let frame = self.frames.last().filter(|frame| frame.rebound.as_deref() != Some(name));
        let checked = frame.map(|frame| frame.guards.of(name, &frame.arms)).unwrap_or_default();
        let known = self.frames.last().and_then(|frame| frame.variables.get(name)).or_else(|| self.constants.get(name));
        let mut value = known?.clone();
        self.spend(value.parts.len() / 8);
        if checked != Facts::NONE {
            self.spend(value.weight / 4);
            value = value.with(checked);
        }
        Some(value)
    }

    /// The same; of a variable that was not seen to be bound, the input may be in it.
    pub(super) fn named(&mut self, name: &str) -> Value {
        self.variable(name).unwrap_or_else(|| {
            let is_variable = name.starts_with(char::is_lowercase) && !self.functions.contains_key(name);
            if is_variable { Value::of(Facts::TEXT) } else { Value::known() }
        })
    }

    /// What a place holds that more is put behind: a variable, or a field of whatever it is a field of.
    pub(super) fn held(&mut self, place: &Expr) -> Value {
        match place {
            Expr::Paren(inner) => self.held(&inner.expr),
            Expr::Reference(inner) => self.held(&inner.expr),
            Expr::Unary(inner) => self.held(&inner.expr),
            Expr::Field(field) => match &field.member {
                syn::Member::Named(name) => {
                    let known = self.fields.get(&name.to_string()).cloned().unwrap_or_default_known();
                    self.spend(known.parts.len() / 8);
                    known
                }
                syn::Member::Unnamed(_) => self.rooted(place),
            },
            _ => self.rooted(place),
        }
    }

    fn rooted(&mut self, place: &Expr) -> Value {
        operands::root(place).and_then(|name| self.variable(&name)).unwrap_or_default_known()
    }

    /// What a place holds after an assignment that is one of several ways: `if name.is_empty() { name = "nobody"; }`. What is made of
    /// the place itself takes its place.
    pub(super) fn unless_skipped(&mut self, e: &syn::ExprAssign, value: Value) -> Value {
        let Some(name) = operands::root(&e.left).filter(|_| !self.frame().arms.is_empty()) else { return value };
        let before = self.held(&e.left);
        let is_open = before.facts().has(Facts::TEXT) || before.facts().has(Facts::NUMBER);
        if !is_open || loops::mentions(self.reader, &e.right, &name) > 0 {
            return value;
        }
        value.or(before)
    }

    pub(super) fn assign(&mut self, place: &Expr, value: Value) {
        match place {
            Expr::Paren(inner) => self.assign(&inner.expr, value),
            Expr::Reference(inner) => self.assign(&inner.expr, value),
            Expr::Unary(inner) => self.assign(&inner.expr, value),
            Expr::MethodCall(call) if !self.methods(&call.method.to_string()).is_empty() => {
                self.write_through(place, &value);
            }
            Expr::Tuple(tuple) if tuple.elems.len() == value.elements.len() => {
                for (place, value) in tuple.elems.iter().zip(value.elements.iter()) {
                    self.assign(place, value.clone());
                }
            }
            Expr::Field(field) => match &field.member {
                syn::Member::Named(name) => {
                    let name = name.to_string();
                    let value = if value.facts().has(Facts::TEXT) { value.with(self.said(&name)) } else { value };
                    self.fields.insert(name, value);
                }
                // A struct around one text.
                syn::Member::Unnamed(index) if index.index == 0 => self.assign(&field.base, value),
                syn::Member::Unnamed(_) => {}
            },
            _ => {
                if let Some(name) = operands::root(place) {
                    self.write_back(&name, &value);
                    self.frame().variables.insert(name, value);
                }
            }
        }
    }

    pub(super) fn field(&mut self, e: &syn::ExprField) -> Value {
        let base = self.expr(&e.base);
        match &e.member {
            syn::Member::Named(name) => {
                let name = name.to_string();
                match self.fields.get(&name) {
                    Some(known) => known.clone(),
                    None => Value::of(base.facts()).with(if base.facts().has(Facts::TEXT) {
                        self.said(&name)
                    } else {
                        Facts::NONE
                    }),
                }
            }
            syn::Member::Unnamed(index) => match base.elements.get(index.index as usize) {
                Some(element) => element.clone(),
                // A struct around one text.
                None if index.index == 0 && base.elements.is_empty() && base.has_text() => base,
                None => Value::of(base.facts()),
            },
        }
    }

    pub(super) fn index(&mut self, e: &syn::ExprIndex) -> Value {
        let base = self.expr(&e.expr);
        let index = operands::number(&e.index);
        self.expr(&e.index);
        // A part of a secret.
        let base = match &*e.index {
            Expr::Range(range) if range.end.is_some() || range.start.as_deref().is_some_and(is_computed) => {
                base.except(Facts::SECRET.and(Facts::KEYED))
            }
            _ => base,
        };
        match index.and_then(|index| base.elements.get(usize::try_from(index).ok()?).cloned()) {
            Some(element) => element,
            None if base.elements.is_empty() && base.parts.len() == 1 => base,
            None => Value::of(base.facts()),
        }
    }
}

/// Whether a place in a text is not written out.
fn is_computed(start: &Expr) -> bool {
    operands::number(start).is_none()
}
