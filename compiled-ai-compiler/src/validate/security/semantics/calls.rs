//! What calls and macros make of the values that they are given.

use proc_macro2::Span;
use syn::{Expr, ExprCall, ExprClosure, ExprMethodCall, Macro};

use super::flow::{Flow, OrKnown as _};
use super::found::Unbounded;
use super::names;
use super::operands;
use super::taint::{Facts, Part, Value};
use super::texts;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::{since, span_of};

impl Flow<'_, '_> {
    pub(super) fn call(&mut self, call: &ExprCall) -> Value {
        let arguments: Vec<Value> = call.args.iter().map(|argument| self.expr(argument)).collect();
        let all = arguments.iter().map(Value::facts).reduce(Facts::joined).unwrap_or_default();
        let Expr::Path(path) = &*call.func else {
            self.expr(&call.func);
            return self.call_value(None, &arguments).unwrap_or_else(|| Value::of(all));
        };
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let last = names.last().cloned().unwrap_or_default();
        self.recursion(&last, &arguments, call, |call| since(&call.func, call.paren_token.span.close()));
        let given: Vec<&Expr> = call.args.iter().collect();
        self.put_by_call(&last, &given, &arguments);
        let is_own = names.len() == 1 || names.first().is_some_and(|first| !names::is_foreign(first));
        if is_own {
            let keys = self.called(&names);
            let value = match keys.as_slice() {
                [] => None,
                [key] => self.call_own(key, arguments.clone(), Some(&given)),
                keys => self.call_methods(keys, &arguments, Some(&given)),
            };
            if let Some(value) = value {
                return value;
            }
        }
        // A closure in a variable.
        if names.len() == 1 && self.handed.closures.contains_key(&last) {
            return self.call_value(Some(&last), &arguments).unwrap_or_else(|| Value::of(all));
        }
        if names.len() == 1
            && let Some(known) = self.variable(&last)
        {
            let mut value = match known.has_text() {
                true => known,
                false => self.call_value(None, &arguments).unwrap_or(known),
            };
            if !value.has_text() {
                value = Value::of(value.facts().joined(all));
            }
            return value;
        }
        match (names.first().map(String::as_str), last.as_str()) {
            (Some("String" | "Cow" | "Box" | "Some" | "Ok" | "Err" | "Vec" | "Borrowed" | "Owned" | "Reverse"), _)
                if arguments.len() == 1 && last != "with_capacity" =>
            {
                arguments.into_iter().next().unwrap_or_default()
            }
            // A struct or a variant around one value.
            (_, name) if arguments.len() == 1 && name.starts_with(char::is_uppercase) => {
                arguments.into_iter().next().unwrap_or_default()
            }
            (_, "with_capacity") => {
                if is_unbounded(all) {
                    self.unbounded(call, Unbounded::Memory, |call| since(&call.func, call.paren_token.span.close()));
                }
                Value { parts: vec![], ..Value::default() }
            }
            (Some("String" | "Vec"), "new") => Value::default(),
            (_, "repeat_n") if arguments.get(1).is_some_and(|count| is_unbounded(count.facts())) => {
                self.unbounded(call, Unbounded::Memory, |call| since(&call.func, call.paren_token.span.close()));
                Value::of(all)
            }
            (Some(first), "min") if first != "Self" => Value::of(all.without(Facts::NUMBER)),
            (Some("u8" | "i8" | "u16" | "i16"), _) => Value::known(),
            (Some(_), "from_str_radix") => Value::of(Facts::NUMBER),
            (Some("u32" | "i32" | "u64" | "i64" | "u128" | "i128" | "usize" | "f64"), _) => Value::of(all.as_number()),
            (Some("char"), "from_digit") => Value::known(),
            // Not of the candidate: it is what it is called.
            (_, name) if ["escape", "encode", "sanitize", "sanitise"].iter().any(|word| name.contains(word)) => {
                Value::of(all.and(Facts::HTML).and(Facts::URL).and(Facts::QUOTED).and(Facts::SHELL).and(Facts::LINE))
            }
            _ => Value::of(all),
        }
    }

