//! All literals of a candidate, those that stand together, and the texts that are built around values.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprMethodCall, File, Item, Lit, Local, Macro, Pat, Stmt};

use super::pieces::{Piece, as_literal, holds_value, ident, literal_text, pieces};
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::{MacroForm, Profile};

/// A literal, or several that stand together as one.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    pub(super) text: String,
    pub(super) at: Span,
    /// What it is the value of: a variable, constant or field.
    pub(super) name: Option<String>,
    pub(super) sort: Sort,
    /// The table or list that it is an element of.
    pub(super) list: Option<usize>,
}

/// What a literal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    /// A regular expression.
    Pattern,
    Number,
    /// Made of several that the code puts together.
    Joined,
    /// Neighbours in a list, put together here.
    Neighbours,
}

/// What a candidate holds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) literals: Vec<Literal>,
    /// Texts with at least one value in them.
    pub(super) chains: Vec<Vec<Piece>>,
}

/// Collects from `file`, whose macros are those of `profile`.
pub(super) fn collect(file: &File, profile: &Profile) -> Collected {
    let mut constants = Constants { found: BTreeMap::new(), profile };
    constants.visit_file(file);
    let mut collector = Collector {
        profile,
        constants: constants.found,
        found: Collected::default(),
        name: None,
        list: None,
        lists: 0,
        buffers: vec![],
    };
    collector.visit_file(file);
    collector.found
}

/// Constants that are one text.
struct Constants<'p> {
    found: BTreeMap<String, Vec<Piece>>,
    profile: &'p Profile,
}

impl Visit<'_> for Constants<'_> {
    fn visit_item_const(&mut self, item: &syn::ItemConst) {
        let value = pieces(&item.expr, self.profile, &BTreeMap::new());
        if !value.is_empty() && value.iter().all(|piece| !piece.is_value()) {
            self.found.insert(item.ident.to_string(), value);
        }
    }
}

struct Collector<'p> {
    profile: &'p Profile,
    /// Constants, and variables that are bound to one text.
    constants: BTreeMap<String, Vec<Piece>>,
    found: Collected,
    /// What the expression that is visited is the value of.
    name: Option<String>,
    list: Option<usize>,
    lists: usize,
    /// What the strings of each open function hold, by variable.
    buffers: Vec<BTreeMap<String, Vec<Piece>>>,
}

impl Collector<'_> {
    fn pieces(&self, expr: &Expr) -> Vec<Piece> {
        pieces(expr, self.profile, &self.constants)
    }

    /// Keeps what is built, once it is known to be built of more than one piece.
    fn built(&mut self, pieces: Vec<Piece>, name: Option<String>) {
        let texts = pieces.iter().filter(|piece| !piece.is_value()).count();
        if texts > 1
            && let Some(at) = pieces.iter().find_map(Piece::at)
        {
            let text = pieces.iter().filter_map(Piece::text).collect();
            self.found.literals.push(Literal { text, at, name, sort: Sort::Joined, list: None });
        }
        if texts > 0 && holds_value(&pieces) {
            self.found.chains.push(pieces);
        }
    }

    fn literal(&mut self, text: String, at: Span, sort: Sort) {
        self.found.literals.push(Literal { text, at, name: self.name.clone(), sort, list: self.list });
    }

    /// Runs `visit` with what is visited as the value of `name`.
    fn named(&mut self, name: Option<String>, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.name, name);
        visit(self);
        self.name = before;
    }

    /// The elements of an array, a list or a tuple: each by itself, and those that are literals put together.
    fn elements<'e>(&mut self, elements: impl Iterator<Item = &'e Expr> + Clone, is_list: bool) {
        let before = self.list;
        if is_list && before.is_none() {
            self.lists += 1;
            self.list = Some(self.lists);
        }
        let literals: Vec<(String, Span)> = elements.clone().filter_map(as_literal).collect();
        if literals.len() > 1
            && let Some((_, at)) = literals.first()
        {
            let at = *at;
            let join =
                |separator: &str| literals.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(separator);
            let numbers: Option<String> = literals.iter().map(|(text, _)| code_point(text)).collect();
            let list = self.list;
            let texts = numbers.map_or_else(|| vec![join(""), join(" ")], |text| vec![text]);
            self.found.literals.extend(texts.into_iter().map(|text| Literal {
                text,
                at,
                name: None,
                sort: Sort::Neighbours,
                list,
            }));
        }
        self.named(None, |this| elements.for_each(|element| this.visit_expr(element)));
        self.list = before;
    }

    fn append(&mut self, receiver: &Expr, mut added: Vec<Piece>) {
        if let (Some(name), Some(buffers)) = (ident(receiver), self.buffers.last_mut()) {
            buffers.entry(name).or_default().append(&mut added);
        }
    }

    fn function(&mut self, visit: impl FnOnce(&mut Self)) {
        self.buffers.push(BTreeMap::new());
        let constants = self.constants.clone();
        self.named(None, visit);
        self.constants = constants;
        for (name, buffer) in self.buffers.pop().unwrap_or_default() {
            self.built(buffer, Some(name));
        }
    }
}

/// A character from the number that it has in a table of bytes.
fn code_point(text: &str) -> Option<char> {
    let number: u8 = text.parse().ok()?;
    (number.is_ascii_graphic() || number == b' ' || number == b'\n').then_some(char::from(number))
}

