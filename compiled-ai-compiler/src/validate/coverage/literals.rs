//! Which expressions are literals, and which calls decide something by one.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{Expr, File, ImplItemFn, Lit, UnOp};

use super::macros;

/// What a call says of its literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decides {
    /// By being true.
    Truth,
    /// By there being a value.
    Presence,
}

/// Methods of texts, lists, maps and regular expressions.
const TRUE: &[&str] =
    &["all", "any", "contains", "contains_key", "ends_with", "eq", "eq_ignore_ascii_case", "is_match", "starts_with"];
const PRESENT: &[&str] = &[
    "captures",
    "find",
    "position",
    "rfind",
    "rposition",
    "rsplit_once",
    "split_once",
    "strip_prefix",
    "strip_suffix",
];

/// Functions of the kit, with their module.
const KIT_TRUE: &[&str] = &[
    "text::contains_any_ci",
    "text::contains_ci",
    "text::contains_word_ci",
    "text::ends_with_ci",
    "text::similar_label",
    "text::starts_with_ci",
];
const KIT_PRESENT: &[&str] = &[
    "table::column",
    "table::find_header",
    "table::get",
    "text::after_ci",
    "text::before_ci",
    "text::between_ci",
    "text::find_ci",
    "text::find_word_ci",
    "text::label_cell",
    "text::label_value",
    "text::label_value_similar",
    "text::rfind_ci",
    "text::strip_prefix_ci",
    "text::strip_suffix_ci",
];

/// Whether a method of this name decides something, and how it says so.
pub(super) fn method(name: &str) -> Option<Decides> {
    decides(name, TRUE, PRESENT)
}

/// Whether a function decides something, and how it says so.
pub(super) fn function(called: &Expr) -> Option<Decides> {
    let Expr::Path(path) = called else { return None };
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    decides(&names.join("::"), KIT_TRUE, KIT_PRESENT)
}

fn decides(name: &str, truths: &[&str], presences: &[&str]) -> Option<Decides> {
    let truth = truths.contains(&name).then_some(Decides::Truth);
    truth.or(presences.contains(&name).then_some(Decides::Presence))
}

/// The names of the candidate's own methods: they return what they like.
pub(super) fn own_methods(file: &File) -> BTreeSet<String> {
    struct Own(BTreeSet<String>);

    impl<'ast> Visit<'ast> for Own {
        fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
            self.0.insert(function.sig.ident.to_string());
            visit::visit_impl_item_fn(self, function);
        }
    }

    let mut own = Own(BTreeSet::new());
    own.visit_file(file);
    // Implementing `PartialEq` by hand makes no other method of `==`.
    own.0.remove("eq");
    own.0
}

/// Whether an expression is a literal, or made of nothing else: `-1`, `Some("a")`, `Decimal::from(30)`, `LIMIT`, `["a", "b"]`.
/// `true` and `false` are none: what they decide is seen by the branches.
pub(super) fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => !matches!(literal.lit, Lit::Bool(_)),
        Expr::Path(path) => {
            path.path.segments.last().is_some_and(|segment| is_constant_name(&segment.ident.to_string()))
        }
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_) | UnOp::Deref(_)) && is_literal(&unary.expr),
        Expr::Reference(reference) => is_literal(&reference.expr),
        Expr::Paren(paren) => is_literal(&paren.expr),
        Expr::Group(group) => is_literal(&group.expr),
        Expr::Cast(cast) => is_literal(&cast.expr),
        Expr::Array(array) => !array.elems.is_empty() && array.elems.iter().all(is_literal),
        Expr::Tuple(tuple) => !tuple.elems.is_empty() && tuple.elems.iter().all(is_literal),
        Expr::Call(call) => {
            matches!(&*call.func, Expr::Path(_)) && !call.args.is_empty() && call.args.iter().all(is_literal)
        }
        Expr::MethodCall(call) => is_literal(&call.receiver) && call.args.iter().all(is_literal),
        Expr::Binary(binary) => is_literal(&binary.left) && is_literal(&binary.right),
        Expr::Range(range) => {
            let bounds = || range.start.iter().chain(&range.end);
            bounds().next().is_some() && bounds().all(|bound| is_literal(bound))
        }
        // `regex!("…")`; the others take values.
        Expr::Macro(call) => macros::is_called(&call.mac, "regex") || macros::is_called(&call.mac, "concat"),
        _ => false,
    }
}

/// Whether a chain of calls begins with a literal: `WORDS.iter()`.
pub(super) fn is_rooted(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => is_literal(expr) || is_rooted(&call.receiver),
        _ => is_literal(expr),
    }
}

/// Whether a name is one of a constant.
pub(super) fn is_constant_name(name: &str) -> bool {
    name.len() > 1
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

/// The values of an expression's literals, and the names of its constants; at least one.
pub(super) fn values(expr: &Expr) -> Vec<String> {
    struct Values(Vec<String>);

    impl<'ast> Visit<'ast> for Values {
        fn visit_lit(&mut self, literal: &'ast Lit) {
            self.0.extend(value(literal));
        }

        fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
            let name = path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            if is_constant_name(&name) {
                self.0.push(name);
            }
        }

        fn visit_macro(&mut self, call: &'ast syn::Macro) {
            self.0.push(call.tokens.to_string());
        }
    }

    let mut values = Values(vec![]);
    values.visit_expr(expr);
    if values.0.is_empty() {
        values.0.push(String::new());
    }
    values.0
}

/// The value of a literal; `None` of `true` and `false`.
pub(super) fn value(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => Some(text.value()),
        Lit::Char(c) => Some(c.value().to_string()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Byte(byte) => Some(char::from(byte.value()).to_string()),
        Lit::ByteStr(bytes) => Some(String::from_utf8_lossy(&bytes.value()).into_owned()),
        _ => None,
    }
}
