//! Where expressions stand, without printing them: syn finds a place by printing all that stands there.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Expr, Member, Path, PathArguments, Type};

/// From the first token of an expression to its last. Attributes count as no part of it.
pub(super) fn span_of(expr: &Expr) -> Span {
    since(expr, last(expr))
}

/// From the first token of an expression to one that stands behind it.
pub(super) fn since(start: &Expr, end: Span) -> Span {
    let first = first(start);
    first.join(end).unwrap_or(first)
}

fn first(expr: &Expr) -> Span {
    let label = |label: &Option<syn::Label>, token: Span| label.as_ref().map_or(token, |label| label.name.apostrophe);
    match expr {
        Expr::Array(e) => e.bracket_token.span.open(),
        Expr::Assign(e) => first(&e.left),
        Expr::Await(e) => first(&e.base),
        Expr::Binary(e) => first(&e.left),
        Expr::Block(e) => label(&e.label, e.block.brace_token.span.open()),
        Expr::Break(e) => e.break_token.span,
        Expr::Call(e) => first(&e.func),
        Expr::Cast(e) => first(&e.expr),
        Expr::Closure(e) => e.capture.as_ref().map_or(e.inputs_begin.span, |capture| capture.span),
        Expr::Continue(e) => e.continue_token.span,
        Expr::Field(e) => first(&e.base),
        Expr::ForLoop(e) => label(&e.label, e.for_token.span),
        Expr::Group(e) => first(&e.expr),
        Expr::If(e) => e.if_token.span,
        Expr::Index(e) => first(&e.expr),
        Expr::Let(e) => e.let_token.span,
        Expr::Lit(e) => e.lit.span(),
        Expr::Loop(e) => label(&e.label, e.loop_token.span),
        Expr::Macro(e) => start_of(&e.mac.path),
        Expr::Match(e) => e.match_token.span,
        Expr::MethodCall(e) => first(&e.receiver),
        Expr::Paren(e) => e.paren_token.span.open(),
        Expr::Path(e) if e.qself.is_none() => start_of(&e.path),
        Expr::Range(e) => e.start.as_ref().map_or_else(|| e.limits.span(), |start| first(start)),
        Expr::Reference(e) => e.and_token.span,
        Expr::Repeat(e) => e.bracket_token.span.open(),
        Expr::Return(e) => e.return_token.span,
        Expr::Struct(e) if e.qself.is_none() => start_of(&e.path),
        Expr::Try(e) => first(&e.expr),
        Expr::Tuple(e) => e.paren_token.span.open(),
        Expr::Unary(e) => e.op.span(),
        Expr::Unsafe(e) => e.unsafe_token.span,
        Expr::While(e) => label(&e.label, e.while_token.span),
        other => other.span(),
    }
}

fn last(expr: &Expr) -> Span {
    match expr {
        Expr::Array(e) => e.bracket_token.span.close(),
        Expr::Assign(e) => last(&e.right),
        Expr::Await(e) => e.await_token.span,
        Expr::Binary(e) => last(&e.right),
        Expr::Block(e) => e.block.brace_token.span.close(),
        Expr::Break(e) => match (&e.expr, &e.label) {
            (Some(value), _) => last(value),
            (None, Some(label)) => label.ident.span(),
            (None, None) => e.break_token.span,
        },
        Expr::Call(e) => e.paren_token.span.close(),
        Expr::Cast(e) => end_of_type(&e.ty),
        Expr::Closure(e) => last(&e.body),
        Expr::Continue(e) => e.label.as_ref().map_or(e.continue_token.span, |label| label.ident.span()),
        Expr::Field(e) => match &e.member {
            Member::Named(name) => name.span(),
            Member::Unnamed(index) => index.span,
        },
        Expr::ForLoop(e) => e.body.brace_token.span.close(),
        Expr::Group(e) => last(&e.expr),
        Expr::If(e) => match &e.else_branch {
            Some((_, otherwise)) => last(otherwise),
            None => e.then_branch.brace_token.span.close(),
        },
        Expr::Index(e) => e.bracket_token.span.close(),
        Expr::Let(e) => last(&e.expr),
        Expr::Lit(e) => e.lit.span(),
        Expr::Loop(e) => e.body.brace_token.span.close(),
        Expr::Macro(e) => e.mac.delimiter.span().close(),
        Expr::Match(e) => e.brace_token.span.close(),
        Expr::MethodCall(e) => e.paren_token.span.close(),
        Expr::Paren(e) => e.paren_token.span.close(),
        Expr::Path(e) => end_of(&e.path),
        Expr::Range(e) => e.end.as_ref().map_or_else(|| e.limits.span(), |end| last(end)),
        Expr::Reference(e) => last(&e.expr),
        Expr::Repeat(e) => e.bracket_token.span.close(),
        Expr::Return(e) => e.expr.as_ref().map_or(e.return_token.span, |value| last(value)),
        Expr::Struct(e) => e.brace_token.span.close(),
        Expr::Try(e) => e.question_token.span,
        Expr::Tuple(e) => e.paren_token.span.close(),
        Expr::Unary(e) => last(&e.expr),
        Expr::Unsafe(e) => e.block.brace_token.span.close(),
        Expr::While(e) => e.body.brace_token.span.close(),
        other => other.span(),
    }
}

fn start_of(path: &Path) -> Span {
    match (&path.leading_colon, path.segments.first()) {
        (Some(colon), _) => colon.spans[0],
        (None, Some(first)) => first.ident.span(),
        (None, None) => Span::call_site(),
    }
}

fn end_of(path: &Path) -> Span {
    let Some(last) = path.segments.last() else { return Span::call_site() };
    match &last.arguments {
        PathArguments::None => last.ident.span(),
        PathArguments::AngleBracketed(arguments) => arguments.gt_token.span,
        PathArguments::Parenthesized(arguments) => arguments.span(),
    }
}

fn end_of_type(ty: &Type) -> Span {
    match ty {
        Type::Path(path) => end_of(&path.path),
        Type::Reference(reference) => end_of_type(&reference.elem),
        Type::Array(array) => array.bracket_token.span.close(),
        Type::Tuple(tuple) => tuple.paren_token.span.close(),
        other => other.span(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_where_the_printed_tokens_stand() {
        for code in [
            "a",
            "a::b",
            "Vec::<u8>::new()",
            "a.b.c(1)[2]?.0",
            "&mut a[1..]",
            "..=3",
            "1..",
            "..",
            "-(a + b) * 2",
            "if a { b } else if c { d } else { e }",
            "if let Some(x) = y { z }",
            "match a { _ => 1 }",
            "'a: loop { break 'a 1; }",
            "while a { continue; }",
            "for i in 0..9 { }",
            "|x: u8| x + 1",
            "move || a",
            "[1, 2]",
            "[1; 2]",
            "(1,)",
            "(1)",
            "S { a: 1, ..b }",
            "a as Vec<u8>",
            "a as &'static [u8]",
            "a = b",
            "a += 1",
            "return",
            "return a",
            "break",
            "f(a, b)",
            "format!(\"{}\", a)",
            "vec![1]",
            "{ a; b }",
            "unsafe { a }",
            "b\"x\"",
            "!a",
            "a::<u8>",
            "continue 'a",
            "*a",
        ] {
            let expr: Expr = syn::parse_str(code).unwrap();
            let (quick, printed) = (span_of(&expr), expr.span());
            assert_eq!((quick.start(), quick.end()), (printed.start(), printed.end()), "{code}");
        }
    }
}
