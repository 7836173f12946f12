//! Forms with a secret field in them that are shown as a whole.

use std::collections::BTreeSet;

use compiled_ai_core::codes::gate::DISCLOSURE;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Expr, File};

use super::keys::is_key;
use super::operands::{literal, root};
use crate::validate::security::format;
use crate::validate::security::literals::Reader;
use crate::validate::security::macros::Arguments;
use crate::validate::security::refusal::Refusals;

/// Refuses a form of which a secret field is asked, and that is shown as a whole: `form.get("cvv")`, `{form:?}`.
pub(super) fn check(file: &File, reader: &Reader<'_>, refusals: &mut Refusals) {
    let mut forms = Forms { reader, asked: BTreeSet::new(), shown: vec![] };
    forms.visit_file(file);
    if let Some((_, at)) = forms.shown.iter().find(|(name, _)| forms.asked.contains(name)) {
        let help = "show the fields that everybody may read, one by one";
        refusals.add(DISCLOSURE, Some(532), *at, "a form with a secret in it is shown as a whole", help);
    }
}

struct Forms<'r> {
    reader: &'r Reader<'r>,
    asked: BTreeSet<String>,
    shown: Vec<(String, Span)>,
}

impl Forms<'_> {
    fn ask(&mut self, form: &Expr, key: &Expr) {
        if literal(key).is_some_and(|key| is_key(&key)) {
            self.asked.extend(root(form));
        }
    }
}

impl<'f> Visit<'f> for Forms<'_> {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            Expr::MethodCall(call) if call.method == "get" && call.args.len() == 1 => {
                self.ask(&call.receiver, &call.args[0]);
            }
            Expr::Index(index) => self.ask(&index.expr, &index.index),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let reader = self.reader;
        super::each_argument(reader, mac, &mut |argument| Visit::visit_expr(self, argument));
        let Some(parsed) = reader.arguments(mac) else { return };
        if let Arguments::Format { text: Some(text), values, .. } = &parsed.1 {
            let placeholders = format::parse(&text.value()).unwrap_or_default();
            let debug: Vec<_> = placeholders.into_iter().filter(|one| one.is_debug).collect();
            if debug.is_empty() {
                return;
            }
            // Of a value that stands behind the text, which place is its is not asked.
            let given = values.iter().filter(|(_, value)| !matches!(value, Expr::MethodCall(_) | Expr::Index(_)));
            let given = given.filter_map(|(_, value)| root(value));
            let named = debug.into_iter().flat_map(|one| one.names);
            self.shown.extend(named.chain(given).map(|name| (name, text.span())));
        }
    }
}
