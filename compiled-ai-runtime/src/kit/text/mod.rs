#![doc = include_str!("../../../kit-docs/text.md")]

mod find;
mod label;
mod ocr;
mod parts;
mod shape;

pub use find::{
    after_ci, before_ci, between_ci, contains_any_ci, contains_ci, contains_word_ci, ends_with_ci, find_ci,
    find_word_ci, rfind_ci, starts_with_ci, strip_prefix_ci, strip_suffix_ci,
};
pub use label::{label_cell, label_value, label_value_similar, label_values, similar_label};
pub use ocr::{alpha_ratio, digit_ratio, fix_ocr_digits, is_luhn};
pub use parts::{digit_run, emails, first_int, line_at, lines, paragraphs, words};
pub use shape::{
    ascii_fold, collapse_ws, digits, is_upper_case, join_nonempty, key, mask, replace_ci, snake_case, strip_punct,
    title_case, truncate,
};
