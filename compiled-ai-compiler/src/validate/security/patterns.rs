//! Which patterns a candidate may have, and the names that they bind.

use compiled_ai_core::codes::gate::PATTERN;
use syn::Pat;
use syn::spanned::Spanned as _;

use super::gate::Gate;

impl Gate<'_> {
    /// A pattern whose names come into the innermost scope.
    pub(super) fn pattern(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(p) => {
                self.attributes(&p.attrs);
                let name = p.ident.to_string();
                if self.profile.names.values.contains(&name) {
                    if p.subpat.is_some() || p.by_ref.is_some() || p.mutability.is_some() {
                        self.add(
                            PATTERN,
                            Some(694),
                            p.span(),
                            format!("`{name}` can't be a variable"),
                            "choose another name",
                        );
                    }
                    return;
                }
                if name.ends_with('_') {
                    self.underscored.insert(name.clone());
                }
                self.scopes.bind_variable(&name);
                if let Some((_, inner)) = &p.subpat {
                    self.pattern(inner);
                }
            }
            Pat::Lit(p) => {
                self.attributes(&p.attrs);
                self.literal(&p.lit);
            }
            Pat::Or(p) => {
                self.attributes(&p.attrs);
                p.cases.iter().for_each(|case| self.pattern(case));
            }
            Pat::Paren(p) => {
                self.attributes(&p.attrs);
                self.pattern(&p.pat);
            }
            Pat::Path(p) => {
                self.attributes(&p.attrs);
                if p.qself.is_some() {
                    return self.refuse_pattern(pattern);
                }
                self.value_path(&p.path);
            }
            Pat::Range(p) => {
                self.attributes(&p.attrs);
                p.start.iter().chain(&p.end).for_each(|bound| self.pattern_value(bound));
            }
            Pat::Reference(p) => {
                self.attributes(&p.attrs);
                self.pattern(&p.pat);
            }
            Pat::Rest(p) => self.attributes(&p.attrs),
            Pat::Slice(p) => {
                self.attributes(&p.attrs);
                p.elems.iter().for_each(|elem| self.pattern(elem));
            }
            Pat::Struct(p) => {
                self.attributes(&p.attrs);
                if p.qself.is_some() {
                    self.refuse_pattern(pattern);
                }
                self.constructor_path(&p.path);
                for field in &p.fields {
                    self.attributes(&field.attrs);
                    self.pattern(&field.pat);
                }
            }
            Pat::Tuple(p) => {
                self.attributes(&p.attrs);
                p.elems.iter().for_each(|elem| self.pattern(elem));
            }
            Pat::TupleStruct(p) => {
                self.attributes(&p.attrs);
                if p.qself.is_some() {
                    self.refuse_pattern(pattern);
                }
                self.constructor_path(&p.path);
                p.elems.iter().for_each(|elem| self.pattern(elem));
            }
            Pat::Type(p) => {
                self.attributes(&p.attrs);
                self.ty(&p.ty);
                self.pattern(&p.pat);
            }
            Pat::Wild(p) => self.attributes(&p.attrs),
            _ => self.refuse_pattern(pattern),
        }
    }

    /// The pattern of a match arm or of `matches!`, perhaps with a guard.
    pub(super) fn pattern_with_guard(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Guard(p) => {
                self.attributes(&p.attrs);
                self.pattern(&p.pat);
                self.expr(&p.guard);
            }
            _ => self.pattern(pattern),
        }
    }

    /// A constant in a pattern: a literal, its negation, or a path.
    fn pattern_value(&mut self, value: &syn::Expr) {
        match value {
            syn::Expr::Lit(_) | syn::Expr::Path(_) => self.expr(value),
            syn::Expr::Unary(unary) if matches!((&unary.op, &*unary.expr), (syn::UnOp::Neg(_), syn::Expr::Lit(_))) => {
                self.expr(value);
            }
            _ => self.add(PATTERN, None, value.span(), "this is not allowed in a pattern", "a literal or a `const`"),
        }
    }

    fn refuse_pattern(&mut self, pattern: &Pat) {
        self.add(PATTERN, None, pattern.span(), "this kind of pattern is not allowed", "a plain pattern");
    }
}