impl<'f> Visit<'f> for Collector<'_> {
    // Comments and attributes are not printed.
    fn visit_attribute(&mut self, _: &'f syn::Attribute) {}

    fn visit_item(&mut self, item: &'f Item) {
        match item {
            Item::Const(constant) => {
                self.named(Some(constant.ident.to_string()), |this| visit::visit_item_const(this, constant));
            }
            Item::Fn(function) => self.function(|this| visit::visit_item_fn(this, function)),
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        self.function(|this| visit::visit_impl_item_fn(this, function));
    }

    fn visit_local(&mut self, local: &'f Local) {
        let pat = match &local.pat {
            Pat::Type(typed) => &*typed.pat,
            pat => pat,
        };
        let name = match pat {
            Pat::Ident(pat) => Some(pat.ident.to_string()),
            _ => None,
        };
        if let (Some(name), Some(init)) = (&name, &local.init) {
            let value = self.pieces(&init.expr);
            if !value.is_empty() && value.iter().all(|piece| !piece.is_value()) {
                self.constants.insert(name.clone(), value.clone());
            } else {
                self.constants.remove(name);
            }
            // A variable of the same name that is bound again begins anew.
            if let Some(buffers) = self.buffers.last_mut()
                && let Some(before) = buffers.insert(name.clone(), value)
            {
                self.built(before, Some(name.clone()));
            }
        }
        self.named(name, |this| visit::visit_local(this, local));
    }

    fn visit_field_value(&mut self, field: &'f syn::FieldValue) {
        let name = match &field.member {
            syn::Member::Named(name) => Some(name.to_string()),
            syn::Member::Unnamed(_) => None,
        };
        self.named(name, |this| visit::visit_field_value(this, field));
    }

    fn visit_block(&mut self, block: &'f Block) {
        // The name of a variable is that of its value, not of what its value's statements hold.
        self.named(None, |this| visit::visit_block(this, block));
    }

    fn visit_expr_array(&mut self, array: &'f syn::ExprArray) {
        self.elements(array.elems.iter(), true);
    }

    fn visit_expr_tuple(&mut self, tuple: &'f syn::ExprTuple) {
        self.elements(tuple.elems.iter(), false);
    }

    fn visit_expr_binary(&mut self, binary: &'f ExprBinary) {
        match binary.op {
            BinOp::Add(_) => {
                let built = super::pieces::sum(binary, self.profile, &self.constants);
                self.built(built, self.name.clone());
                // The sums within this one are parts of it.
                let mut rest = &*binary.left;
                self.visit_expr(&binary.right);
                while let Expr::Binary(ExprBinary { op: BinOp::Add(_), left, right, .. }) = rest {
                    self.visit_expr(right);
                    rest = left;
                }
                self.visit_expr(rest);
                return;
            }
            BinOp::AddAssign(_) => {
                let added = self.pieces(&binary.right);
                self.append(&binary.left, added);
            }
            _ => {}
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_method_call(&mut self, call: &'f ExprMethodCall) {
        match call.method.to_string().as_str() {
            "push_str" | "push" | "extend" | "write_str" if call.args.len() == 1 => {
                let added = self.pieces(&call.args[0]);
                self.append(&call.receiver, added);
            }
            "concat" | "join" | "replace" | "replacen" => {
                let built = super::pieces::call(call, self.profile, &self.constants);
                self.built(built, self.name.clone());
            }
            _ => {}
        }
        let keeps_name = call.args.is_empty();
        let name = if keeps_name { self.name.clone() } else { None };
        self.named(name, |this| visit::visit_expr_method_call(this, call));
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let form = mac.path.get_ident().and_then(|name| self.profile.macro_form(&name.to_string()));
        let Some((form, arguments)) = form.and_then(|form| Some((form, Arguments::of(form, mac).ok()?))) else {
            return;
        };
        match &arguments {
            Arguments::Format { place, text, values } => {
                let built = super::pieces::format(text.as_ref(), values, self.profile, &self.constants);
                if let Some(place) = place {
                    self.append(place, built.clone());
                    self.visit_expr(place);
                }
                self.built(built, self.name.clone());
                if let Some(text) = text {
                    self.literal(text.value(), text.span(), Sort::Text);
                }
                self.named(None, |this| values.iter().for_each(|(_, value)| this.visit_expr(value)));
            }
            Arguments::List(values) => self.elements(values.iter(), true),
            Arguments::Repeat(value, length) => {
                self.visit_expr(value);
                self.visit_expr(length);
            }
            Arguments::Matches(value, pattern, guard) => {
                self.visit_expr(value);
                self.visit_pat(pattern);
                guard.iter().for_each(|guard| self.visit_expr(guard));
            }
            Arguments::Literals(literals) if form == MacroForm::Pattern => {
                for literal in literals {
                    if let Some(text) = literal_text(literal) {
                        self.literal(text, literal.span(), Sort::Pattern);
                    }
                }
            }
            Arguments::Literals(literals) => {
                let texts: Vec<Piece> = literals
                    .iter()
                    .filter_map(|literal| Some(Piece::Text(literal_text(literal)?, literal.span())))
                    .collect();
                self.built(texts, self.name.clone());
                literals.iter().for_each(|literal| self.visit_lit(literal));
            }
        }
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        let sort = match literal {
            Lit::Str(_) | Lit::ByteStr(_) | Lit::CStr(_) => Sort::Text,
            Lit::Int(_) => Sort::Number,
            _ => return,
        };
        if let Some(text) = literal_text(literal) {
            self.literal(text, literal.span(), sort);
        }
    }

    fn visit_stmt(&mut self, statement: &'f Stmt) {
        self.named(None, |this| visit::visit_stmt(this, statement));
    }
}
