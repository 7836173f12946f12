//! What is changed through a reference: `slot.push_str(name)` changes the map of `let slot = map.entry(key).or_default()`.

use syn::{Expr, ExprMethodCall, Member, Pat, Stmt};

use super::flow::{Flow, OrKnown as _};
use super::operands;
use super::taint::{Facts, Value};

/// References that one name may be, looked at: those of a `match` are one for each of its arms.
const MOST: usize = 8;

/// Where a reference leads.
#[derive(Clone)]
pub(super) struct Target {
    place: Place,
    part: Part,
}

#[derive(Clone)]
enum Place {
    Variable(String),
    /// Of whatever it is a field of.
    Field(String),
}

/// What of the place.
#[derive(Clone)]
enum Part {
    Whole,
    /// One of its elements.
    Element,
    /// The value of a map under this key.
    Entry(Value),
}

impl Flow<'_, '_> {
    /// Notes that the names of a pattern lead to where `of` leads; to its elements, if those are what is bound.
    pub(super) fn lend(&mut self, pattern: &Pat, of: &Expr, is_each: bool) {
        if let (Pat::Tuple(names), Expr::Tuple(values)) = (pattern, of)
            && names.elems.len() == values.elems.len()
        {
            names.elems.iter().zip(&values.elems).for_each(|(name, value)| self.lend(name, value, is_each));
            return;
        }
        let mut targets = self.targets(of);
        for target in &mut targets {
            if is_each && matches!(target.part, Part::Whole) {
                target.part = Part::Element;
            }
        }
        self.lend_names(pattern, &targets);
    }

    /// The same, of what is known already.
    pub(super) fn lend_names(&mut self, pattern: &Pat, targets: &[Target]) {
        if targets.is_empty() {
            return;
        }
        match pattern {
            Pat::Ident(name) => _ = self.frame().lent.insert(name.ident.to_string(), targets.to_vec()),
            Pat::Tuple(tuple) => tuple.elems.iter().for_each(|inner| self.lend_names(inner, targets)),
            Pat::TupleStruct(tuple) => tuple.elems.iter().for_each(|inner| self.lend_names(inner, targets)),
            Pat::Slice(slice) => {
                let each = |target: &Target| Target { part: Part::Element, ..target.clone() };
                let targets: Vec<Target> = targets.iter().map(each).collect();
                slice.elems.iter().for_each(|inner| self.lend_names(inner, &targets));
            }
            Pat::Struct(pattern) => {
                for field in &pattern.fields {
                    let Member::Named(name) = &field.member else { continue };
                    let place = Place::Field(name.to_string());
                    self.lend_names(&field.pat, &[Target { place, part: Part::Whole }]);
                }
            }
            Pat::Paren(inner) => self.lend_names(&inner.pat, targets),
            Pat::Type(inner) => self.lend_names(&inner.pat, targets),
            Pat::Reference(inner) => self.lend_names(&inner.pat, targets),
            Pat::Or(or) => or.cases.iter().for_each(|case| self.lend_names(case, targets)),
            Pat::Guard(guard) => self.lend_names(&guard.pat, targets),
            _ => {}
        }
    }

    /// Where an expression leads, if what it gives may be changed there.
    pub(super) fn targets(&mut self, expr: &Expr) -> Vec<Target> {
        if !self.spend(1) {
            return vec![];
        }
        match expr {
            Expr::Path(path) => {
                let lent = path.path.get_ident().and_then(|name| self.frame().lent.get(&name.to_string()).cloned());
                lent.unwrap_or_default()
            }
            Expr::Paren(inner) => self.targets(&inner.expr),
            Expr::Group(inner) => self.targets(&inner.expr),
            Expr::Try(inner) => self.targets(&inner.expr),
            Expr::Reference(reference) if reference.mutability.is_some() => {
                let part = if matches!(&*reference.expr, Expr::Index(_)) { Part::Element } else { Part::Whole };
                self.within(&reference.expr, part)
            }
            // `&mut *slot`, `slot[1..]`.
            Expr::Unary(inner) => self.targets(&inner.expr),
            Expr::MethodCall(call) => self.targets_of_call(call),
            Expr::Block(block) => self.targets_of_block(&block.block),
            Expr::If(e) => {
                let mut targets = self.targets_of_block(&e.then_branch);
                if let Some((_, otherwise)) = &e.else_branch {
                    targets.extend(self.targets(otherwise));
                }
                targets.truncate(MOST);
                targets
            }
            Expr::Match(e) => {
                let mut targets = Vec::new();
                for arm in e.arms.iter().take(4 * MOST) {
                    targets.extend(self.targets(&arm.body));
                }
                targets.truncate(MOST);
                targets
            }
            _ => vec![],
        }
    }

