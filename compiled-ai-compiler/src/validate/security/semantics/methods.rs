//! What methods of texts, lists, iterators and numbers return.

use syn::{Expr, ExprMethodCall};

use super::flow::Flow;
use super::functions::of_type;
use super::keys::ident;
use super::operands;
use super::taint::{Facts, Part, Value};
use super::texts;

impl Flow<'_, '_> {
    pub(super) fn result(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        receiver: Value,
        arguments: &[Value],
        handed: Option<Value>,
    ) -> Value {
        let frame = self.frame().treatment;
        let receiver = if self.is_looked_up(call, name, arguments) { receiver.with(Facts::KEYED) } else { receiver };
        let facts = receiver.facts();
        let first = arguments.first();
        match name {
            "get" if matches!(call.args.first(), Some(Expr::Range(_))) => {
                receiver.except(Facts::SECRET.and(Facts::KEYED))
            }
            "get" | "remove" if !receiver.elements.is_empty() && first.is_some_and(Value::has_text) => {
                self.spend(receiver.elements.len() / 4);
                let key = first.and_then(Value::literal);
                let found = receiver.elements.iter().find_map(|pair| match pair.elements.as_slice() {
                    [name, value] if key.is_some() && name.literal() == key => Some(value.clone()),
                    _ => None,
                });
                found.unwrap_or_else(|| Value::of(facts))
            }
            // What stands under a key is not the key.
            "entry" | "get_mut" => match receiver.element().elements.as_slice() {
                [_, value] => value.clone(),
                _ => Value::of(facts),
            },
            // A part of a secret.
            "take" | "last" | "next" if facts.has(Facts::SECRET.and(Facts::KEYED)) && is_characters(&call.receiver) => {
                receiver.except(Facts::SECRET.and(Facts::KEYED))
            }
            "trim" | "trim_end" | "trim_start" | "to_string" | "to_owned" | "clone" | "as_str" | "into" | "as_ref"
            | "as_deref" | "borrow" | "unwrap" | "expect" | "ok" | "to_lowercase" | "to_uppercase"
            | "to_ascii_lowercase" | "to_ascii_uppercase" | "into_owned" | "iter" | "into_iter" | "copied"
            | "cloned" | "rev" | "peekable" | "to_vec" | "as_slice" | "by_ref" | "as_mut" | "iter_mut" | "collect"
            | "into_string" | "take" | "ok_or" | "ok_or_else" | "map_err" | "trim_matches" | "trim_start_matches"
            | "trim_end_matches" | "as_bytes" | "into_bytes" => {
                let mut value = receiver;
                if name == "collect" {
                    value.is_long_range = false;
                }
                self.built(&value);
                value
            }
            "unwrap_or" | "or" | "unwrap_or_else" | "or_else" | "unwrap_or_default" => match first {
                Some(other) => receiver.or(other.clone()),
                None => receiver,
            },
            // What becomes of characters that a function goes through is what it does to them.
            "chars" | "bytes" | "char_indices" => Value::of(facts).with(frame),
            "lines" => Value::of(facts.and(Facts::LINE)),
            "split_whitespace" | "split_ascii_whitespace" => Value::of(facts.and(Facts::LINE)),
            "split" | "splitn" | "split_once" | "rsplit" | "split_terminator" => {
                let is_line = first.and_then(Value::literal).is_some_and(|text| text.contains('\n'));
                let is_part = first.and_then(Value::literal).is_some_and(|text| matches!(text, "/" | "\\"));
                let mut more = Facts::NONE;
                if is_line {
                    more = more.and(Facts::LINE);
                }
                if is_part && facts.has(Facts::PATH) {
                    more = more.and(Facts::PATH);
                }
                if name == "split"
                    && let (Some(text), Some(at)) = (receiver.literal(), first.and_then(Value::literal))
                    && !at.is_empty()
                    && let Some(Part::Text(_, place)) = receiver.parts.first()
                    && text.len() <= 1024
                {
                    return Value::list(text.split(at).take(24).map(|piece| Value::text(piece, *place)).collect());
                }
                Value::of(facts.and(more))
            }
            // A list whose values are known.
            "chain" if receiver.is_short_list() => {
                let other = first.cloned().unwrap_or_default();
                receiver.longer(&other, false)
            }
            "enumerate" if receiver.is_short_list() => Value::list(
                receiver.elements.iter().map(|one| Value::list(vec![Value::known(), one.clone()])).collect(),
            ),
            "enumerate" => Value {
                is_long_range: receiver.is_long_range,
                ..Value::list(vec![Value::list(vec![Value::known(), receiver.element()])])
            },
            "zip" => {
                let other = first.cloned().unwrap_or_default();
                self.spend_values(&receiver);
                self.spend_values(&other);
                match receiver.is_short_list() {
                    true => {
                        let pair = |(index, one): (usize, &Value)| {
                            let beside = other.elements.get(index).cloned().unwrap_or_else(|| other.element());
                            Value::list(vec![one.clone(), beside])
                        };
                        Value::list(receiver.elements.iter().enumerate().map(pair).collect())
                    }
                    false => Value::list(vec![Value::list(vec![receiver.element(), other.element()])]),
                }
            }
            "skip" | "step_by" | "fuse" | "inspect" if !receiver.elements.is_empty() => receiver,
            "find" | "next" | "nth" | "last" | "first" | "max_by_key" | "min_by_key"
                if !receiver.elements.is_empty() =>
            {
                self.spend_values(&receiver);
                receiver.element()
            }
            "map" if !receiver.elements.is_empty() && is_conversion(call) => receiver,
            "filter" | "retain" | "take_while" | "skip_while" | "map_while" => {
                let handed = call.args.iter().find(|argument| matches!(argument, Expr::Closure(_) | Expr::Path(_)));
                let facts = handed.map(|handed| self.filter(handed)).unwrap_or_default();
                let mut more = if name == "skip_while" { Facts::NONE } else { facts };
                if name == "filter" && call.args.first().is_some_and(operands::keeps_zero_out) {
                    more = more.and(Facts::POSITIVE);
                }
                // `filter(|n| *n <= MOST)`.
                if name == "filter"
                    && let Some(Expr::Closure(closure)) = call.args.first()
                    && let Some(of) = closure.inputs.first().and_then(ident)
                {
                    let frame = self.frame();
                    let checked = frame.guards.of(&of, &frame.arms);
                    more = if checked.has(Facts::BOUNDED) { more.and(Facts::BOUNDED) } else { more };
                }
                let value = receiver.with(more);
                if name == "retain"
                    && let Some(variable) = operands::root(&call.receiver)
                {
                    self.frame().variables.insert(variable, value.clone());
                }
                value
            }
            // What its own `from_str` makes of it.
            "parse" if self.functions.contains_key("from_str") && !is_parsed_as_number(call) => {
                match self.call_own("from_str", vec![receiver], None) {
                    Some(value) => Value::of(value.facts().joined(facts)),
                    None => Value::of(facts),
                }
            }
            "parse" => parsed(call, facts),
            // `n.checked_mul(10)?.checked_add(digit)`.
            "checked_mul" | "saturating_mul" | "wrapping_mul"
                if self.frame().reads_digits && call.args.first().and_then(operands::number) == Some(10) =>
            {
                Value::of(facts.as_number().and(Facts::NUMBER))
            }
            "min" | "clamp" | "rem_euclid" | "checked_rem" => Value::of(facts.as_number().without(Facts::NUMBER)),
            "max" => Value::of(facts.joined(first.map(Value::facts).unwrap_or_default()).and(Facts::POSITIVE)),
            "find" if is_iterator(&call.receiver) => Value::of(facts),
            "len"
            | "count"
            | "find"
            | "position"
            | "rfind"
            | "rposition"
            | "cmp"
            | "contains"
            | "starts_with"
            | "ends_with"
            | "is_empty"
            | "any"
            | "all"
            | "eq"
            | "to_digit"
            | "is_some"
            | "is_none"
            | "is_ok"
            | "is_err"
            | "eq_ignore_ascii_case"
            | "signum"
            | "leading_zeros"
            | "count_ones"
            | "len_utf8"
            | "matches_count" => Value::known(),
            "sum" | "product" => Value::of(Facts::DIGEST),
            "fold" => match arguments {
                [init, folded] => {
                    if texts::is_number(&call.args[0]) {
                        return Value::of(Facts::DIGEST);
                    }
                    let mut value = init.clone();
                    value.push(folded);
                    if value.parts.len() < 2 {
                        Value::of(init.facts().joined(folded.facts()).joined(facts))
                    } else {
                        value
                    }
                }
                _ => Value::of(facts),
            },
            "map" | "filter_map" | "flat_map" | "map_or" | "map_or_else" | "and_then" | "then" | "is_some_and"
            | "find_map" => {
                if let Some(value) = handed {
                    return value;
                }
                let is_closure = match call.args.last() {
                    Some(Expr::Path(path)) => path.path.get_ident().is_some_and(|name| self.is_closure(name)),
                    Some(Expr::Closure(_)) => true,
                    _ => false,
                };
                match (call.args.last().filter(|_| is_closure), arguments) {
                    (Some(_), [value]) => value.clone(),
                    (Some(_), [default, value]) => value.clone().or(default.clone()),
                    _ => Value::of(facts),
                }
            }
            "concat" | "join" => {
                let separator = first.cloned().unwrap_or_default();
                self.spend_values(&receiver);
                let mut joined = Value::default();
                if receiver.elements.is_empty() {
                    joined = receiver.clone();
                    if separator.literal().is_some_and(|text| !text.is_empty()) {
                        joined.push(&separator);
                        joined.push(&receiver);
                    }
                } else {
                    for (index, element) in receiver.elements.iter().enumerate() {
                        if index > 0 && name == "join" {
                            joined.push(&separator);
                        }
                        joined.push(element);
                    }
                    // There may be more of the kind.
                    if let ([only], "join") = (receiver.elements.as_slice(), name)
                        && separator.literal().is_some_and(|text| !text.is_empty())
                    {
                        joined.push(&separator);
                        joined.push(only);
                    }
                }
                self.built(&joined);
                joined
            }
            "replace" | "replacen" if arguments.len() >= 2 => {
                let value = self.replaced(call, receiver, arguments);
                self.built(&value);
                value
            }
            "escape_debug" | "escape_default" => Value::of(facts.and(Facts::LINE).and(Facts::QUOTED)),
            "repeat" => Value::of(facts),
            "to_base64" => Value::of(facts.and(Facts::WORD)),
            _ => {
                let all = arguments.iter().map(Value::facts).fold(facts, Facts::joined);
                if receiver.has_text() { Value { is_long_range: false, ..receiver } } else { Value::of(all) }
            }
        }
    }

