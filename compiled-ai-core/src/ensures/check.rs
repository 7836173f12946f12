//! Names and types of a condition.

use std::ops::Range;

use super::types::{Class, Ty, class, denotes, element, present};
use super::{Compare, Expr, Name, Node, Problem, Scope};
use crate::spec::{INPUT, Type};
use crate::suggest::{closest, list};

/// Every problem of a condition in a scope: unknown names and variants, types that don't fit. None if it can be used.
#[must_use]
pub fn check(expr: &Expr, scope: &Scope<'_>) -> Vec<Problem> {
    let mut checker = Checker { scope, variables: Vec::new(), problems: Vec::new() };
    checker.condition(expr);
    checker.problems
}

pub(super) struct Checker<'a> {
    scope: &'a Scope<'a>,
    /// Names of elements, the innermost last; without a type after a problem.
    variables: Vec<(String, Option<Type>)>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn condition(&mut self, expr: &Expr) {
        let Some(ty) = self.known(expr) else { return };
        if *present(&ty) == Type::Bool {
            return;
        }
        let problem = Problem::new(expr.span.clone(), format!("expected a condition, found `{}`", ty));
        self.report(match (&expr.node, &ty) {
            (Node::Path(_), Type::Optional(_)) => problem.help("compare it with something, or write `… is present`"),
            _ => problem.help("compare it with something, such as `… == 0`"),
        });
    }

    /// The type of an expression that is no variant; `None` after a problem.
    pub(super) fn known(&mut self, expr: &Expr) -> Option<Type> {
        match self.infer(expr) {
            Ty::Known(ty) => Some(ty),
            Ty::Literal(_) => Some(Type::String),
            Ty::Word(name) => {
                self.unknown_name(name, None);
                None
            }
            Ty::Error => None,
        }
    }

    pub(super) fn infer<'e>(&mut self, expr: &'e Expr) -> Ty<'e> {
        match &expr.node {
            Node::Bool(_) => return Ty::Known(Type::Bool),
            Node::Number(_) => return Ty::Known(Type::Decimal),
            Node::Text(text) => return Ty::Literal(text),
            Node::Path(names) => return self.path(names),
            Node::Call(function, arguments) => return self.call(*function, arguments),
            Node::Negate(value) => {
                self.number(value);
                return Ty::Known(Type::Decimal);
            }
            Node::Calculate(operator, a, b) => {
                self.operand(a, operator.symbol());
                self.operand(b, operator.symbol());
                return Ty::Known(Type::Decimal);
            }
            Node::Not(value) => self.condition(value),
            Node::Logic(_, a, b) => {
                self.condition(a);
                self.condition(b);
            }
            Node::Compare(operator, a, b) => {
                let ordered = !matches!(operator, Compare::Eq | Compare::Ne);
                let (a_type, b_type) = (self.infer(a), self.infer(b));
                self.comparable((a, &a_type), (b, &b_type), ordered);
            }
            Node::InList { item, list, .. } => {
                let item_type = self.infer(item);
                for one in list {
                    let one_type = self.infer(one);
                    self.comparable((item, &item_type), (one, &one_type), false);
                }
            }
            Node::InValue { item, list, .. } => {
                let item_type = self.infer(item);
                let list_type = self.known(list);
                self.membership(list, list_type.as_ref(), (item, &item_type));
            }
            Node::Presence { value, .. } => self.presence(value),
            Node::Quantified { variable, list, condition, .. } => {
                let list_type = self.known(list);
                let element = list_type.as_ref().and_then(element).cloned();
                if let (Some(ty), None) = (&list_type, &element) {
                    self.report(wanted(list, "a list", ty));
                }
                self.variables.push((variable.text.clone(), element));
                self.condition(condition);
                self.variables.pop();
            }
        }
        Ty::Known(Type::Bool)
    }

    /// Reports two types that can't be compared.
    pub(super) fn comparable(&mut self, (a, a_type): (&Expr, &Ty<'_>), (b, b_type): (&Expr, &Ty<'_>), ordered: bool) {
        let span = a.span.start.min(b.span.start)..a.span.end.max(b.span.end);
        match (a_type, b_type) {
            (Ty::Error, _) | (_, Ty::Error) => {}
            (Ty::Known(a), Ty::Known(b)) => self.comparable_types(span, present(a), present(b), ordered),
            (Ty::Literal(_), Ty::Literal(_)) => {}
            (Ty::Literal(text), Ty::Known(ty)) => self.literal(a, text, present(ty), span, ordered),
            (Ty::Known(ty), Ty::Literal(text)) => self.literal(b, text, present(ty), span, ordered),
            (Ty::Word(name), Ty::Known(ty)) | (Ty::Known(ty), Ty::Word(name)) => {
                self.word(name, present(ty), span, ordered)
            }
            (Ty::Word(name), Ty::Literal(_)) | (Ty::Literal(_), Ty::Word(name)) => self.unknown_name(name, None),
            (Ty::Word(a), Ty::Word(b)) => {
                self.unknown_name(a, None);
                self.unknown_name(b, None);
            }
        }
    }

    fn comparable_types(&mut self, span: Range<usize>, a: &Type, b: &Type, ordered: bool) {
        let enum_and_string = |a: &Type, b: &Type| self.scope.variants(a).is_some() && *b == Type::String;
        let same = a == b || (class(a) == Class::Number && class(b) == Class::Number);
        if !same && (ordered || !(enum_and_string(a, b) || enum_and_string(b, a))) {
            let problem = Problem::new(span, format!("`{}` can't be compared with `{}`", a, b));
            let one_is = |class_wanted| class(a) == class_wanted || class(b) == class_wanted;
            self.report(if one_is(Class::Ordered) && one_is(Class::Number) {
                problem.help("put a date or time in quotes: `\"2020-01-31\"`")
            } else if !ordered && (self.scope.variants(a).is_some() || self.scope.variants(b).is_some()) {
                problem.help("for a variant that is named like a field, write its name in quotes")
            } else {
                problem
            });
        } else if ordered && class(a) == Class::Other {
            self.unordered(span, a);
        }
    }

    pub(super) fn literal(&mut self, expr: &Expr, text: &str, ty: &Type, span: Range<usize>, ordered: bool) {
        if self.scope.variants(ty).is_some() {
            return if ordered { self.unordered(span, ty) } else { self.variant(text, ty, &expr.span) };
        }
        match denotes(text, ty) {
            Some(true) => {}
            Some(false) => {
                let example = match ty {
                    Type::Time => "14:30:00",
                    Type::DateTime => "2020-01-31T14:30:00",
                    _ => "2020-01-31",
                };
                self.report(
                    Problem::new(expr.span.clone(), format!("`{}` is not a `{}`", crate::yaml::shorten(text), ty))
                        .help(format!("write one such as `\"{example}\"`")),
                );
            }
            None if *ty == Type::String => {}
            None => {
                let problem = Problem::new(span, format!("`{}` can't be compared with a string", ty));
                self.report(match class(ty) {
                    Class::Number => problem.help("write a number without quotes"),
                    _ => problem,
                });
            }
        }
    }

    fn word(&mut self, name: &Name, ty: &Type, span: Range<usize>, ordered: bool) {
        match self.scope.variants(ty) {
            Some(_) if ordered => self.unordered(span, ty),
            Some(_) => self.variant(&name.text, ty, &name.span),
            None => self.unknown_name(name, Some(ty)),
        }
    }

    fn variant(&mut self, name: &str, ty: &Type, span: &Range<usize>) {
        let variants = self.scope.variants(ty).unwrap_or_default();
        if variants.iter().any(|variant| variant.name == name) {
            return;
        }
        let names = || variants.iter().map(|variant| variant.name.as_str());
        let help = match closest(name, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its variants are {}", list(names())),
        };
        let message = format!("`{ty}` has no variant `{}`", crate::yaml::shorten(name));
        self.report(Problem::new(span.clone(), message).help(help));
    }

    fn unordered(&mut self, span: Range<usize>, ty: &Type) {
        self.report(
            Problem::new(span, format!("values of `{}` have no order", ty))
                .help("numbers, dates, times and strings have one; compare others with `==` or `!=`"),
        );
    }

    pub(super) fn membership(&mut self, list: &Expr, ty: Option<&Type>, (item, item_type): (&Expr, &Ty<'_>)) {
        match ty.map(present) {
            Some(Type::List(element)) => {
                let element = Ty::Known((**element).clone());
                self.comparable((item, item_type), (list, &element), false);
            }
            Some(other) => {
                let problem = wanted(list, "a list", other);
                self.report(match other {
                    Type::Map(_) => problem.help("write `any(x in map: x == …)` for the values of a map"),
                    Type::String => problem.help("write `contains(string, part)` for a part of a string"),
                    _ => problem,
                });
            }
            None => {}
        }
    }

    fn presence(&mut self, value: &Expr) {
        let Some(ty) = self.known(value) else { return };
        if !matches!(value.node, Node::Path(_)) {
            self.report(Problem::new(value.span.clone(), "only a field can be absent"));
        } else if !matches!(ty, Type::Optional(_)) {
            let problem = Problem::new(value.span.clone(), format!("a value of `{}` is never absent", ty));
            self.report(match &ty {
                Type::List(element) if matches!(**element, Type::Optional(_)) => {
                    problem.help("for its elements, write `all(x in list: x is present)`")
                }
                Type::List(_) | Type::Map(_) => problem.help("write `len(…) == 0` for an empty one"),
                _ => problem.help(format!("its type would have to be `{}?`", ty)),
            });
        }
    }

    fn path<'e>(&mut self, names: &'e [Name]) -> Ty<'e> {
        let Some((first, rest)) = names.split_first() else { return Ty::Error };
        let variable = self.variables.iter().rev().find(|(name, _)| *name == first.text);
        let mut ty = match (variable, first.text.as_str()) {
            (Some((_, None)), _) => return Ty::Error,
            (Some((_, Some(ty))), _) => ty.clone(),
            (None, "input") => Type::Named(INPUT.to_owned()),
            (None, "output") => self.scope.output.clone(),
            (None, name) => match self.scope.bare().iter().find(|field| field.name == name) {
                Some(field) if matches!(self.scope.output, Type::Optional(_)) => optional(field.ty.clone()),
                Some(field) => field.ty.clone(),
                None if rest.is_empty() => return Ty::Word(first),
                None => {
                    self.unknown_name(first, None);
                    return Ty::Error;
                }
            },
        };
        for name in rest {
            match self.step(&ty, name) {
                Some(next) => ty = next,
                None => return Ty::Error,
            }
        }
        Ty::Known(ty)
    }

    fn step(&mut self, ty: &Type, name: &Name) -> Option<Type> {
        match ty {
            Type::Optional(inner) => self.step(inner, name).map(optional),
            Type::List(element) => Some(Type::List(Box::new(match self.step(element, name)? {
                Type::List(inner) => *inner,
                Type::Optional(inner) => match *inner {
                    Type::List(inner) => optional(*inner),
                    inner => optional(inner),
                },
                inner => inner,
            }))),
            ty => {
                let Some(fields) = self.scope.fields(ty) else {
                    let problem = Problem::new(name.span.clone(), format!("a value of `{}` has no fields", ty));
                    self.report(match ty {
                        Type::Map(_) => problem.help("write `all(x in map: …)` for the values of a map"),
                        _ => problem,
                    });
                    return None;
                };
                let found = fields.iter().find(|field| field.name == name.text);
                if found.is_none() {
                    let names = || fields.iter().map(|field| field.name.as_str());
                    let help = match closest(&name.text, names()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("its fields are {}", list(names())),
                    };
                    let message = format!("`{}` has no field `{}`", ty, name.text);
                    self.report(Problem::new(name.span.clone(), message).help(help));
                }
                found.map(|field| field.ty.clone())
            }
        }
    }

    /// Reports a bare name that is neither field nor variable; `beside` is the type it is compared with.
    pub(super) fn unknown_name(&mut self, name: &Name, beside: Option<&Type>) {
        let text = &name.text;
        let problem = Problem::new(name.span.clone(), format!("there is no field `{text}` in the output"));
        let variables = self.variables.iter().map(|(name, _)| name.as_str());
        let fields = self.scope.bare().iter().map(|field| field.name.as_str());
        let help = if self.scope.input.iter().any(|field| field.name == *text) {
            format!("for the field of the input, write `input.{text}`")
        } else if let Some(near) = closest(text, variables.chain(fields.clone()).chain(["input", "output"])) {
            format!("did you mean `{near}`?")
        } else if beside == Some(&Type::String) {
            format!("for the text itself, write `\"{text}\"`")
        } else if fields.clone().next().is_none() {
            "write `output` for the output, and `input.…` for a field of the input".to_owned()
        } else {
            format!("the output's fields are {}", list(fields))
        };
        self.report(problem.help(help));
    }

    pub(super) fn report(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// An expression of another type than the one it has is needed.
pub(super) fn wanted(expr: &Expr, what: &str, found: &Type) -> Problem {
    Problem::new(expr.span.clone(), format!("expected {what}, found `{}`", found))
}

fn optional(ty: Type) -> Type {
    match ty {
        Type::Optional(_) => ty,
        ty => Type::Optional(Box::new(ty)),
    }
}
