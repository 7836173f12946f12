//! All literals of a candidate, those that stand together, and the texts that are built around values.

mod constants;
mod lists;
mod passwords;

use std::collections::{BTreeMap, HashMap};

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprMethodCall, File, Item, Lit, Local, Macro, Member, Pat, Stmt};

use constants::ConstantTexts;
use passwords::{password, passwords};

use super::pieces::{Constants, Known, Piece, as_literal, holds_value, ident, known_parts, literal_text};
use super::reader::Reader;
use super::tables;
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::{MacroForm, Profile};

/// A literal, or several that stand together as one.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    pub(super) text: String,
    pub(super) at: Span,
    /// What it is the value of, or compared with: a variable, constant or field.
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
    /// All texts of the candidate, put together here.
    Everything,
}

/// What a candidate holds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) literals: Vec<Literal>,
    /// Texts with at least one value in them.
    pub(super) chains: Vec<Vec<Piece>>,
    /// Texts are put together in more ways than were followed.
    pub(super) is_cut: bool,
}

/// Collects from `file`, whose macros are those of `profile`.
pub(super) fn collect(file: &File, profile: &Profile) -> Collected {
    let reader = Reader::new(profile);
    let mut constants = ConstantTexts { found: HashMap::new(), reader: &reader, is_again: false };
    // Twice, for those that refer to ones further down.
    constants.visit_file(file);
    constants.is_again = true;
    constants.visit_file(file);
    let mut collector = Collector {
        reader: &reader,
        constants: constants.found,
        undo: vec![],
        found: Collected::default(),
        name: None,
        list: None,
        lists: 0,
        tables: tables::Tables::default(),
        buffers: vec![],
    };
    collector.visit_file(file);
    let Collector { mut found, tables, .. } = collector;
    tables.decode(&mut found.literals);
    everything(&mut found.literals);
    found.is_cut = reader.is_exhausted();
    found
}

/// All texts in their order: what is spread over constants and functions shows here, however it is put together.
fn everything(literals: &mut Vec<Literal>) {
    let texts = literals.iter().filter(|literal| literal.sort == Sort::Text);
    let text: String = texts.map(|literal| literal.text.as_str()).collect();
    if let Some(first) = literals.first() {
        literals.push(Literal { text, at: first.at, name: None, sort: Sort::Everything, list: None });
    }
}

struct Collector<'r> {
    reader: &'r Reader<'r>,
    /// Constants, and variables that are bound to texts.
    constants: Constants,
    /// What variables of the open functions hide in `constants`.
    undo: Vec<(String, Option<Known>)>,
    found: Collected,
    /// What the expression that is visited is the value of.
    name: Option<String>,
    list: Option<usize>,
    lists: usize,
    tables: tables::Tables,
    /// What the strings of each open function hold, by variable.
    buffers: Vec<BTreeMap<String, Vec<Piece>>>,
}

