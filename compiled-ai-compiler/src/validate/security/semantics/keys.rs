//! Values that a name in the text says are secret: what stands beside `password` in a form, or behind `Authorization` in a header.

use syn::{Arm, BinOp, Expr, ExprMethodCall, Pat, UnOp};

use super::doors::pattern_texts;
use super::flow::Flow;
use super::operands::{literal, root};
use super::taint::{Facts, Value};
use crate::validate::security::macros::Arguments;

/// Names of fields and headers that nobody may read in an output.
const KEYS: &[&str] = &[
    "authorization",
    "proxy-authorization",
    "x-auth-token",
    "x-api-key",
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "secret",
    "client_secret",
    "client-secret",
    "api_key",
    "api-key",
    "apikey",
    "access_token",
    "refresh_token",
    "private_key",
    "otp",
    "totp",
    "cvv",
    "cvc",
    "ssn",
    "card_number",
];

/// Fields that name, and fields that hold what is named.
const NAMING: &[&str] = &["name", "key", "field", "header", "label", "k"];
const HOLDING: &[&str] = &["value", "val", "content", "data", "text", "v"];

/// Whether a text is the name of what nobody may read.
pub(super) fn is_key(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '=']).trim_end();
    text.len() <= 24 && KEYS.iter().any(|key| text.eq_ignore_ascii_case(key))
}

/// Whether a text is such a name, and what ends one.
fn is_prefix(text: &str) -> bool {
    text.trim_end().ends_with([':', '=']) && is_key(text)
}

/// Whether a text stands in place of what was hidden: `****`, `[redacted]`.
pub(super) fn is_mask(text: &str) -> bool {
    const SAYS: &[&str] = &["redacted", "masked", "hidden", "removed", "filtered"];
    let text = text.trim();
    let inner = text.trim_matches(|c: char| !c.is_ascii_alphabetic());
    !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '•' | '#' | 'x' | 'X' | '█' | '.'))
        || text.len() <= 40 && SAYS.iter().any(|says| inner.eq_ignore_ascii_case(says))
}

/// Whether a value is, or may be, the name of what nobody may read.
fn names_secret(value: &Value) -> bool {
    value.literal().is_some_and(is_key)
        || value.facts().has(Facts::KEY)
        || value.elements.iter().take(32).any(|element| element.literal().is_some_and(is_key))
}

/// What a condition says of names.
#[derive(Default)]
pub(super) struct Said {
    /// Variables, and fields, that hold such a name where the condition is met, and where it is not.
    met: Vec<String>,
    unmet: Vec<String>,
    /// It asks a function of the candidate for such a name.
    asks: bool,
    /// What begins with the name holds the secret, too.
    is_whole: bool,
}

impl Said {
    fn add(&mut self, name: String, is_met: bool) {
        if is_met { self.met.push(name) } else { self.unmet.push(name) }
    }

    fn is_empty(&self) -> bool {
        self.met.is_empty() && self.unmet.is_empty() && !self.asks
    }
}

impl Flow<'_, '_> {
    /// What a condition says of names.
    pub(super) fn said_of_names(&mut self, cond: &Expr) -> Said {
        let mut said = Said::default();
        self.condition_names(cond, true, &mut said);
        said
    }

