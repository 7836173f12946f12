//! Answers that belong to inputs that are known.

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Block, Expr, File, Pat, Stmt};

use super::super::operands::{literal, number};
use crate::validate::security::place::span_of;

/// Where the second input is recognised by what stands in no other, and a whole answer is given for it.
pub(super) fn by_heart(file: &File) -> Option<Span> {
    let mut answers = Answers(vec![]);
    answers.visit_file(file);
    answers.0.get(1).copied().or_else(|| tables_of_documents(file))
}

/// A table of whole documents beside what is answered for each.
fn tables_of_documents(file: &File) -> Option<Span> {
    file.items.iter().find_map(|item| match item {
        syn::Item::Const(item) => {
            let rows = match &*item.expr {
                Expr::Reference(reference) => &*reference.expr,
                value => value,
            };
            let Expr::Array(rows) = rows else { return None };
            let known = rows.elems.iter().filter(|row| first_text(row).is_some_and(|text| is_document(&text)));
            (known.count() >= 3).then(|| item.ident.span())
        }
        _ => None,
    })
}

/// The text at the beginning of a row that has more than it.
fn first_text(row: &Expr) -> Option<String> {
    match row {
        Expr::Tuple(tuple) if tuple.elems.len() > 1 => literal(&tuple.elems[0]),
        Expr::Struct(row) if row.fields.len() > 1 => literal(&row.fields[0].expr),
        Expr::Call(call) if call.args.len() > 1 => literal(&call.args[0]),
        _ => None,
    }
}

/// Sentences, which no list of words or names holds as what is looked for.
fn is_document(text: &str) -> bool {
    text.split_whitespace().count() >= 7 && text.len() >= 40 && text.trim_end().ends_with(['.', '!', '?'])
}

struct Answers(Vec<Span>);

impl<'f> Visit<'f> for Answers {
    fn visit_expr_if(&mut self, e: &'f syn::ExprIf) {
        if singles_out(&e.cond) && block_answer(&e.then_branch).is_some_and(is_answer) {
            self.0.push(span_of(&e.cond));
        }
        visit::visit_expr_if(self, e);
    }

    fn visit_arm(&mut self, arm: &'f syn::Arm) {
        let mut texts = vec![];
        super::super::doors::pattern_texts(&arm.pat, &mut texts);
        let is_single = matches!(texts.as_slice(), [(text, _)] if is_specific(text));
        let by_guard = matches!(&arm.pat, Pat::Guard(guard) if singles_out(&guard.guard));
        if (is_single || by_guard) && text_of(&arm.body).is_some_and(|text| is_answer(&text)) {
            self.0.push(span_of(&arm.body));
        }
        visit::visit_arm(self, arm);
    }
}

/// A condition that holds for one input: a long text with digits in it, or a length.
fn singles_out(cond: &Expr) -> bool {
    match cond {
        Expr::Paren(inner) => singles_out(&inner.expr),
        Expr::Binary(e) if matches!(e.op, syn::BinOp::And(_) | syn::BinOp::Or(_)) => {
            singles_out(&e.left) || singles_out(&e.right)
        }
        Expr::Binary(e) if matches!(e.op, syn::BinOp::Eq(_)) => {
            [(&e.left, &e.right), (&e.right, &e.left)].into_iter().any(|(one, other)| {
                literal(other).is_some_and(|text| is_specific(&text))
                    || is_length(one) && number(other).is_some_and(|number| number >= 24)
            })
        }
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "starts_with" | "ends_with" | "contains" | "eq")
                && call.args.first().and_then(literal).is_some_and(|text| is_specific(&text))
        }
        _ => false,
    }
}

fn is_length(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(call) if matches!(call.method.to_string().as_str(), "len" | "count"))
}

/// A text of one document: three digits and more than a code has letters, or a number with its separators.
fn is_specific(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3 && (text.len() >= 12 || digits >= 5 && text.len() > digits)
}

/// A text that holds values: figures, and more than one word.
fn is_answer(text: impl AsRef<str>) -> bool {
    let text = text.as_ref();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let separators =
        text.bytes().filter(|byte| matches!(byte, b' ' | b',' | b':' | b';' | b'|' | b'\t' | b'=')).count();
    digits >= 3 && text.len() >= 12 && separators >= 1
}

fn block_answer(block: &Block) -> Option<String> {
    match block.stmts.as_slice() {
        [Stmt::Expr(expr, _)] => text_of(expr),
        _ => None,
    }
}

/// The literal that an expression is, behind what makes a `String` or a result of it.
fn text_of(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Return(e) => text_of(e.expr.as_deref()?),
        Expr::Block(e) => block_answer(&e.block),
        Expr::MethodCall(call) if call.args.is_empty() => text_of(&call.receiver),
        Expr::Call(call) if call.args.len() == 1 => text_of(&call.args[0]),
        Expr::Macro(e) => {
            let mut tokens = e.mac.tokens.clone().into_iter();
            match (tokens.next(), tokens.next()) {
                (Some(proc_macro2::TokenTree::Literal(text)), None) => match syn::Lit::new(text) {
                    syn::Lit::Str(text) => Some(text.value()),
                    _ => None,
                },
                _ => None,
            }
        }
        other => literal(other),
    }
}
