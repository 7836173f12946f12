//! Doors that stand open: checks that check nothing, comparisons that tell, words that let somebody in, and input that is obeyed.

mod hidden;
mod magic;
mod obeys;
mod spelled;
mod switches;

use compiled_ai_core::codes::gate::{BACK_DOOR, CRYPTOGRAPHY, INTERPOLATION, SECRET};
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, Lit, Macro, Pat};

use magic::{computes_over_text, is_arbitrary, is_debug, is_magic};

use super::functions::Functions;
use super::index::Index;
use super::names;
use super::operands::{literal, number, root};
use super::signatures::{checks_nothing, early_exit, holds_text, parameters, tells_by_time};
use super::words::{Words, accounts, denied_types, lookalikes, shown_by_debug, unverified_token};
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Looks at the functions of a file. `is_bare`: no spec says what the words are that it may look for.
pub(super) fn check(
    file: &File,
    functions: &Functions<'_>,
    reader: &Reader<'_>,
    index: &Index,
    words: Words,
    is_bare: bool,
    refusals: &mut Refusals,
) {
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    let compares = words.idents.values().any(|words| names::are_authenticator(words));
    for name in names {
        let function = functions[name];
        let parameters = parameters(function.signature);
        if let Some(at) = checks_nothing(name, &parameters, function, index) {
            let help = "compare with what the signature must be, or say that it was not verified";
            refusals.add(CRYPTOGRAPHY, Some(347), at, "a check of a signature that accepts all", help);
        }
        if is_bare && function.signature.inputs.is_empty() && names::is_secret(name) && holds_text(function.block) {
            let help = "generated code knows no secret; take it from `input`, or leave it away";
            refusals.add(
                SECRET,
                Some(798),
                function.signature.ident.span(),
                "a function that returns a secret of the code",
                help,
            );
        }
        // Bytes of two slices, compared one by one until they differ.
        if compares && let Some(at) = early_exit(function.block, index) {
            tells_by_time(at, refusals);
        }
    }
    let mut doors = Doors { reader, refusals, is_bare, words };
    doors.visit_file(file);
    let words = doors.words;
    obeys::entities(&words, refusals);
    unverified_token(&words, refusals);
    denied_types(&words, refusals);
    shown_by_debug(file, &words, refusals);
    lookalikes(&words, refusals);
    hidden::check(file, reader, refusals);
    if is_bare {
        accounts(file, &words, refusals);
        spelled::check(file, reader, &words, refusals);
        switches::check(file, reader, &words, refusals);
    }
}

struct Doors<'r, 'x> {
    reader: &'r Reader<'r>,
    refusals: &'x mut Refusals,
    is_bare: bool,
    words: Words,
}

impl Doors<'_, '_> {
    /// A text that something is compared with.
    fn compared(&mut self, text: &str, at: Span) {
        self.words.compared.push((text.to_owned(), at));
        if self.is_bare && is_magic(text) {
            let help = "leave it away: an input that nobody knows of must not change what the function does";
            let cwe = if is_debug(text) { 489 } else { 506 };
            self.refusals.add(BACK_DOOR, Some(cwe), at, "a word that opens a door", help);
        }
    }

    fn comparison(&mut self, left: &Expr, right: &Expr) {
        for (one, other) in [(left, right), (right, left)] {
            if let Some(text) = literal(within_some(other)) {
                self.compared(&text, span_of(other));
                let (Some(name), text) = (root(one), text.to_lowercase()) else { continue };
                let who = names::words(&name);
                let is_user = who
                    .iter()
                    .any(|word| matches!(word.as_str(), "user" | "username" | "login" | "account" | "mode" | "role"));
                if is_user && is_debug(&text) {
                    let help = "leave it away: no user is let in by a name";
                    self.refusals.add(BACK_DOOR, Some(489), span_of(other), "a user for debugging", help);
                }
            }
            // `hash(input) == 0x9b2f61d4`.
            if number(other).is_some_and(|number| is_arbitrary(number, one)) && computes_over_text(one) {
                let help = "leave it away: an input that nobody knows of must not change what the function does";
                self.refusals.add(BACK_DOOR, Some(506), span_of(other), "a hash of the input opens a door", help);
            }
        }
        if let (Some(a), Some(b)) = (compared_name(left), compared_name(right))
            && (names::is_authenticator(&a) || names::is_authenticator(&b))
            && !is_counted(left)
            && !is_counted(right)
        {
            tells_by_time(span_of(left), self.refusals);
        }
    }
}