    fn condition_names(&mut self, cond: &Expr, is_met: bool, said: &mut Said) {
        let (is_met, of) = match cond {
            Expr::Paren(inner) => return self.condition_names(&inner.expr, is_met, said),
            Expr::Unary(e) if matches!(e.op, UnOp::Not(_)) => return self.condition_names(&e.expr, !is_met, said),
            Expr::Binary(e) if matches!(e.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.condition_names(&e.left, is_met, said);
                return self.condition_names(&e.right, is_met, said);
            }
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) => {
                let is_met = is_met == matches!(e.op, BinOp::Eq(_));
                match (self.is_key_expr(&e.left), self.is_key_expr(&e.right)) {
                    (false, true) => (is_met, &*e.left),
                    (true, false) => (is_met, &*e.right),
                    // A name of several, one of which is such a name.
                    (true, true) if literal(&e.right).is_some() => (is_met, &*e.left),
                    _ => return,
                }
            }
            Expr::MethodCall(call) => match (call.method.to_string().as_str(), call.args.first()) {
                ("starts_with", Some(text)) if literal(text).is_some_and(|text| is_prefix(&text)) => {
                    said.is_whole |= is_met;
                    (is_met, &*call.receiver)
                }
                ("eq_ignore_ascii_case" | "eq" | "starts_with" | "ends_with", Some(text)) if self.is_key_expr(text) => {
                    (is_met, &*call.receiver)
                }
                // `LIST.contains(&name)`, `name.contains("password")`.
                ("contains", Some(name)) if literal(name).is_some_and(|text| is_key(&text)) => {
                    (is_met, &*call.receiver)
                }
                ("contains", Some(name)) if self.is_key_expr(&call.receiver) => (is_met, name),
                _ => return,
            },
            Expr::Call(call) => {
                said.asks |= call.args.iter().any(|argument| self.is_key_expr(argument));
                return;
            }
            Expr::Macro(e) => {
                let reader = self.reader;
                let Some(parsed) = reader.arguments(&e.mac) else { return };
                if let Arguments::Matches(value, pattern, _) = &parsed.1
                    && has_key(pattern)
                    && let Some(name) = root(value)
                {
                    said.add(name, is_met);
                }
                return;
            }
            _ => return,
        };
        if let Some(name) = root(of) {
            said.add(name, is_met);
        }
    }

    /// Whether an expression is the name of what nobody may read, or may be one.
    fn is_key_expr(&mut self, expr: &Expr) -> bool {
        match expr {
            Expr::Lit(_) => literal(expr).is_some_and(|text| is_key(&text)),
            Expr::Reference(inner) => self.is_key_expr(&inner.expr),
            Expr::Paren(inner) => self.is_key_expr(&inner.expr),
            Expr::Unary(inner) => self.is_key_expr(&inner.expr),
            Expr::Array(array) => array.elems.iter().take(32).any(|element| self.is_key_expr(element)),
            Expr::Path(path) => match path.path.get_ident() {
                Some(name) => self.variable(&name.to_string()).is_some_and(|value| names_secret(&value)),
                None => false,
            },
            _ => false,
        }
    }

    /// Follows a branch in which variables hold the names of secrets, so that what stands beside them is one.
    pub(super) fn where_named(&mut self, said: &Said, is_met: bool, follow: impl FnOnce(&mut Self) -> Value) -> Value {
        if said.is_empty() {
            return follow(self);
        }
        let names = if is_met { &said.met } else { &said.unmet };
        if names.is_empty() {
            self.unmark();
            return follow(self);
        }
        let mut beside: Vec<String> = names.iter().filter_map(|name| self.frame().beside.get(name).cloned()).collect();
        if said.is_whole && is_met {
            beside.extend(names.iter().cloned());
        }
        self.with_marked(beside, names, follow)
    }

    /// The same for an arm of a `match` over `of`.
    pub(super) fn in_arm(&mut self, arm: &Arm, of: Option<&str>, follow: impl FnOnce(&mut Self) -> Value) -> Value {
        let address = std::ptr::from_ref(arm);
        let is_named = match self.key_arms.get(&address) {
            Some(known) => *known,
            None => {
                let is_named = has_key(&arm.pat);
                self.key_arms.insert(address, is_named);
                is_named
            }
        };
        if !is_named {
            return follow(self);
        }
        let mut beside = vec![];
        bound_beside(&arm.pat, &mut beside);
        let names: Vec<String> = of.map(str::to_owned).into_iter().collect();
        beside.extend(names.iter().filter_map(|name| self.frame().beside.get(name).cloned()));
        self.with_marked(beside, &names, follow)
    }

    fn with_marked(&mut self, beside: Vec<String>, names: &[String], follow: impl FnOnce(&mut Self) -> Value) -> Value {
        let mut before = vec![];
        for name in beside {
            if let Some(value) = self.frame().variables.get(&name).filter(|value| value.facts().has(Facts::TEXT)) {
                let (value, marked) = (value.clone(), value.clone().with(Facts::KEYED));
                before.push((name.clone(), value));
                self.frame().variables.insert(name, marked);
            }
        }
        let mut fields = vec![];
        if names.iter().any(|name| NAMING.contains(&name.as_str())) {
            for name in HOLDING {
                if let Some(value) = self.fields.get(*name).filter(|value| value.facts().has(Facts::TEXT)) {
                    let (value, marked) = (value.clone(), value.clone().with(Facts::KEYED));
                    fields.push((*name, value));
                    self.fields.insert((*name).to_owned(), marked);
                }
            }
        }
        let result = follow(self);
        self.frame().variables.extend(before);
        self.fields.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
        result
    }

    /// What was looked up by a name that may be any of several, where it is known to be none of a secret.
    fn unmark(&mut self) {
        for value in self.frame().variables.values_mut() {
            if value.parts.len() == 1 && value.facts().has(Facts::KEYED) {
                *value = std::mem::take(value).except(Facts::KEYED);
            }
        }
    }

    /// `headers.get("authorization")`, `line.strip_prefix("password=")`, `pairs.find(|(name, _)| *name == "otp")`.
    pub(super) fn is_looked_up(&mut self, call: &ExprMethodCall, name: &str, arguments: &[Value]) -> bool {
        match name {
            "get" | "get_mut" | "remove" | "strip_prefix" => arguments.first().is_some_and(names_secret),
            "find" | "filter" => match call.args.first() {
                Some(Expr::Closure(closure)) => !self.said_of_names(&closure.body).met.is_empty(),
                _ => false,
            },
            _ => false,
        }
    }
}

fn has_key(pattern: &Pat) -> bool {
    let mut texts = vec![];
    pattern_texts(pattern, &mut texts);
    texts.iter().any(|(text, _)| is_key(text))
}

/// The names that a tuple binds beside such a name: `v` of `("password", v)`.
fn bound_beside(pattern: &Pat, found: &mut Vec<String>) {
    match pattern {
        Pat::Tuple(tuple) if tuple.elems.iter().any(has_key) => {
            found.extend(tuple.elems.iter().filter_map(ident));
        }
        Pat::Tuple(tuple) => tuple.elems.iter().for_each(|inner| bound_beside(inner, found)),
        Pat::TupleStruct(tuple) => tuple.elems.iter().for_each(|inner| bound_beside(inner, found)),
        Pat::Or(or) => or.cases.iter().for_each(|case| bound_beside(case, found)),
        Pat::Paren(inner) => bound_beside(&inner.pat, found),
        Pat::Reference(inner) => bound_beside(&inner.pat, found),
        Pat::Guard(guard) => bound_beside(&guard.pat, found),
        _ => {}
    }
}

/// The name that a pattern binds, by itself.
pub(super) fn ident(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) => Some(name.ident.to_string()),
        Pat::Reference(inner) => ident(&inner.pat),
        Pat::Paren(inner) => ident(&inner.pat),
        _ => None,
    }
}
