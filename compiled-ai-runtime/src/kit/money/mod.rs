#![doc = include_str!("../../../kit-docs/money.md")]

mod calc;
mod format;
mod number;
mod parse;
mod scan;

pub use calc::{
    allocate, from_cents, from_f64, is_near, percent_of, round_bankers, round_to, round_to_cash, round_to_step, sum,
    to_cents, to_f64, to_i64,
};
pub use format::{format_amount, format_amount_with, to_fixed};
pub use parse::{detect_currency, parse_amount, parse_amount_with, parse_percent};
pub use scan::{Amount, amounts_in, first_amount, last_amount, numbers_in};