    /// The functions of the candidate that a path may stand for: of several with one name those of its type.
    fn called(&mut self, path: &[String]) -> Vec<String> {
        let Some(last) = path.last() else { return vec![] };
        let mut keys = self.handed.keys(self.functions, last);
        self.spend(keys.len() / 4);
        let is_meant = |key: &String| self.functions.get(key).is_some_and(|function| function.is_meant(path));
        if keys.len() > 1 && keys.iter().any(is_meant) {
            keys.retain(is_meant);
        }
        keys
    }

    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Value {
        let name = call.method.to_string();
        let mut receiver = self.expr(&call.receiver);
        if name == "to_string" {
            receiver = self.as_shown(&call.receiver, receiver);
        }
        if let Some(value) = self.unrolled(call, &name, &receiver) {
            return value;
        }
        let arguments: Vec<Value> = call
            .args
            .iter()
            .map(|argument| match argument {
                Expr::Closure(closure) => self.closure(closure, call, &name, &receiver),
                // A closure that has a name.
                Expr::Path(path) if path.path.get_ident().is_some_and(|name| self.is_closure(name)) => {
                    let name = path.path.get_ident().map(ToString::to_string);
                    let element = element(&receiver);
                    self.call_value(name.as_deref(), &[element]).unwrap_or_default_known()
                }
                _ => self.expr(argument),
            })
            .collect();
        let own = self.methods(&name);
        if !own.is_empty() {
            self.recursion(&name, &arguments, call, |call| since(&call.receiver, call.paren_token.span.close()));
            let mut all = vec![receiver];
            all.extend(arguments);
            let mut given: Vec<&Expr> = vec![&call.receiver];
            given.extend(&call.args);
            let is_field = matches!(&*call.receiver, Expr::Field(_));
            let value = self.call_methods(&own, &all, Some(&given)).unwrap_or_default_known();
            // A field may as well be a list or a text.
            if !is_field || !matches!(name.as_str(), "join" | "concat" | "replace" | "push" | "push_str" | "insert") {
                return value;
            }
            let receiver = all.remove(0);
            self.append(call, &name, &all);
            let other = self.result(call, &name, receiver, &all, None);
            return if other.has_text() && other.facts().has(Facts::TEXT) { other } else { value };
        }
        // A function that is handed over: `.map(escape)`.
        let handed = call.args.iter().rev().find_map(|argument| match argument {
            Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        });
        let handed = handed.filter(|name| self.functions.contains_key(name));
        let handed = match handed {
            Some(own) if is_mapped(&name) && self.spend_values(&receiver) => {
                self.call_own(&own, vec![element(&receiver)], None)
            }
            _ => None,
        };
        self.append(call, &name, &arguments);
        self.put_by_method(call, &name, &arguments);
        self.costs(call, &name, &receiver, &arguments);
        self.result(call, &name, receiver, &arguments, handed)
    }

    pub(super) fn is_closure(&self, name: &proc_macro2::Ident) -> bool {
        self.handed.closures.contains_key(&name.to_string())
    }

    /// What a closure returns, with what it is called with in place of its parameters.
    fn closure(&mut self, closure: &ExprClosure, call: &ExprMethodCall, method: &str, receiver: &Value) -> Value {
        self.spend_values(receiver);
        let element = element(receiver);
        for (index, input) in closure.inputs.iter().enumerate() {
            // `fold` hands over what it has so far, then an element.
            let value = if matches!(method, "fold" | "try_fold" | "scan") && index == 0 {
                Value::default()
            } else {
                element.clone()
            };
            self.bind(input, value);
            self.lend(input, &call.receiver, true);
        }
        self.expr(&closure.body)
    }

    /// Methods that put something behind what is there.
    fn append(&mut self, call: &ExprMethodCall, name: &str, arguments: &[Value]) {
        let is_append = matches!(
            name,
            "push_str"
                | "push"
                | "extend"
                | "write_str"
                | "extend_from_slice"
                | "append"
                | "push_back"
                | "push_front"
                | "insert"
                | "insert_str"
        );
        if !is_append || operands::root(&call.receiver).is_none() {
            return;
        }
        let (mut before, added) = match (name, arguments) {
            (
                "push_str" | "push" | "extend" | "write_str" | "extend_from_slice" | "append" | "push_back"
                | "push_front",
                [added],
            ) => (self.held(&call.receiver), added),
            ("insert" | "insert_str", [.., added]) => (self.held(&call.receiver), added),
            _ => return,
        };
        // A map is a list of pairs.
        if let ("insert", [key, value]) = (name, arguments)
            && key.has_text()
            && (before.is_short_list() || before.facts() == Facts::NONE && !before.has_text())
        {
            let pair = Value::list(vec![key.clone(), value.clone()]);
            let longer = if before.elements.is_empty() { Value::list(vec![pair]) } else { before.longer(&pair, true) };
            self.spend(longer.weight);
            return self.assign(&call.receiver, longer);
        }
        // A list that is written out stays one.
        if matches!(name, "push" | "push_back" | "extend" | "append") && before.is_short_list() {
            let longer = before.longer(added, name.starts_with("push"));
            self.spend(longer.weight);
            return self.assign(&call.receiver, longer);
        }
        if before.parts.iter().all(|part| matches!(part, Part::Hole(facts) if *facts == Facts::NONE)) {
            before.parts.clear();
        }
        if name == "push_front" {
            let rest = std::mem::replace(&mut before, added.clone());
            before.push(&rest);
            return self.assign(&call.receiver, before);
        }
        // Lists are joined later; with line breaks, as far as anybody knows.
        let is_text = matches!(name, "push_str" | "write_str" | "insert_str") || name == "push" && !added.has_text();
        let is_text = is_text && (added.elements.is_empty() || !before.parts.is_empty());
        if is_text || before.has_text() && !before.parts.is_empty() && name != "push" {
            before.push(added);
        } else if before.parts.is_empty() {
            // What is pushed as a whole is pushed to a list.
            let is_list = matches!(name, "push" | "push_back")
                && (!added.elements.is_empty()
                    || added.has_text() && added.literal().is_none_or(|text| text.len() > 4));
            before = if is_list { Value::list(vec![added.clone()]) } else { added.clone() };
        } else {
            before.push(added);
        }
        if name == "push" && added.literal().is_some_and(|text| text.chars().count() == 1) && before.parts.is_empty() {
            before = added.clone();
        }
        self.assign(&call.receiver, before);
    }

