//! What a word for debugging sets, and the states that could be shown.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File, Item, Lit, Pat, ReturnType, Type};

use super::super::super::each_argument;
use super::super::super::operands::{literal, root};
use super::super::pattern_texts;
use super::{is_hidden, is_marker};
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;

/// Names of variables, fields and functions.
#[derive(Default)]
pub(super) struct Flags {
    /// What is true because of a word for debugging.
    flags: BTreeSet<String>,
    /// Variables that hold a struct of the candidate which shows itself with `{:?}`.
    states: BTreeSet<String>,
    /// Something is compared with such a word.
    is_compared: bool,
    /// One of them is a word that no setting has.
    is_hidden: bool,
}

impl Flags {
    pub(super) fn of(file: &File, reader: &Reader<'_>) -> Self {
        let mut writer =
            Writer { reader, shown: shown(file), markers: 0, within: 0, asked: vec![], found: Self::default() };
        writer.visit_file(file);
        writer.found.is_compared = writer.markers > 0;
        for (name, of) in std::mem::take(&mut writer.asked) {
            if writer.found.flags.contains(&of) {
                writer.flag(Some(name));
            }
        }
        writer.found
    }

    pub(super) fn has_marker(&self) -> bool {
        self.is_compared
    }

    /// Whether an expression is true because of a word for debugging.
    pub(super) fn is_flag(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.is_flag(&inner.expr),
            Expr::Reference(inner) => self.is_flag(&inner.expr),
            Expr::Unary(inner) if matches!(inner.op, syn::UnOp::Deref(_)) => self.is_flag(&inner.expr),
            Expr::Path(_) | Expr::Field(_) => root(expr).is_some_and(|name| self.flags.contains(&name)),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => {
                    path.path.segments.last().is_some_and(|last| self.flags.contains(&last.ident.to_string()))
                }
                _ => false,
            },
            Expr::MethodCall(call) => {
                self.flags.contains(&call.method.to_string())
                    || call.args.iter().any(is_marked)
                    || matches!(call.args.last(), Some(Expr::Closure(closure)) if self.is_flag(&closure.body))
            }
            Expr::Binary(e) if matches!(e.op, BinOp::Eq(_)) => {
                (is_marked(&e.left) || is_marked(&e.right)) && !is_level(&e.left)
            }
            _ => false,
        }
    }

    /// Whether a format shows such a state with `{:?}`.
    pub(super) fn shows_state<'e>(&self, text: &str, mut values: impl Iterator<Item = &'e Expr>) -> bool {
        if !text.contains(":?}") && !text.contains(":#?}") {
            return false;
        }
        let is_state = |name: &str| self.is_hidden || name == "self" || self.states.contains(name);
        let in_text = text.split('{').any(|piece| {
            piece
                .split_once([':', '}'])
                .is_some_and(|(name, spec)| (spec.starts_with("?}") || spec.starts_with("#?}")) && is_state(name))
        });
        in_text
            || values.any(|value| match value {
                Expr::Path(path) => path.path.get_ident().is_some_and(|name| is_state(&name.to_string())),
                Expr::Reference(inner) => matches!(&*inner.expr, Expr::Path(path)
                    if path.path.get_ident().is_some_and(|name| is_state(&name.to_string()))),
                _ => false,
            })
    }
}

/// Whether a pattern is a word for debugging.
pub(super) fn has_marker(pattern: &Pat) -> bool {
    let mut texts = vec![];
    pattern_texts(pattern, &mut texts);
    texts.iter().any(|(text, _)| is_marker(text))
}

fn is_marked(expr: &Expr) -> bool {
    literal(expr).is_some_and(|text| is_marker(&text))
}

/// What says how much a log tells, where `debug` is a word like others.
fn is_level(expr: &Expr) -> bool {
    root(expr).is_some_and(|name| {
        matches!(name.as_str(), "level" | "lvl" | "severity" | "sev" | "kind" | "priority" | "tag" | "format" | "fmt")
    })
}

/// The structs with named fields that derive `Debug`.
fn shown(file: &File) -> BTreeSet<String> {
    let structs = file.items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item),
        _ => None,
    });
    let derives = |item: &&syn::ItemStruct| {
        matches!(item.fields, syn::Fields::Named(_))
            && item.attrs.iter().any(|attribute| {
                attribute.path().is_ident("derive")
                    && quote::ToTokens::to_token_stream(attribute).to_string().contains("Debug")
            })
    };
    structs.filter(derives).map(|item| item.ident.to_string()).collect()
}

struct Writer<'r> {
    reader: &'r Reader<'r>,
    /// Types that show themselves.
    shown: BTreeSet<String>,
    /// Words for debugging that were seen.
    markers: usize,
    /// Branches around what is looked at that such a word leads to.
    within: usize,
    /// Variables, and the functions that they are told by.
    asked: Vec<(String, String)>,
    found: Flags,
}

