//! What is compared with something that is named like a password.

use syn::visit::Visit as _;
use syn::{Expr, Member, Pat};

use super::super::pieces::ident;
use super::super::secrets;
use super::Collector;

impl Collector<'_> {
    /// The literals of a pattern that is compared with something that is named like a password.
    pub(super) fn compared(&mut self, pattern: &Pat, with: &[Option<String>]) {
        match (pattern, with) {
            (Pat::Lit(literal), [Some(name)]) => {
                let name = Some(name.clone());
                self.named(name, |this| this.visit_lit(&literal.lit));
            }
            (Pat::Or(or), _) => or.cases.iter().for_each(|case| self.compared(case, with)),
            (Pat::Paren(inner), _) => self.compared(&inner.pat, with),
            (Pat::Guard(guard), _) => self.compared(&guard.pat, with),
            (Pat::TupleStruct(some), _) if some.elems.len() == 1 => self.compared(&some.elems[0], with),
            (Pat::Tuple(tuple), _) if tuple.elems.len() == with.len() => {
                for (pattern, name) in tuple.elems.iter().zip(with) {
                    self.compared(pattern, std::slice::from_ref(name));
                }
            }
            _ => {}
        }
    }
}

/// The same for each element of a tuple.
pub(super) fn passwords(expr: &Expr) -> Vec<Option<String>> {
    match expr {
        Expr::Tuple(tuple) => tuple.elems.iter().map(password).collect(),
        one => vec![password(one)],
    }
}

/// `password`, if a variable, a field, or what is asked of it, is named like one.
pub(super) fn password(expr: &Expr) -> Option<String> {
    let name = match expr {
        Expr::Field(field) => match &field.member {
            Member::Named(name) => name.to_string(),
            Member::Unnamed(_) => return None,
        },
        Expr::MethodCall(call) if call.args.is_empty() => return password(&call.receiver),
        Expr::Reference(reference) => return password(&reference.expr),
        Expr::Paren(paren) => return password(&paren.expr),
        Expr::Index(index) => return password(&index.expr),
        _ => ident(expr)?,
    };
    let is_password = secrets::is_password_name(&name)
        || ["pass", "pw"]
            .iter()
            .any(|word| name == *word || name.strip_suffix(word).is_some_and(|rest| rest.ends_with('_')));
    if is_password {
        return Some("password".to_owned());
    }
    name.rsplit('_').next().is_some_and(|word| word.eq_ignore_ascii_case("pin")).then(|| "pin".to_owned())
}