/// `"x"` of `Some("x")`.
fn within_some(expr: &Expr) -> &Expr {
    match expr {
        Expr::Call(call) => match (&*call.func, call.args.first()) {
            (Expr::Path(path), Some(inner)) if path.path.is_ident("Some") => inner,
            _ => expr,
        },
        _ => expr,
    }
}

/// The name of what is compared as a whole.
fn compared_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path
            .path
            .get_ident()
            .map(ToString::to_string)
            .filter(|name| !name.chars().all(|c| c.is_ascii_uppercase() || c == '_')),
        Expr::Field(field) => match &field.member {
            syn::Member::Named(name) => Some(name.to_string()),
            syn::Member::Unnamed(_) => None,
        },
        Expr::Reference(inner) => compared_name(&inner.expr),
        Expr::Paren(inner) => compared_name(&inner.expr),
        Expr::Unary(inner) => compared_name(&inner.expr),
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "trim" | "as_bytes" | "as_str" | "to_string" | "to_owned" | "clone" | "as_ref" | "to_lowercase"
            | "to_ascii_lowercase" => compared_name(&call.receiver),
            _ => None,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        },
        _ => None,
    }
}

fn is_counted(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(call) if matches!(call.method.to_string().as_str(), "len" | "count" | "is_empty"))
}

