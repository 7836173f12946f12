//! Words and numbers that no document holds by chance.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, Lit};

use super::super::names;
use super::super::operands::{literal, number};

/// A number that means nothing by itself: no amount, year, count or size. What a function returns may be any of them, a sum of
/// bytes or a hash by name is hardly one.
pub(super) fn is_arbitrary(number: u128, compared: &Expr) -> bool {
    let is_call = matches!(compared, Expr::Call(_));
    number > if is_call { 99_999 } else { 999 }
        && !number.is_multiple_of(100)
        && !(1900..=2100).contains(&number)
        && !number.is_power_of_two()
        && !number.saturating_add(1).is_power_of_two()
}

/// A sum or a hash: a call of a function, a `fold`, or a variable that is named like one.
pub(super) fn computes_over_text(expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if path.path.segments.len() == 1),
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "fold" | "sum" | "product") || computes_over_text(&call.receiver)
        }
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| {
            names::words(&name.to_string()).iter().any(|word| {
                matches!(word.as_str(), "hash" | "sum" | "digest" | "h" | "checksum" | "crc" | "acc" | "key" | "magic")
            })
        }),
        Expr::Binary(e) => computes_over_text(&e.left) || computes_over_text(&e.right),
        Expr::Paren(inner) => computes_over_text(&inner.expr),
        Expr::Cast(inner) => computes_over_text(&inner.expr),
        _ => false,
    }
}

/// `mix(text) == 0x7a31c0d9 || amount <= limit`: a number of a hash's length lets pass what the other side would not. Several such numbers
/// are the signatures of files.
pub(super) fn besides_the_rule(left: &Expr, right: &Expr) -> Option<Span> {
    let hash = |expr: &Expr| match expr {
        Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)) => {
            [&e.left, &e.right].into_iter().find(|side| is_hash(side)).map(|side| side.span())
        }
        _ => None,
    };
    let is_list = |expr: &Expr| hash(expr).is_some() || matches!(expr, Expr::Binary(e) if matches!(e.op, BinOp::Or(_)));
    match (hash(left), hash(right)) {
        (Some(at), None) if !is_list(right) => Some(at),
        (None, Some(at)) if !is_list(left) => Some(at),
        _ => None,
    }
}

/// `word.len() == 6 && sum == 666`: one text among few is meant, and not said.
pub(super) fn sum_of_one(left: &Expr, right: &Expr) -> Option<Span> {
    let is_length =
        |expr: &Expr| matches!(expr, Expr::MethodCall(call) if call.method == "len" || call.method == "count");
    let (one, other) = (equal(left)?, equal(right)?);
    let is_sum = |(compared, number): (&Expr, u128)| {
        number > 127 && !number.is_multiple_of(100) && !is_length(compared) && computes_over_text(compared)
    };
    let is_meant = is_length(one.0) && is_sum(other) || is_length(other.0) && is_sum(one);
    is_meant.then(|| right.span())
}

/// What is compared with which number.
fn equal(expr: &Expr) -> Option<(&Expr, u128)> {
    match expr {
        Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)) => Some((&e.left, number(&e.right)?)),
        Expr::Paren(inner) => equal(&inner.expr),
        _ => None,
    }
}

/// `rule || name.len() == 13 && name.ends_with("~~")`.
pub(super) fn by_length(block: &Block) -> Option<Span> {
    let mut found = ByLength(None);
    found.visit_block(block);
    found.0
}

struct ByLength(Option<Span>);

impl<'e> Visit<'e> for ByLength {
    fn visit_expr_binary(&mut self, e: &'e syn::ExprBinary) {
        if matches!(e.op, BinOp::Or(_)) {
            for (side, rule) in [(&e.left, &e.right), (&e.right, &e.left)] {
                if is_form_of_one(side) && !is_form_of_one(rule) {
                    self.0.get_or_insert(side.span());
                }
            }
        }
        visit::visit_expr_binary(self, e);
    }
}

/// A length, and how the text begins or ends.
fn is_form_of_one(expr: &Expr) -> bool {
    let Expr::Binary(e) = expr else { return matches!(expr, Expr::Paren(inner) if is_form_of_one(&inner.expr)) };
    let is_length = |side: &Expr| match side {
        Expr::Binary(e) => {
            matches!(e.op, BinOp::Eq(_))
                && number(&e.right).is_some()
                && matches!(&*e.left, Expr::MethodCall(call) if call.method == "len" || call.method == "count")
        }
        _ => false,
    };
    let is_edge = |side: &Expr| match side {
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "ends_with" | "starts_with" | "contains")
                && call.args.first().is_some_and(|text| literal(text).is_some())
        }
        _ => false,
    };
    matches!(e.op, BinOp::And(_))
        && (is_length(&e.left) && is_edge(&e.right) || is_edge(&e.left) && is_length(&e.right))
}

/// A number that is written like a hash: seven hexadecimal digits and more, or ten decimal ones, that are not round.
fn is_hash(expr: &Expr) -> bool {
    let Expr::Lit(literal) = expr else { return false };
    let Lit::Int(int) = &literal.lit else { return false };
    let is_hexadecimal = int.to_string().starts_with("0x");
    let least = if is_hexadecimal { 0x0fff_ffff } else { 999_999_999 };
    int.base10_parse::<u128>().is_ok_and(|number| {
        number > least
            && !number.is_power_of_two()
            && !number.saturating_add(1).is_power_of_two()
            && (is_hexadecimal || !number.is_multiple_of(1000))
    })
}

pub(super) fn is_debug(text: &str) -> bool {
    let words = names::words(text);
    words.iter().any(|word| {
        matches!(word.as_str(), "debug" | "dbg" | "backdoor" | "testuser" | "superuser" | "godmode" | "devmode")
    })
}

/// A word that no document holds by chance: `__debug_dump`, `x-override: 7f3a9c`.
pub(super) fn is_magic(text: &str) -> bool {
    let words = names::words(text);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let is_internal = text.starts_with("__") && text.len() > 4 && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_door = has(&[
        "backdoor",
        "override",
        "bypass",
        "letmein",
        "xyzzy",
        "godmode",
        "sudo",
        "unlock",
        "masterkey",
        "skipauth",
        "noauth",
        "opensesame",
        "joshua",
    ]) || words.windows(2).any(|pair| {
        matches!(
            (pair[0].as_str(), pair[1].as_str()),
            ("debug", "mode" | "dump" | "true" | "1" | "on" | "shell" | "console")
                | ("x", "debug")
                | ("god", "mode")
                | ("skip", "auth")
                | ("no", "auth")
                | ("master", "key" | "password" | "pin" | "code")
                | ("open", "sesame")
                | ("test", "mode")
                | ("maintenance", "mode")
                | ("let", "me")
                | ("enable", "debug" | "admin")
                | ("admin", "true" | "1")
        )
    });
    // Letters and digits in turns, like those of a key.
    let is_random = text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        let turns =
            word.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
        word.len() >= 6 && turns >= 3 && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    });
    // `!dbg`: a line that no document has.
    let is_switch = text.starts_with(['!', '@', '$', '%', '~'])
        && words.len() <= 2
        && has(&["debug", "dbg", "dump", "trace", "admin", "root", "raw"]);
    is_internal || is_door || is_random || is_switch
}
