//! The kit's reference texts, for the prompts that ask a model to write a function.

/// Module `text`.
pub const TEXT: &str = include_str!("../kit-docs/text.md");
/// Module `money`.
pub const MONEY: &str = include_str!("../kit-docs/money.md");
/// Module `dates`.
pub const DATES: &str = include_str!("../kit-docs/dates.md");
/// Module `table`.
pub const TABLE: &str = include_str!("../kit-docs/table.md");
/// Module `similarity`.
pub const SIMILARITY: &str = include_str!("../kit-docs/similarity.md");
/// Module `words`.
pub const WORDS: &str = include_str!("../kit-docs/words.md");
/// The value types and macros, which every function may use.
pub const VALUES: &str = include_str!("../kit-docs/values.md");

/// Every text under its module's name, the values first.
pub const ALL: &[(&str, &str)] = &[
    ("values", VALUES),
    ("text", TEXT),
    ("money", MONEY),
    ("dates", DATES),
    ("table", TABLE),
    ("similarity", SIMILARITY),
    ("words", WORDS),
];