    fn targets_of_block(&mut self, block: &syn::Block) -> Vec<Target> {
        match block.stmts.last() {
            Some(Stmt::Expr(expr, None)) => self.targets(expr),
            _ => vec![],
        }
    }

    fn targets_of_call(&mut self, call: &ExprMethodCall) -> Vec<Target> {
        match call.method.to_string().as_str() {
            "entry" => {
                let key = call.args.first().map(|key| self.key(key)).unwrap_or_default_known();
                self.within(&call.receiver, Part::Entry(key))
            }
            "get_mut" | "last_mut" | "first_mut" | "front_mut" | "back_mut" | "iter_mut" | "values_mut"
            | "chunks_mut" | "chunks_exact_mut" | "split_at_mut" | "split_first_mut" | "split_last_mut"
            | "range_mut" | "first_entry" | "last_entry" => self.within(&call.receiver, Part::Element),
            "as_mut" | "as_deref_mut" | "as_mut_slice" | "as_mut_str" | "get_or_insert" | "get_or_insert_with"
            | "peek_mut" | "borrow_mut" => self.within(&call.receiver, Part::Whole),
            "unwrap" | "expect" | "ok_or" | "ok_or_else" | "or_default" | "or_insert" | "or_insert_with"
            | "or_insert_with_key" | "and_modify" | "into_mut" | "skip" | "take" | "rev" | "enumerate" | "zip"
            | "next" | "next_back" | "filter" | "step_by" | "find" | "nth" | "last" | "flatten" | "by_ref"
            | "peekable" | "skip_while" | "take_while" | "chain" | "max_by_key" | "min_by_key" | "into_iter"
            | "or_else" => self.targets(&call.receiver),
            name => self.targets_of_own(name),
        }
    }

    /// The fields that a method of the candidate gives a reference to: `fn body(&mut self) -> &mut String { &mut self.body }`.
    fn targets_of_own(&mut self, name: &str) -> Vec<Target> {
        let mut targets = Vec::new();
        for key in self.methods(name).into_iter().take(MOST) {
            let Some(function) = self.functions.get(&key).copied() else { continue };
            let syn::ReturnType::Type(_, ty) = &function.signature.output else { continue };
            // Of a call it is not asked where that leads: it may be one of the method itself.
            if matches!(&**ty, syn::Type::Reference(reference) if reference.mutability.is_some())
                && let Some(Stmt::Expr(Expr::Reference(given), None)) = function.block.stmts.last()
                && let Some(place @ Place::Field(_)) = place_of(&given.expr)
            {
                let part = if matches!(&*given.expr, Expr::Index(_)) { Part::Element } else { Part::Whole };
                targets.push(Target { place, part });
            }
        }
        targets
    }

    /// A part of a place, or of what a name leads to that stands in it.
    fn within(&mut self, place: &Expr, part: Part) -> Vec<Target> {
        let mut through = self.targets(place);
        if !through.is_empty() {
            for target in through.iter_mut().filter(|target| matches!(target.part, Part::Whole)) {
                target.part = part.clone();
            }
            return through;
        }
        let place = match place_of(place) {
            Some(place) => place,
            None => return vec![],
        };
        vec![Target { place, part }]
    }

    /// What a key is worth. It was looked at already, where it was called with.
    fn key(&mut self, key: &Expr) -> Value {
        match key {
            Expr::Lit(lit) => self.literal(&lit.lit),
            _ if operands::root(key).is_some() => self.held(key),
            _ => self.expr(key),
        }
    }

    /// Gives back what a function made of what it was given as `&mut out`, or as `out`, such a reference itself.
    pub(super) fn give_back(&mut self, given: &Expr, value: Value) {
        match given {
            Expr::Reference(reference) if reference.mutability.is_some() => self.assign(&reference.expr, value),
            Expr::Path(_) => self.assign(given, value),
            _ => self.write_through(given, &value),
        }
    }

