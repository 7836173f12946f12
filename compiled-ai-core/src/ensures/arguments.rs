//! Types of the arguments of functions and calculations.

use super::Expr;
use super::check::{Checker, wanted};
use super::functions::Function;
use super::types::{Class, Ty, class, date, element, present};
use crate::spec::Type;

impl Checker<'_> {
    /// Checks the arguments of a call, whose number the parser has checked, and says what comes out.
    pub(super) fn call<'e>(&mut self, function: Function, arguments: &'e [Expr]) -> Ty<'e> {
        match (function, arguments) {
            (Function::Len, [value]) => {
                if let Some(ty) = self.known(value)
                    && !matches!(present(&ty), Type::String | Type::Bytes | Type::List(_) | Type::Map(_))
                {
                    self.report(wanted(value, "a string, a list, a map or bytes", &ty));
                }
                Ty::Known(Type::Int)
            }
            (Function::Abs, [value]) => {
                self.number(value);
                Ty::Known(Type::Decimal)
            }
            (Function::Sum | Function::Count, [value]) => {
                if let Some(ty) = self.known(value) {
                    match element(&ty).map(|element| class(present(element))) {
                        None => self.report(wanted(value, "a list", &ty)),
                        Some(Class::Number) => {}
                        Some(_) if function == Function::Count => {}
                        Some(_) => self.report(
                            wanted(value, "a list of numbers", &ty)
                                .help("for a field of its records, write `sum(list.field)`"),
                        ),
                    }
                }
                Ty::Known(Type::Decimal)
            }
            (Function::Lower, [value]) => {
                self.string(value);
                Ty::Known(Type::String)
            }
            (Function::StartsWith | Function::EndsWith, [value, part]) => {
                self.string(value);
                self.string(part);
                Ty::Known(Type::Bool)
            }
            (Function::Contains, [whole, part]) => {
                match self.known(whole) {
                    Some(ty) if *present(&ty) == Type::String => self.string(part),
                    ty => {
                        let part_type = self.infer(part);
                        self.membership(whole, ty.as_ref(), (part, &part_type));
                    }
                }
                Ty::Known(Type::Bool)
            }
            (Function::Days, [from, to]) => {
                self.day(from);
                self.day(to);
                Ty::Known(Type::Int)
            }
            (Function::Min | Function::Max, [a, b]) => {
                let (a_type, b_type) = (self.infer(a), self.infer(b));
                self.comparable((a, &a_type), (b, &b_type), true);
                match (a_type, b_type) {
                    (Ty::Literal(_), Ty::Literal(_)) => Ty::Known(Type::String),
                    (ty @ Ty::Known(_), _) | (_, ty) => ty,
                }
            }
            _ => Ty::Error,
        }
    }

    /// Reports an expression that is no number.
    pub(super) fn number(&mut self, expr: &Expr) {
        if let Some(ty) = self.known(expr)
            && class(present(&ty)) != Class::Number
        {
            self.report(wanted(expr, "a number", &ty));
        }
    }

    /// Reports an operand of a calculation that is no number.
    pub(super) fn operand(&mut self, expr: &Expr, operator: &str) {
        if let Some(ty) = self.known(expr)
            && class(present(&ty)) != Class::Number
        {
            let problem = wanted(expr, &format!("a number beside `{operator}`"), &ty);
            self.report(match present(&ty) {
                Type::Date | Type::DateTime => problem.help("for the days between two dates, write `days(from, to)`"),
                _ => problem,
            });
        }
    }

    fn string(&mut self, expr: &Expr) {
        if let Some(ty) = self.known(expr)
            && *present(&ty) != Type::String
        {
            self.report(wanted(expr, "a string", &ty));
        }
    }

    fn day(&mut self, expr: &Expr) {
        match self.infer(expr) {
            Ty::Literal(text) if date(text).is_none() => {
                self.literal(expr, text, &Type::Date, expr.span.clone(), false);
            }
            Ty::Literal(_) | Ty::Error => {}
            Ty::Word(name) => self.unknown_name(name, None),
            Ty::Known(ty) if matches!(present(&ty), Type::Date | Type::DateTime) => {}
            Ty::Known(ty) => self.report(wanted(expr, "a date", &ty)),
        }
    }
}
