//! The condition language of `ensures:`.

/// A checked condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {}
