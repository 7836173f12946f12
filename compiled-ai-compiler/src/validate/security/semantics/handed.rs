//! Functions and closures as values: who may be called where no name says it.
//!
//! A call of something that is no function of the candidate may reach every function that stands anywhere as a value, and every
//! closure that is kept, if it takes as many arguments. A method may be that of every type that has one of its name.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ptr::from_ref;

use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, File, FnArg, Pat};

use super::flow::Flow;
use super::functions::{Function, Functions, is_static_text};
use super::readings;
use super::taint::{Facts, Value};
use crate::validate::security::literals::Reader;

/// Functions and closures that are values.
#[derive(Default)]
pub(super) struct Handed<'f> {
    /// Closures that a `let` binds, by the variable's name.
    pub(super) closures: HashMap<String, Vec<&'f ExprClosure>>,
    /// Closures that are kept in something else, or handed to a function.
    pub(super) kept: Vec<&'f ExprClosure>,
    /// The addresses of both kinds.
    pub(super) named: HashSet<*const ExprClosure>,
    pub(super) unnamed: HashSet<*const ExprClosure>,
    /// Keys of functions that stand anywhere but before their arguments.
    pub(super) functions: BTreeSet<String>,
    /// Fields that hold texts of the code alone: `&'static str`, in all structs that have one of the name.
    pub(super) fixed: BTreeSet<String>,
    /// The same of tuple structs and variants, by their names: which of their fields.
    pub(super) fixed_elements: BTreeMap<String, BTreeSet<usize>>,
    /// Types that show themselves by code of the candidate (`Display`), with what that does to what they hold.
    pub(super) shown: HashMap<String, Facts>,
    /// Names that are called by closures in macros, with how many arguments those take: such closures can't be kept.
    pub(super) in_macros: BTreeSet<(usize, String)>,
    /// The keys of all functions of one name, if there are several.
    same: BTreeMap<String, Vec<String>>,
}

impl<'f> Handed<'f> {
    pub(super) fn of(file: &'f File, functions: &Functions<'f>, reader: &Reader<'_>) -> Self {
        let mut same: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for key in functions.keys() {
            same.entry(base(key).to_owned()).or_default().push(key.clone());
        }
        same.values_mut().for_each(|keys| keys.sort());
        let mut writer = Writer { functions, reader, found: Self::default() };
        writer.visit_file(file);
        let mut found = writer.found;
        let mut fields = Fields::default();
        fields.visit_file(file);
        found.fixed = fields.fixed.difference(&fields.others).cloned().collect();
        found.fixed_elements = fields.elements;
        found.shown = fields.shown;
        found.named = found.closures.values().flatten().map(|closure| from_ref(*closure)).collect();
        found.unnamed = found.kept.iter().map(|closure| from_ref(*closure)).collect();
        found.functions = found.functions.iter().filter_map(|name| same.get(name)).flatten().cloned().collect();
        same.retain(|_, keys| keys.len() > 1);
        found.same = same;
        found
    }

    /// The functions that a name may stand for.
    pub(super) fn keys(&self, functions: &Functions<'_>, name: &str) -> Vec<String> {
        match self.same.get(name) {
            Some(keys) => keys.clone(),
            None => functions.contains_key(name).then(|| name.to_owned()).into_iter().collect(),
        }
    }
}

/// What the types of a file say of what they hold.
#[derive(Default)]
struct Fields {
    fixed: BTreeSet<String>,
    others: BTreeSet<String>,
    elements: BTreeMap<String, BTreeSet<usize>>,
    shown: HashMap<String, Facts>,
}

impl Fields {
    fn elements(&mut self, name: &syn::Ident, fields: &syn::Fields) {
        let syn::Fields::Unnamed(fields) = fields else { return };
        let fixed = fields.unnamed.iter().enumerate().filter(|(_, field)| is_static_text(&field.ty));
        let fixed: BTreeSet<usize> = fixed.map(|(index, _)| index).collect();
        // Of several with one name, what is true of all.
        match self.elements.entry(name.to_string()) {
            Entry::Vacant(entry) => _ = entry.insert(fixed),
            Entry::Occupied(mut entry) => entry.get_mut().retain(|index| fixed.contains(index)),
        }
    }
}