    fn replaced(&mut self, call: &ExprMethodCall, receiver: Value, arguments: &[Value]) -> Value {
        let Some(from) = arguments[0].literal().map(str::to_owned) else {
            // `replace(|c: char| !c.is_alphanumeric(), "_")`, `replace(['\r', '\n'], " ")`.
            self.spend_values(&arguments[0]);
            let all: String = arguments[0].elements.iter().filter_map(Value::literal).collect();
            let mut more = self.filter(&call.args[0]);
            if all.contains(['\n', '\r']) {
                more = more.and(Facts::LINE);
            }
            if all.contains(['/', '\\']) {
                more = more.and(Facts::PATH);
            }
            return receiver.with(more);
        };
        let to = &arguments[1];
        // A template: what is put in stands wherever the slot is.
        if to.facts().has(Facts::TEXT.and(Facts::NUMBER)) && receiver.has_text() && !from.is_empty() {
            let characters =
                receiver.parts.iter().map(|part| if let Part::Text(text, _) = part { text.len() } else { 0 });
            self.spend_characters(4 * characters.sum::<usize>());
            return texts::fill(&receiver, &from, to);
        }
        let to = to.literal().unwrap_or_default();
        // What was one line is none any more.
        if to.contains(['\n', '\r', '\u{1b}', '\0']) && !from.contains(['\n', '\r']) {
            return receiver.except(Facts::LINE.and(Facts::WORD));
        }
        let mut more = Facts::NONE;
        match from.as_str() {
            "<" if to.contains("&") || to.is_empty() => more = more.and(Facts::HTML),
            "\n" | "\r" | "\r\n" if !to.contains(['\n', '\r']) => more = more.and(Facts::LINE),
            "'" | "\"" if to.contains(['\\', '&']) || to == "''" || to == "\"\"" || to.is_empty() && from == "'" => {
                more = more.and(Facts::QUOTED);
                if to.contains("'\\'") || to.contains("\"'\"") {
                    more = more.and(Facts::SHELL);
                }
            }
            "/" | "\\" => more = more.and(Facts::PATH),
            ".." if to.is_empty() || !to.contains('.') => {}
            // `*` alone closes nothing.
            "(" | ")" if to.starts_with('\\') => more = more.and(Facts::LDAP),
            "%" if to == "%25" => more = more.and(Facts::URL),
            _ => {}
        }
        receiver.with(more)
    }
}