impl Collector<'_> {
    fn pieces(&self, expr: &Expr) -> Vec<Piece> {
        self.reader.pieces(expr, &self.constants)
    }

    /// Keeps what is built, once it is known to be built of more than one piece.
    fn built(&mut self, pieces: Vec<Piece>, name: Option<String>) {
        let texts = pieces.iter().filter(|piece| !piece.is_value()).count();
        if texts > 1
            && let Some(at) = pieces.iter().find_map(Piece::at)
        {
            let text: String = pieces.iter().filter_map(Piece::text).collect();
            if self.reader.spend(text.len()) {
                self.found.literals.push(Literal { text, at, name, sort: Sort::Joined, list: None });
            }
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

    /// Remembers what a variable holds until its function ends; `None` for a value.
    fn bind(&mut self, name: &str, known: Option<Known>) {
        let before = match known {
            Some(known) => self.constants.insert(name.to_owned(), known),
            None => self.constants.remove(name),
        };
        self.undo.push((name.to_owned(), before));
    }

    fn append(&mut self, receiver: &Expr, mut added: Vec<Piece>) {
        if let (Some(name), Some(buffers)) = (ident(receiver), self.buffers.last_mut()) {
            buffers.entry(name).or_default().append(&mut added);
        }
    }

    fn function(&mut self, visit: impl FnOnce(&mut Self)) {
        self.buffers.push(BTreeMap::new());
        let bound = self.undo.len();
        self.named(None, visit);
        for (name, before) in self.undo.split_off(bound).into_iter().rev() {
            match before {
                Some(known) => self.constants.insert(name, known),
                None => self.constants.remove(&name),
            };
        }
        for (name, buffer) in self.buffers.pop().unwrap_or_default() {
            self.built(buffer, Some(name));
        }
    }
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

    fn visit_impl_item_const(&mut self, constant: &'f syn::ImplItemConst) {
        self.named(Some(constant.ident.to_string()), |this| visit::visit_impl_item_const(this, constant));
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
            let parts = self.reader.parts(&init.expr, &self.constants);
            let is_text = !value.is_empty() && !holds_value(&value);
            self.bind(name, parts.or_else(|| is_text.then(|| Known::Text(value.clone()))));
            // A variable of the same name that is bound again begins anew.
            if let Some(buffers) = self.buffers.last_mut()
                && let Some(before) = buffers.insert(name.clone(), value)
            {
                self.built(before, Some(name.clone()));
            }
        }
        self.named(name, |this| visit::visit_local(this, local));
    }

    fn visit_expr_for_loop(&mut self, each: &'f syn::ExprForLoop) {
        // What the body does with one element, it does with all.
        let pattern = match &*each.pat {
            Pat::Reference(reference) => &*reference.pat,
            pattern => pattern,
        };
        let list = match &*each.expr {
            Expr::Reference(reference) => &*reference.expr,
            list => list,
        };
        if let Pat::Ident(name) = pattern {
            let all = known_parts(list, &self.constants)
                .filter(|parts| self.reader.spend_on(parts.iter().flat_map(|(_, pieces)| pieces)))
                .map(|parts| parts.iter().flat_map(|(_, pieces)| pieces.iter().cloned()).collect::<Vec<_>>())
                .or_else(|| match self.reader.parts(list, &self.constants)? {
                    Known::Parts(parts) => Some(parts.into_iter().flat_map(|(_, pieces)| pieces).collect()),
                    Known::Text(_) => None,
                });
            let all = all.filter(|pieces| !holds_value(pieces)).map(Known::Text);
            self.bind(&name.ident.to_string(), all);
        }
        visit::visit_expr_for_loop(self, each);
    }

    fn visit_expr_match(&mut self, expr: &'f syn::ExprMatch) {
        let with = passwords(&expr.expr);
        if with.iter().any(Option::is_some) {
            expr.arms.iter().for_each(|arm| self.compared(&arm.pat, &with));
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_field_value(&mut self, field: &'f syn::FieldValue) {
        let name = match &field.member {
            Member::Named(name) => Some(name.to_string()),
            Member::Unnamed(_) => None,
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
                let built = self.reader.sum(binary, &self.constants);
                self.built(built, self.name.clone());
                self.tables.key(&binary.right);
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
            BinOp::BitXor(_) | BinOp::BitXorAssign(_) | BinOp::Sub(_) => self.tables.key(&binary.right),
            BinOp::Eq(_) | BinOp::Ne(_) => {
                for (name, value) in [(&binary.left, &binary.right), (&binary.right, &binary.left)] {
                    if let (Some(name), Some((text, at))) = (password(name), as_literal(value)) {
                        self.named(Some(name), |this| this.literal(text, at, Sort::Text));
                    }
                }
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
            "concat" | "join" | "replace" | "replacen" | "collect" => {
                let built = self.reader.call(call, &self.constants);
                self.built(built, self.name.clone());
            }
            "wrapping_add" | "wrapping_sub" if call.args.len() == 1 => self.tables.key(&call.args[0]),
            _ => {}
        }
        let keeps_name = call.args.is_empty();
        let name = if keeps_name { self.name.clone() } else { None };
        self.named(name, |this| visit::visit_expr_method_call(this, call));
    }

    fn visit_macro(&mut self, mac: &'f Macro) {
        let Some(parsed) = self.reader.arguments(mac) else { return };
        match &parsed.1 {
            Arguments::Format { place, text, values } => {
                let built = self.reader.format(text.as_ref(), values, &self.constants);
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
                let with = passwords(value);
                if with.iter().any(Option::is_some) {
                    self.compared(pattern, &with);
                }
                self.visit_expr(value);
                self.visit_pat(pattern);
                guard.iter().for_each(|guard| self.visit_expr(guard));
            }
            Arguments::Literals(literals) if parsed.0 == MacroForm::Pattern => {
                for literal in literals {
                    if let Some(text) = literal_text(literal) {
                        self.literal(text, literal.span(), Sort::Pattern);
                    }
                }
            }
            Arguments::Literals(literals) => {
                let text = |literal: &Lit| Some(Piece::Text(literal_text(literal)?.into(), literal.span()));
                self.built(literals.iter().filter_map(text).collect(), self.name.clone());
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
        // That is refused, whatever comes.
        if self.reader.is_exhausted() {
            return;
        }
        self.named(None, |this| visit::visit_stmt(this, statement));
    }
}