impl<'f> Visit<'f> for Fields {
    fn visit_field(&mut self, field: &'f syn::Field) {
        let names = if is_static_text(&field.ty) { &mut self.fixed } else { &mut self.others };
        names.extend(field.ident.as_ref().map(ToString::to_string));
    }

    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.elements(&item.ident, &item.fields);
        visit::visit_item_struct(self, item);
    }

    fn visit_variant(&mut self, variant: &'f syn::Variant) {
        self.elements(&variant.ident, &variant.fields);
        visit::visit_variant(self, variant);
    }

    fn visit_item_impl(&mut self, item: &'f syn::ItemImpl) {
        let last = |path: &syn::Path| path.segments.last().map(|last| last.ident.to_string());
        if let Some((path, _)) = &item.trait_
            && last(path).as_deref() == Some("Display")
            && let syn::Type::Path(ty) = &*item.self_ty
            && let Some(name) = last(&ty.path)
        {
            for item in &item.items {
                if let syn::ImplItem::Fn(method) = item {
                    self.shown.insert(name.clone(), readings::treatment(&method.block));
                }
            }
        }
        visit::visit_item_impl(self, item);
    }
}

/// The name of a function by its key.
fn base(key: &str) -> &str {
    key.split('\'').next().unwrap_or(key)
}

/// How many values a function takes, itself included where it has one.
pub(super) fn arity(function: &Function<'_>) -> usize {
    function.signature.inputs.len()
}

pub(super) fn takes_self(function: &Function<'_>) -> bool {
    matches!(function.signature.inputs.first(), Some(FnArg::Receiver(_)))
}

/// Whether a function may change what it is given for a parameter.
pub(super) fn takes_buffer(input: &FnArg) -> bool {
    match input {
        FnArg::Receiver(receiver) => matches!(&receiver.kind, syn::ReceiverKind::Reference(_, _, Some(_))),
        FnArg::Typed(typed) => matches!(&*typed.ty, syn::Type::Reference(reference) if reference.mutability.is_some()),
    }
}

struct Writer<'f, 'x> {
    functions: &'x Functions<'f>,
    reader: &'x Reader<'x>,
    found: Handed<'f>,
}

impl<'f> Writer<'f, '_> {
    fn arguments(&mut self, all: impl Iterator<Item = &'f Expr>) {
        for argument in all {
            match argument {
                // A method's closure is called by the method.
                Expr::Closure(closure) => visit::visit_expr_closure(self, closure),
                argument => self.visit_expr(argument),
            }
        }
    }

    fn name(&mut self, name: &str) {
        if self.functions.contains_key(name) {
            self.found.functions.insert(name.to_owned());
        }
    }
}