    /// Methods whose work or memory is as much as a number says.
    fn costs(&mut self, call: &ExprMethodCall, name: &str, receiver: &Value, arguments: &[Value]) {
        let at = &call.method;
        let first_is_long = arguments.first().is_some_and(|value| is_unbounded(value.facts()));
        match name {
            "repeat" | "resize" | "resize_with" | "reserve" if first_is_long => {
                self.unbounded(at, Unbounded::Memory, syn::Ident::span)
            }
            "take" if first_is_long && operands::may_be_endless(&call.receiver) => {
                self.unbounded(at, Unbounded::Loop, syn::Ident::span)
            }
            "map" | "sum" | "fold" | "product" | "collect" | "for_each" | "filter" | "flat_map" | "filter_map"
            | "count" | "rev" | "step_by"
                if receiver.is_long_range =>
            {
                self.unbounded(&*call.receiver, Unbounded::Loop, span_of);
            }
            _ => {}
        }
    }

    pub(super) fn macro_call(&mut self, mac: &Macro) -> Value {
        let reader = self.reader;
        let Some(parsed) = reader.arguments(mac) else { return Value::known() };
        match &parsed.1 {
            Arguments::Format { place, text, values } => {
                let given: Vec<(Option<String>, Value)> = values
                    .iter()
                    .map(|(name, given)| {
                        let value = self.expr(given);
                        (name.as_ref().map(ToString::to_string), self.as_shown(given, value))
                    })
                    .collect();
                let Some(text) = text else { return Value::known() };
                let (at, text_value) = (text.span(), text.value());
                // Reading it again each time costs more than a step does.
                self.spend(text_value.len() / 16);
                let (value, widths) = texts::format(&text_value, at, &given, &mut |name| Some(self.named(name)));
                if widths.into_iter().any(is_unbounded) {
                    self.unbounded(text, Unbounded::Memory, syn::LitStr::span);
                }
                self.built(&value);
                match place.as_ref().filter(|place| operands::root(place).is_some()) {
                    Some(place) => {
                        let mut before = self.held(place);
                        if before.parts.iter().all(|part| matches!(part, Part::Hole(facts) if *facts == Facts::NONE)) {
                            before.parts.clear();
                        }
                        before.push(&value);
                        self.assign(place, before);
                        Value::known()
                    }
                    None => value,
                }
            }
            Arguments::List(values) => Value::list(values.iter().map(|value| self.expr(value)).collect()),
            Arguments::Repeat(value, length) => {
                let length_facts = self.expr(length).facts();
                if is_unbounded(length_facts) {
                    self.unbounded(&**length, Unbounded::Memory, span_of);
                }
                let value = self.expr(value);
                Value::of(value.facts())
            }
            Arguments::Matches(value, pattern, guard) => {
                let value = self.expr(value);
                self.bind(pattern, value);
                if let Some(guard) = guard {
                    self.condition(guard);
                }
                Value::known()
            }
            Arguments::Literals(literals) => {
                let mut all = Value::default();
                literals.iter().for_each(|literal| all.push(&self.literal(literal)));
                all
            }
        }
    }

    /// A call with a number that the input names, of a function that calls itself with one less.
    fn recursion<T>(&mut self, name: &str, arguments: &[Value], call: &T, at: impl Fn(&T) -> Span) {
        let Some(function) = self.functions.get(name).copied() else { return };
        if self.stack.iter().any(|open| open == name) {
            return;
        }
        let analysis = self.analysis(name, function);
        for (parameter, value) in analysis.counted.iter().zip(arguments) {
            let Some(parameter) = parameter else { continue };
            let is_guarded = analysis.guards.of(parameter, &[]).has(Facts::BOUNDED);
            if is_unbounded(value.facts()) && !is_guarded {
                self.unbounded(call, Unbounded::Recursion, &at);
            }
        }
    }
}

pub(super) fn is_unbounded(facts: Facts) -> bool {
    facts.has(Facts::NUMBER) && !facts.has(Facts::BOUNDED)
}

/// What an iterator, a list or an option yields.
fn element(receiver: &Value) -> Value {
    let is_one = receiver.elements.is_empty() && (receiver.parts.len() == 1 || receiver.has_text());
    if is_one { Value { is_long_range: false, ..receiver.clone() } } else { receiver.element() }
}

fn is_mapped(method: &str) -> bool {
    matches!(method, "map" | "filter_map" | "flat_map" | "and_then" | "map_or" | "map_or_else" | "fold")
}