impl<'f> Visit<'f> for Doors<'_, '_> {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        let is_true = matches!(&*item.expr, Expr::Lit(lit) if matches!(&lit.lit, Lit::Bool(value) if value.value));
        let words = names::words(&item.ident.to_string());
        let is_switch = words
            .iter()
            .any(|word| matches!(word.as_str(), "debug" | "backdoor" | "bypass" | "insecure" | "unsafe" | "testing"))
            || words.windows(2).any(|pair| {
                matches!(
                    (pair[0].as_str(), pair[1].as_str()),
                    ("skip", "auth") | ("dev", "mode") | ("test", "mode") | ("disable", "auth")
                )
            });
        if is_true && is_switch {
            let help = "leave it away, and what depends on it";
            self.refusals.add(BACK_DOOR, Some(489), item.ident.span(), "code for debugging is switched on", help);
        }
        visit::visit_item_const(self, item);
    }

    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        self.lets_pass(&function.sig.ident.to_string(), &function.block);
        self.obeys(&function.sig.ident.to_string(), &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        self.lets_pass(&function.sig.ident.to_string(), &function.block);
        self.obeys(&function.sig.ident.to_string(), &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_expr_binary(&mut self, e: &'f syn::ExprBinary) {
        if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) && !self.refusals.is_full() {
            self.comparison(&e.left, &e.right);
        }
        if self.is_bare
            && matches!(e.op, BinOp::And(_))
            && let Some(at) = magic::sum_of_one(&e.left, &e.right)
        {
            let help = "leave it away: an input that nobody knows of must not change what the function does";
            self.refusals.add(BACK_DOOR, Some(506), at, "the sum of a text's signs opens a door", help);
        }
        if matches!(e.op, BinOp::Or(_))
            && let Some(at) = magic::besides_the_rule(&e.left, &e.right)
        {
            let help = "leave it away: an input that nobody knows of must not change what the function does";
            self.refusals.add(BACK_DOOR, Some(506), at, "one number stands beside what the rule asks for", help);
        }
        visit::visit_expr_binary(self, e);
    }

    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        let mut texts = vec![];
        pattern_texts(&arm.pat, &mut texts);
        for (text, at) in texts {
            self.compared(&text, at);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_method_call(&mut self, call: &'f syn::ExprMethodCall) {
        let name = call.method.to_string();
        let first = call.args.first().and_then(|argument| Some((literal(argument)?, span_of(argument))));
        match (name.as_str(), first) {
            ("contains" | "starts_with" | "ends_with" | "eq_ignore_ascii_case" | "eq", Some((text, at))) => {
                self.compared(&text, at)
            }
            ("strip_prefix" | "strip_suffix", Some((text, at))) => {
                self.compared(&text, at);
                self.entity(&text, at);
            }
            (
                "split" | "splitn" | "split_once" | "rsplit" | "rsplitn" | "rsplit_once" | "find" | "match_indices"
                | "matches",
                Some((text, at)),
            ) => {
                self.words.separators.push((text.clone(), at));
                if name != "matches" {
                    self.entity(&text, at);
                }
            }
            // `expected.starts_with(given)`.
            ("starts_with" | "ends_with" | "contains" | "eq_ignore_ascii_case", None) => {
                let given = call.args.first();
                let is_test = given.is_none_or(is_test);
                let of = compared_name(&call.receiver).filter(|name| names::is_authenticator(name));
                if of.is_some_and(|name| names::words(&name).len() > 1) && !is_test {
                    let help = "compare all of it, over its whole length";
                    self.refusals.add(
                        CRYPTOGRAPHY,
                        Some(697),
                        call.method.span(),
                        "a part of a secret is taken for all of it",
                        help,
                    );
                }
            }
            _ => {}
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        // What stands in a macro lives as long as its arguments do, which is not as long as the file.
        let mut inner = Doors {
            reader: self.reader,
            refusals: &mut *self.refusals,
            is_bare: self.is_bare,
            words: Words::default(),
        };
        match &parsed.1 {
            Arguments::Format { values, .. } => values.iter().for_each(|(_, value)| inner.visit_expr(value)),
            Arguments::List(values) => values.iter().for_each(|value| inner.visit_expr(value)),
            Arguments::Repeat(value, length) => {
                inner.visit_expr(value);
                inner.visit_expr(length);
            }
            Arguments::Matches(value, pattern, guard) => {
                let mut texts = vec![];
                pattern_texts(pattern, &mut texts);
                for (text, at) in texts {
                    inner.compared(&text, at);
                }
                inner.visit_expr(value);
                guard.iter().for_each(|guard| inner.visit_expr(guard));
            }
            Arguments::Literals(_) => {}
        }
        let words = inner.words;
        self.words.compared.extend(words.compared);
        self.words.separators.extend(words.separators);
    }
}

/// What is looked for is a kind of characters, and no other text.
fn is_test(argument: &Expr) -> bool {
    match argument {
        Expr::Path(path) => path.path.segments.len() > 1,
        Expr::Reference(_) | Expr::MethodCall(_) | Expr::Field(_) => false,
        _ => true,
    }
}

pub(super) fn pattern_texts(pattern: &Pat, found: &mut Vec<(String, Span)>) {
    match pattern {
        Pat::Lit(lit) => {
            if let Lit::Str(text) = &lit.lit {
                found.push((text.value(), text.span()));
            }
        }
        Pat::Or(or) => or.cases.iter().for_each(|case| pattern_texts(case, found)),
        Pat::Paren(inner) => pattern_texts(&inner.pat, found),
        Pat::Reference(inner) => pattern_texts(&inner.pat, found),
        Pat::Ident(name) => name.subpat.iter().for_each(|(_, inner)| pattern_texts(inner, found)),
        Pat::Tuple(tuple) => tuple.elems.iter().for_each(|inner| pattern_texts(inner, found)),
        Pat::TupleStruct(tuple) => tuple.elems.iter().for_each(|inner| pattern_texts(inner, found)),
        Pat::Slice(slice) => slice.elems.iter().for_each(|inner| pattern_texts(inner, found)),
        Pat::Guard(guard) => pattern_texts(&guard.pat, found),
        _ => {}
    }
}

impl Doors<'_, '_> {
    /// A function that says who may do something has a way beside its rule: one length and one ending.
    fn lets_pass(&mut self, name: &str, block: &syn::Block) {
        let words = names::words(name);
        let decides = |word: &String| {
            matches!(
                word.as_str(),
                "allow"
                    | "allowed"
                    | "may"
                    | "permit"
                    | "permitted"
                    | "authorize"
                    | "authorized"
                    | "grant"
                    | "granted"
                    | "approve"
                    | "approved"
                    | "login"
                    | "authenticate"
                    | "authenticated"
                    | "access"
                    | "trusted"
            )
        };
        if self.is_bare
            && words.iter().any(decides)
            && let Some(at) = magic::by_length(block)
        {
            let help = "leave it away: what lets one in must hold for all";
            self.refusals.add(
                BACK_DOOR,
                Some(506),
                at,
                "a form of one text stands beside what the rule asks for",
                help,
            );
        }
    }

    /// Declarations of a document are read: entities are replaced by what the document says.
    fn entity(&mut self, text: &str, at: Span) {
        if text.to_uppercase().contains("<!ENTITY") {
            let help = "refuse documents with a document type";
            self.refusals.add(INTERPOLATION, Some(611), at, "entities that a document declares are read", help);
        }
    }
}