impl<'f> Visit<'f> for Writer<'f, '_> {
    fn visit_local(&mut self, local: &'f syn::Local) {
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
            && let Expr::Closure(closure) = &*init.expr
        {
            self.found.closures.entry(name.ident.to_string()).or_default().push(closure);
            return visit::visit_expr_closure(self, closure);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::Closure(closure) => {
                self.found.kept.push(closure);
                visit::visit_expr_closure(self, closure);
            }
            Expr::Call(call) => {
                if !matches!(&*call.func, Expr::Path(_)) {
                    self.visit_expr(&call.func);
                }
                call.args.iter().for_each(|argument| self.visit_expr(argument));
            }
            Expr::MethodCall(call) => {
                self.visit_expr(&call.receiver);
                self.arguments(call.args.iter());
            }
            Expr::Path(path) => {
                if let Some(last) = path.path.segments.last() {
                    self.name(&last.ident.to_string());
                }
            }
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let (functions, reader, found) = (self.functions, self.reader, &mut self.found);
        super::each_argument(reader, mac, &mut |argument| {
            let mut inner = Writer { functions, reader, found: Handed::default() };
            inner.visit_expr(argument);
            for closure in inner.found.kept.iter().chain(inner.found.closures.values().flatten()) {
                let mut called = Called(BTreeSet::new());
                called.visit_expr(&closure.body);
                found.in_macros.extend(called.0.into_iter().map(|name| (closure.inputs.len(), name)));
            }
            found.functions.append(&mut inner.found.functions);
            found.in_macros.append(&mut inner.found.in_macros);
        });
    }
}

/// The names of what is called.
struct Called(BTreeSet<String>);

impl<'e> Visit<'e> for Called {
    fn visit_expr_call(&mut self, call: &'e syn::ExprCall) {
        if let Expr::Path(path) = &*call.func {
            self.0.extend(path.path.segments.last().map(|last| last.ident.to_string()));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'e syn::ExprMethodCall) {
        self.0.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }
}

impl Flow<'_, '_> {
    /// What a call returns of a variable, a field or an element that holds a function; `None` if nothing of the candidate can
    /// be there.
    pub(super) fn call_value(&mut self, name: Option<&str>, arguments: &[Value]) -> Option<Value> {
        let handed = self.handed;
        if let Some(closures) = name.and_then(|name| handed.closures.get(name)) {
            let values: Vec<Value> = closures.iter().map(|closure| self.closure_with(closure, arguments)).collect();
            return values.into_iter().reduce(Value::or);
        }
        let mut result: Option<Value> = None;
        for key in &handed.functions {
            if !self.spend(1) {
                break;
            }
            if self.functions.get(key).is_some_and(|function| arity(function) == arguments.len()) {
                let value = self.call_own(key, arguments.to_vec(), None);
                result = result.into_iter().chain(value).reduce(Value::or);
            }
        }
        for closure in &handed.kept {
            if !self.spend(1) {
                break;
            }
            if closure.inputs.len() == arguments.len() {
                let value = self.closure_with(closure, arguments);
                result = result.into_iter().chain([value]).reduce(Value::or);
            }
        }
        result
    }

    /// What a closure returns when it is called with `arguments`; those that are missing may be anything.
    pub(super) fn closure_with(&mut self, closure: &ExprClosure, arguments: &[Value]) -> Value {
        const MOST: usize = 6;
        let all = arguments.iter().map(Value::facts).reduce(Facts::joined).unwrap_or_default();
        if self.closures_open >= MOST {
            return Value::of(all);
        }
        self.closures_open += 1;
        for (index, input) in closure.inputs.iter().enumerate() {
            let value = arguments.get(index).cloned().unwrap_or_else(|| Value::of(Facts::TEXT));
            self.bind(input, value);
        }
        let value = self.expr(&closure.body);
        self.closures_open -= 1;
        value
    }

    /// What a method returns, of whichever type it is. Of several values the one that says most is taken.
    pub(super) fn call_methods(
        &mut self,
        keys: &[String],
        arguments: &[Value],
        given: Option<&[&Expr]>,
    ) -> Option<Value> {
        let mut values: Vec<Value> = vec![];
        for key in keys {
            if !self.spend(1) {
                break;
            }
            values.extend(self.call_own(key, arguments.to_vec(), given));
        }
        let says_most = |value: &&Value| value.has_text() && value.facts().has(Facts::TEXT);
        match values.iter().find(says_most) {
            Some(value) => Some(value.clone()),
            None => values.into_iter().reduce(Value::or),
        }
    }

    /// What `Escaped(text)` is where it is shown: its type may replace what would be markup.
    pub(super) fn as_shown(&self, expr: &Expr, value: Value) -> Value {
        let name = match expr {
            Expr::Reference(inner) => return self.as_shown(&inner.expr, value),
            Expr::Paren(inner) => return self.as_shown(&inner.expr, value),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
                _ => None,
            },
            _ => None,
        };
        match name.and_then(|name| self.handed.shown.get(&name)) {
            Some(facts) => value.with(*facts),
            None => value,
        }
    }

    /// The methods of the candidate that a call with a dot may reach.
    pub(super) fn methods(&self, name: &str) -> Vec<String> {
        let mut keys = self.handed.keys(self.functions, name);
        keys.retain(|key| self.functions.get(key).is_some_and(takes_self));
        keys
    }
}