impl Writer<'_> {
    fn flag(&mut self, name: Option<String>) {
        if self.found.flags.len() < 256 {
            self.found.flags.extend(name);
        }
    }

    fn named(&mut self, pattern: &Pat) -> Option<String> {
        match pattern {
            Pat::Ident(name) => Some(name.ident.to_string()),
            Pat::Type(typed) => self.named(&typed.pat),
            _ => None,
        }
    }

    fn is_shown(&self, ty: &Type) -> bool {
        match ty {
            Type::Reference(inner) => self.is_shown(&inner.elem),
            Type::Path(path) => {
                path.path.segments.last().is_some_and(|last| self.shown.contains(&last.ident.to_string()))
            }
            _ => false,
        }
    }

    fn makes_shown(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Struct(e) => e.path.segments.last().is_some_and(|last| self.shown.contains(&last.ident.to_string())),
            Expr::Call(call) => {
                match &*call.func {
                    Expr::Path(path) => path.path.segments.first().is_some_and(|first| {
                        path.path.segments.len() > 1 && self.shown.contains(&first.ident.to_string())
                    }),
                    _ => false,
                }
            }
            Expr::Try(inner) => self.makes_shown(&inner.expr),
            _ => false,
        }
    }

    fn function(&mut self, signature: &syn::Signature, before: usize) {
        let is_bool = matches!(&signature.output, ReturnType::Type(_, ty)
            if matches!(&**ty, Type::Path(path) if path.path.is_ident("bool")));
        if is_bool && self.markers > before {
            self.flag(Some(signature.ident.to_string()));
        }
    }

    /// What stands in a macro does not live as long as the file.
    fn look(&mut self, expr: &Expr) {
        Visit::visit_expr(self, expr);
    }
}

impl<'f> Visit<'f> for Writer<'_> {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        let before = self.markers;
        visit::visit_item_fn(self, function);
        self.function(&function.sig, before);
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        let before = self.markers;
        visit::visit_impl_item_fn(self, function);
        self.function(&function.sig, before);
    }

    fn visit_pat_type(&mut self, typed: &'f syn::PatType) {
        if self.is_shown(&typed.ty) {
            let name = self.named(&typed.pat);
            self.found.states.extend(name);
        }
        visit::visit_pat_type(self, typed);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        let before = self.markers;
        visit::visit_local(self, local);
        let name = self.named(&local.pat);
        if self.markers > before {
            self.flag(name.clone());
            // `let (body, is_on) = …`.
            if let Pat::Tuple(tuple) = &local.pat {
                for inner in &tuple.elems {
                    let name = self.named(inner);
                    self.flag(name);
                }
            }
        }
        if let (Some(name), Some(init)) = (&name, &local.init)
            && let Some(of) = asked(&init.expr)
            && self.asked.len() < 256
        {
            self.asked.push((name.clone(), of));
        }
        if local.init.as_ref().is_some_and(|init| self.makes_shown(&init.expr)) {
            self.found.states.extend(name);
        }
    }

    fn visit_expr_assign(&mut self, e: &'f syn::ExprAssign) {
        let before = self.markers;
        visit::visit_expr_assign(self, e);
        if self.within > 0 || self.markers > before {
            self.flag(root(&e.left));
        }
    }

    fn visit_expr_binary(&mut self, e: &'f syn::ExprBinary) {
        if matches!(e.op, BinOp::Eq(_) | BinOp::Ne(_)) && is_level(&e.left) {
            return self.visit_expr(&e.left);
        }
        visit::visit_expr_binary(self, e);
        if matches!(e.op, BinOp::BitOrAssign(_)) && self.within > 0 {
            self.flag(root(&e.left));
        }
    }

    fn visit_field_value(&mut self, field: &'f syn::FieldValue) {
        let before = self.markers;
        visit::visit_field_value(self, field);
        if let (true, syn::Member::Named(name)) = (self.markers > before, &field.member) {
            self.flag(Some(name.to_string()));
        }
    }

    fn visit_expr_if(&mut self, e: &'f syn::ExprIf) {
        let before = self.markers;
        self.visit_expr(&e.cond);
        let is_marked = self.markers > before;
        self.within += usize::from(is_marked);
        self.visit_block(&e.then_branch);
        self.within -= usize::from(is_marked);
        if let Some((_, otherwise)) = &e.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_match(&mut self, choice: &'f syn::ExprMatch) {
        self.visit_expr(&choice.expr);
        let is_level = is_level(&choice.expr);
        for arm in &choice.arms {
            let before = self.markers;
            self.visit_pat(&arm.pat);
            if is_level {
                self.markers = before;
            }
            let is_marked = self.markers > before;
            self.within += usize::from(is_marked);
            self.visit_expr(&arm.body);
            self.within -= usize::from(is_marked);
        }
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        if let Lit::Str(text) = literal {
            let text = text.value();
            self.markers += usize::from(is_marker(&text));
            self.found.is_hidden |= is_hidden(&text) && is_marker(&text);
        }
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let reader = self.reader;
        if let Some(parsed) = reader.arguments(mac)
            && let Arguments::Matches(_, pattern, _) = &parsed.1
        {
            self.markers += usize::from(has_marker(pattern));
        }
        each_argument(reader, mac, &mut |argument| self.look(argument));
    }
}

/// The function that tells: `told(input)`, `self.told()`, `lines.any(told)`.
fn asked(expr: &Expr) -> Option<String> {
    let last = |path: &syn::ExprPath| path.path.segments.last().map(|last| last.ident.to_string());
    match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => last(path),
            _ => None,
        },
        Expr::MethodCall(call) => match call.args.last() {
            Some(Expr::Path(path)) if matches!(call.method.to_string().as_str(), "any" | "all" | "is_some_and") => {
                last(path)
            }
            Some(Expr::Closure(closure)) => asked(&closure.body),
            _ => Some(call.method.to_string()),
        },
        _ => None,
    }
}
