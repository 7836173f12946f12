//! Every diagnostic code, with its page for `cargo compiled-ai explain CODE`.
//!
//! Codes are never reused. Ranges: `CAI00xx` spec file, `CAI01xx` examples, `CAI02xx` lock and artifact, `CAI03xx` build script
//! and macro, `CAI04xx` security gate, `CAI05xx` validation, `CAI06xx` provider, `CAI07xx` configuration and command line.

pub mod build;
pub mod cli;
pub mod examples;
pub mod gate;
pub mod lock;
pub mod provider;
pub mod spec;
pub mod validation;

/// A diagnostic code and its explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explained {
    /// `CAI` and four digits.
    pub code: &'static str,
    /// One line: what the code stands for.
    pub title: &'static str,
    /// The page in Markdown: what it means, a wrong example, how to put it right.
    pub page: &'static str,
}

/// Declares a table of codes, each explained by `explain/<code>.md`.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $title:literal;)*) => {
        $($(#[$doc])* pub const $name: crate::diagnostic::Code = crate::diagnostic::Code($code);)*
        /// The codes of this table.
        pub(super) const TABLE: &[super::Explained] = &[$(super::Explained {
            code: $code,
            title: $title,
            page: include_str!(concat!("../../explain/", $code, ".md")),
        },)*];
    };
}
pub(crate) use codes;

const TABLES: &[&[Explained]] = &[
    spec::TABLE,
    examples::TABLE,
    lock::TABLE,
    build::TABLE,
    gate::TABLE,
    validation::TABLE,
    provider::TABLE,
    cli::TABLE,
];

/// All codes, in order.
pub fn all() -> impl Iterator<Item = &'static Explained> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The explanation of `code`, whatever its case: `cai0001` finds `CAI0001`.
pub fn explain(code: &str) -> Option<&'static Explained> {
    all().find(|explained| explained.code.eq_ignore_ascii_case(code))
}
