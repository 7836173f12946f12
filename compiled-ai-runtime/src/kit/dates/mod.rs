#![doc = include_str!("../../../kit-docs/dates.md")]

mod calc;
mod format;
mod parse;
mod scan;
mod time;

pub use calc::{
    add_business_days, add_days, add_months, add_years, age_in_years, date, datetime, days_between, end_of_month,
    is_business_day, is_weekend, minutes_between, months_between, quarter, start_of_month, time, weekday,
};
pub use format::{format_date, format_datetime, format_time};
pub use parse::{DateOrder, parse_date};
pub use scan::{FoundDate, dates_in, first_date, first_time};
pub use time::{parse_datetime, parse_time};
