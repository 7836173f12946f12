//! Treatments that leave what they should take away.

use compiled_ai_core::codes::gate::INTERPOLATION;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Block, Expr};

use super::functions::Functions;
use super::operands::literal;
use crate::validate::security::refusal::Refusals;

/// Looks at the functions of a file.
pub(super) fn check(functions: &Functions<'_>, refusals: &mut Refusals) {
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    for name in names {
        let mut steps = Steps::default();
        steps.visit_block(functions[name].block);
        if let (Some(at), false) = (steps.once, steps.looks) {
            let help = "refuse a path with a part `..`; what is left after taking `../` out once may hold it again";
            refusals.add(INTERPOLATION, Some(22), at, "what leads out of a folder is taken out once", help);
        }
    }
}

/// What a function does about `..`.
#[derive(Default)]
struct Steps {
    loops: usize,
    /// Where `../` is taken out, and may come together again.
    once: Option<Span>,
    /// Whether `..` is looked for by itself.
    looks: bool,
}

impl<'e> Visit<'e> for Steps {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
                self.loops += 1;
                visit::visit_expr(self, expr);
                self.loops -= 1;
                return;
            }
            Expr::MethodCall(call) if call.method == "replace" || call.method == "replacen" => {
                let texts: Vec<Option<String>> = call.args.iter().map(literal).collect();
                let is_step = |text: &Option<String>| matches!(text.as_deref(), Some("../" | "..\\" | "..\\\\"));
                let is_gone = |text: &Option<String>| text.as_deref() == Some("");
                if self.loops == 0 && matches!(texts.as_slice(), [from, to, ..] if is_step(from) && is_gone(to)) {
                    self.once.get_or_insert(call.method.span());
                }
            }
            Expr::Lit(_) => self.looks |= literal(expr).as_deref() == Some(".."),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_block(&mut self, block: &'e Block) {
        visit::visit_block(self, block);
    }

    fn visit_pat(&mut self, pattern: &'e syn::Pat) {
        if let syn::Pat::Lit(text) = pattern {
            self.looks |= matches!(&text.lit, syn::Lit::Str(text) if text.value() == "..");
        }
        visit::visit_pat(self, pattern);
    }
}
