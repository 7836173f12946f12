//! Dates and times within a longer text.

use alloc::vec::Vec;

use super::parse::{DateOrder, date_at};
use super::time::time_at;
use crate::{Date, Time};

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundDate<'t> {
    /// The date.
    pub date: Date,
    /// How it is printed.
    pub raw: &'t str,
    /// Byte offset of `raw`.
    pub start: usize,
    /// The byte after `raw`.
    pub end: usize,
}

/// The dates in a text, in order; every form of [`parse_date`](super::parse_date).
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{DateOrder, dates_in};
/// let found = dates_in("DATE: 25/12/2018 8:13 PM, DUE 5 JAN 2019", DateOrder::Dmy);
/// assert_eq!(found.iter().map(|d| d.raw).collect::<Vec<_>>(), ["25/12/2018", "5 JAN 2019"]);
/// ```
pub fn dates_in(text: &str, order: DateOrder) -> Vec<FoundDate<'_>> {
    scan(text, order).collect()
}

/// The first of [`dates_in`].
pub fn first_date(text: &str, order: DateOrder) -> Option<Date> {
    scan(text, order).next().map(|found| found.date)
}

/// The first time of day with a colon, as `20:49:59` or `8:13 PM`.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{first_time, time};
/// assert_eq!(first_time("12-01-19 21:13 SH01"), time(21, 13, 0));
/// ```
pub fn first_time(text: &str) -> Option<Time> {
    starts(text).find_map(|start| {
        let (time, end) = time_at(text, start)?;
        let printed = &text[start..end];
        let joined =
            text[..start].ends_with([':', '.']) || text[end..].starts_with(|c: char| c == ':' || c.is_alphanumeric());
        (printed.contains(':') && !joined).then_some(time)
    })
}

fn scan(text: &str, order: DateOrder) -> impl Iterator<Item = FoundDate<'_>> {
    let mut done = 0;
    starts(text).filter_map(move |start| {
        if start < done {
            return None;
        }
        let (date, end) = date_at(text, start, order)?;
        if !ends_well(&text[start..end], &text[end..]) || joins_number(&text[..start]) {
            return None;
        }
        done = end;
        Some(FoundDate { date, raw: &text[start..end], start, end })
    })
}

/// The bytes where a word starts, and where digits start after letters or the reverse.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut previous = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts =
            (c.is_ascii_digit() && !previous.is_alphanumeric()) || (c.is_alphabetic() && !previous.is_alphanumeric());
        previous = c;
        starts.then_some(at)
    })
}

/// Whether the text before a date is part of a longer number: `1/25/12/2018`, `A-12-01-19`.
fn joins_number(before: &str) -> bool {
    let mut chars = before.chars().rev();
    let separator = chars.next().is_some_and(|c| matches!(c, '/' | '-' | '.'));
    separator && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether a date may end before `rest`: not within a number or word, but before the `T` of a time. What misses a space
/// after a whole year or eight digits is a date still: `21/05/2018TIME`, `20180428/191204`.
fn ends_well(date: &str, rest: &str) -> bool {
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    let digit_next = second.is_some_and(|c| c.is_ascii_digit());
    match first {
        Some('T' | 't') if digit_next => true,
        Some('/' | '-' | '.') => !digit_next || date.bytes().all(|b| b.is_ascii_digit()),
        Some(c) if c.is_alphabetic() => {
            !digit_next
                && date.len() >= 8
                && date.bytes().rev().take(4).all(|b| b.is_ascii_digit())
                && date.contains(['/', '-', '.'])
        }
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_cut_out_the_raw_text() {
        let text = "é 12-01-19 21:13 SH01, 2018-03-23T10:00, 05 MAR 2018.";
        let found = dates_in(text, DateOrder::Dmy);
        assert_eq!(
            found.iter().map(|d| &text[d.start..d.end]).collect::<Vec<_>>(),
            ["12-01-19", "2018-03-23", "05 MAR 2018"]
        );
        assert!(found.iter().all(|d| d.raw == &text[d.start..d.end]));
    }

    #[test]
    fn a_missing_space_is_forgiven() {
        let raws = |text| dates_in(text, DateOrder::Dmy).iter().map(|d| d.raw).collect::<Vec<_>>();
        assert_eq!(raws("DATE:21/05/2018TIME 20180428/191204"), ["21/05/2018", "20180428"]);
        assert!(raws("20180428A 1/2/18A 21/05/2018A1").is_empty());
    }

    #[test]
    fn numbers_are_no_dates() {
        for text in
            ["07-355 2616", "1/12/01/2018", "9556939040116", "12:31:00", "1.5.2", "012-01-19", "", "GST 000849813504"]
        {
            assert_eq!(dates_in(text, DateOrder::Dmy), [], "{text}");
        }
        assert_eq!(first_date("NO 5 12/01/2018", DateOrder::Dmy), Date::new(2018, 1, 12).ok());
    }

    #[test]
    fn times_have_a_colon() {
        let at = |h, m, s| Time::new(h, m, s, 0).ok();
        assert_eq!(first_time("25/12/2018 8:13:39 PM"), at(20, 13, 39));
        assert_eq!(first_time("18-11-18 13 : 58 SH01"), at(13, 58, 0));
        assert_eq!(first_time("1234 20.49 5:6 99:99"), None);
    }
}
