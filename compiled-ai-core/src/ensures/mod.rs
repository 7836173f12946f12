//! The condition language of `ensures:`: small, total and deterministic.
//!
//! A condition has three outcomes, as an SQL `CHECK` has: comparing or calculating with an absent value is *unknown*, and
//! a condition fails only when it is definitely false. So `total >= 0` holds where `total` is absent; whoever wants it
//! there writes `total is present`. A calculation without a result (a division by zero, an overflow of the decimal's 28
//! digits) is unknown too.
//!
//! ```text
//! condition  = "if" condition "then" condition | or
//! or         = and { "or" and }
//! and        = not { "and" not }
//! not        = "not" not | comparison
//! comparison = sum [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum
//!                  | [ "not" ] "in" ( "[" sum { "," sum } "]" | sum )
//!                  | "is" ( "absent" | "present" ) ]
//! sum        = product { ( "+" | "-" ) product }
//! product    = unary { ( "*" | "/" ) unary }
//! unary      = "-" unary | primary
//! primary    = number | string | "true" | "false" | path | function "(" sum { "," sum } ")"
//!            | ( "all" | "any" ) "(" name "in" sum ":" condition ")" | "(" condition ")"
//! path       = name { "." name }
//! ```
//!
//! A path starts at a variable of `all` or `any`, at `input`, at `output`, or at a field of the output. A path through a
//! list maps over it: `sum(lines.amount)`. A variant of an enum is its bare name or a string. Numbers of all three types
//! mix; a float counts as the shortest decimal that denotes it, so that `0.9` equals the float `0.9`.
//!
//! YAML takes `: ` for a key, so that an entry with `all(…: …)` or `any(…: …)` stands in quotes or after `>-`.

mod arguments;
mod canonical;
mod check;
mod compare;
mod eval;
mod functions;
mod lex;
mod parse;
#[cfg(test)]
mod tests;
mod types;

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::spec::{Field, Type, TypeDef};

pub use check::check;
pub use eval::eval;
pub use parse::parse;

/// A condition, or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// Where it stands: bytes of the text that was parsed.
    pub span: Range<usize>,
    pub(crate) node: Node,
}

impl Expr {
    /// The condition with all parentheses and normal spacing: equal for conditions that differ only in how they are written.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical::canonical(self)
    }
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Bool(bool),
    Number(Decimal),
    Text(String),
    /// At least one name. A single name that is no field may be a variant of an enum.
    Path(Vec<Name>),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    Logic(Logic, Box<Expr>, Box<Expr>),
    Compare(Compare, Box<Expr>, Box<Expr>),
    Calculate(Calculate, Box<Expr>, Box<Expr>),
    InList {
        negated: bool,
        item: Box<Expr>,
        list: Vec<Expr>,
    },
    /// `in` with a path to a list instead of a written list.
    InValue {
        negated: bool,
        item: Box<Expr>,
        list: Box<Expr>,
    },
    Presence {
        present: bool,
        value: Box<Expr>,
    },
    Call(functions::Function, Vec<Expr>),
    Quantified {
        all: bool,
        variable: Name,
        list: Box<Expr>,
        condition: Box<Expr>,
    },
}

/// A name in a path, or a variable.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// Operators between conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Logic {
    And,
    Or,
    /// `if a then b`
    Implies,
}

/// Operators that compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Compare {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }
}

/// Operators that calculate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calculate {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Calculate {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }
}

/// What is wrong with a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: bytes of the text that was parsed.
    pub span: Range<usize>,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to write instead, if that is known.
    pub help: Option<String>,
}

impl Problem {
    pub(crate) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The names that a condition may use.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The input's fields: `input.x`.
    pub input: &'a [Field],
    /// The output's type: `output`, and its fields by their bare names if it is a record.
    pub output: &'a Type,
    /// The spec's named types.
    pub types: &'a BTreeMap<String, TypeDef>,
}

/// The outcome of a condition. Only [`Truth::False`] is a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It can't be said, because a value is absent or a calculation has no result.
    Unknown,
}

impl Truth {
    pub(crate) fn of(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    pub(crate) fn or(self, other: Self) -> Self {
        self.negate().and(other.negate()).negate()
    }

    pub(crate) fn negate(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}