/// `map(String::from)`: what changes the type, and no text.
fn is_conversion(call: &ExprMethodCall) -> bool {
    match call.args.first() {
        Some(Expr::Path(path)) if path.path.segments.len() == 2 => path.path.segments.last().is_some_and(|last| {
            matches!(
                last.ident.to_string().as_str(),
                "from" | "to_string" | "to_owned" | "into" | "as_str" | "as_ref" | "trim" | "clone"
            )
        }),
        _ => false,
    }
}

/// Whether something goes through the characters of a text.
fn is_characters(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "chars" | "bytes" | "char_indices" => true,
            "rev" | "skip" | "by_ref" | "enumerate" => is_characters(&call.receiver),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a method is asked of an iterator, and not of a text.
pub(super) fn is_iterator(expr: &Expr) -> bool {
    let Expr::MethodCall(call) = expr else { return matches!(expr, Expr::Array(_)) };
    matches!(
        call.method.to_string().as_str(),
        "lines"
            | "iter"
            | "into_iter"
            | "split"
            | "splitn"
            | "split_whitespace"
            | "filter"
            | "map"
            | "values"
            | "keys"
            | "chars"
            | "skip"
            | "rev"
            | "flat_map"
            | "filter_map"
            | "enumerate"
            | "copied"
            | "take"
            | "windows"
            | "chunks"
    )
}

/// `parse::<u32>()`: no type of the candidate's own.
fn is_parsed_as_number(call: &ExprMethodCall) -> bool {
    let ty = call.turbofish.as_ref().and_then(|turbofish| turbofish.args.first());
    matches!(ty, Some(syn::GenericArgument::Type(syn::Type::Path(path)))
        if path.path.get_ident().is_some_and(|name| name.to_string().starts_with(char::is_lowercase)))
}

fn parsed(call: &ExprMethodCall, facts: Facts) -> Value {
    let ty = call.turbofish.as_ref().and_then(|turbofish| turbofish.args.first());
    let number = if facts.has(Facts::TEXT) { Facts::NUMBER } else { Facts::NONE };
    match ty {
        Some(syn::GenericArgument::Type(ty)) => of_type(ty, Value::of(number.and(facts.as_number()))),
        _ => Value::of(number),
    }
}