    /// What a name leads to is changed with it.
    pub(super) fn write_back(&mut self, name: &str, value: &Value) {
        let Some(targets) = self.frame().lent.get(name).cloned() else { return };
        let is_one = targets.len() == 1;
        for target in targets {
            self.write(target, value, is_one);
        }
    }

    /// What an expression leads to that is no place of its own: `rows.last_mut().unwrap()`.
    pub(super) fn write_through(&mut self, expr: &Expr, value: &Value) {
        for target in self.targets(expr) {
            self.write(target, value, false);
        }
    }

    /// Puts a value in. `is_all` says that nothing of what was there is left, if it is the whole of the place.
    fn write(&mut self, Target { place, part }: Target, value: &Value, is_all: bool) {
        let before = match &place {
            Place::Variable(name) => self.variable(name).unwrap_or_default_known(),
            Place::Field(name) => self.fields.get(name).cloned().unwrap_or_default_known(),
        };
        self.spend(before.parts.len() / 8);
        let is_pair = matches!(before.element().elements.as_slice(), [_, _]);
        let added = match part {
            Part::Whole if is_all => return self.put(place, value.clone()),
            Part::Whole => return self.put(place, before.or(value.clone())),
            Part::Entry(key) => Value::list(vec![key, value.clone()]),
            Part::Element if is_pair => Value::list(vec![Value::known(), value.clone()]),
            Part::Element => value.clone(),
        };
        let is_new = before.elements.is_empty() && before.facts() == Facts::NONE && !before.has_text();
        let after = if is_new {
            Value::list(vec![added])
        } else if before.is_short_list() {
            before.longer(&added, true)
        } else {
            Value::of(before.facts().joined(value.facts()))
        };
        self.spend(after.weight);
        self.put(place, after);
    }

    fn put(&mut self, place: Place, value: Value) {
        match place {
            Place::Variable(name) => _ = self.frame().variables.insert(name, value),
            Place::Field(name) => _ = self.fields.insert(name, value),
        }
    }

    /// Methods that put a value in the place of another one, or where none is.
    pub(super) fn put_by_method(&mut self, call: &ExprMethodCall, name: &str, arguments: &[Value]) {
        match (name, arguments) {
            ("or_insert" | "or_insert_with" | "or_insert_with_key", [value]) => {
                self.write_through(&call.receiver, value)
            }
            ("replace" | "insert" | "get_or_insert" | "get_or_insert_with" | "clone_from", [value]) => {
                for target in self.within(&call.receiver, Part::Whole) {
                    self.write(target, value, false);
                }
            }
            ("resize" | "resize_with", [_, value]) | ("fill" | "fill_with", [value]) => {
                for target in self.within(&call.receiver, Part::Element) {
                    self.write(target, value, false);
                }
            }
            ("clone_into", [_]) => {
                let value = self.held(&call.receiver);
                call.args.iter().for_each(|argument| self.write_through(argument, &value));
            }
            _ => {}
        }
    }

    /// `mem::replace(&mut place, value)`, `mem::swap(&mut one, &mut other)`.
    pub(super) fn put_by_call(&mut self, name: &str, given: &[&Expr], arguments: &[Value]) {
        match (name, given, arguments) {
            ("replace", [place, _], [_, value]) => self.write_through(place, value),
            ("swap", [one, other], [first, second]) => {
                self.write_through(one, second);
                self.write_through(other, first);
            }
            _ => {}
        }
    }
}

fn place_of(expr: &Expr) -> Option<Place> {
    match expr {
        Expr::Field(field) => match &field.member {
            Member::Named(name) => Some(Place::Field(name.to_string())),
            Member::Unnamed(_) => place_of(&field.base),
        },
        Expr::Paren(inner) => place_of(&inner.expr),
        Expr::Group(inner) => place_of(&inner.expr),
        Expr::Reference(inner) => place_of(&inner.expr),
        Expr::Unary(inner) => place_of(&inner.expr),
        Expr::Index(inner) => place_of(&inner.expr),
        Expr::MethodCall(call) => place_of(&call.receiver),
        _ => operands::root(expr).map(Place::Variable),
    }
}
