//! Printing dates and times.

use alloc::string::String;
use core::fmt::Write as _;

use crate::kit::words;
use crate::{Date, DateTime, Time};

/// The date by a format: `%d %m %Y %y %e` (day without 0) `%-d %-m %b` (Mar) `%B` (March) `%a` (Mon) `%A` (Monday) `%j`
/// (day of year) `%%`; everything else stays.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{date, format_date};
/// assert_eq!(format_date(date(2018, 3, 5).unwrap(), "%a, %-d %B %Y"), "Mon, 5 March 2018");
/// ```
pub fn format_date(date: Date, format: &str) -> String {
    fill(format, Some(date), None)
}

/// The time by a format: `%H %M %S %I %p %-H %-I`, where `%I %p` is `08 PM`.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{format_time, time};
/// assert_eq!(format_time(time(20, 5, 0).unwrap(), "%-I:%M %p"), "8:05 PM");
/// ```
pub fn format_time(time: Time, format: &str) -> String {
    fill(format, None, Some(time))
}

/// The date and time by a format of [`format_date`] and [`format_time`].
pub fn format_datetime(datetime: DateTime, format: &str) -> String {
    fill(format, Some(datetime.date()), Some(datetime.time()))
}

fn fill(format: &str, date: Option<Date>, time: Option<Time>) -> String {
    let mut out = String::with_capacity(format.len() + 8);
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let (bare, spec) = after.strip_prefix('-').map_or((false, after), |spec| (true, spec));
        let Some(letter) = spec.chars().next() else {
            out.push_str(&rest[at..]);
            return out;
        };
        let length = 1 + usize::from(bare) + letter.len_utf8();
        let known = (letter == '%')
            .then(|| out.push('%'))
            .or_else(|| date.and_then(|date| put_date(&mut out, letter, bare, date)))
            .or_else(|| time.and_then(|time| put_time(&mut out, letter, bare, time)));
        if known.is_none() {
            out.push_str(&rest[at..at + length]);
        }
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}

fn put_date(out: &mut String, letter: char, bare: bool, date: Date) -> Option<()> {
    let month = words::month_name(date.month().into())?;
    match letter {
        'Y' => write!(out, "{:04}", date.year()).ok()?,
        'y' => put_number(out, i64::from(date.year()).rem_euclid(100), bare),
        'm' => put_number(out, date.month().into(), bare),
        'd' => put_number(out, date.day().into(), bare),
        'e' => put_number(out, date.day().into(), true),
        'B' => out.push_str(month),
        'b' => out.push_str(&month[..3]),
        'A' => out.push_str(super::weekday(date)),
        'a' => out.push_str(&super::weekday(date)[..3]),
        'j' if bare => put_number(out, date.day_of_year().into(), true),
        'j' => write!(out, "{:03}", date.day_of_year()).ok()?,
        _ => return None,
    }
    Some(())
}

fn put_time(out: &mut String, letter: char, bare: bool, time: Time) -> Option<()> {
    let hour = i64::from(time.hour());
    match letter {
        'H' => put_number(out, hour, bare),
        'I' => put_number(out, (hour + 11) % 12 + 1, bare),
        'M' => put_number(out, time.minute().into(), bare),
        'S' => put_number(out, time.second().into(), bare),
        'p' => out.push_str(if hour < 12 { "AM" } else { "PM" }),
        _ => return None,
    }
    Some(())
}

fn put_number(out: &mut String, number: i64, bare: bool) {
    // Writing to a string does not fail.
    let _ = if bare { write!(out, "{number}") } else { write!(out, "{number:02}") };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::dates;

    #[test]
    fn every_letter() {
        let at = dates::datetime(2018, 3, 5, 0, 7, 9).unwrap();
        assert_eq!(format_datetime(at, "%Y-%m-%dT%H:%M:%S"), "2018-03-05T00:07:09");
        assert_eq!(
            format_datetime(at, "%e/%-m/%y %a %A %b %B %j %-j %I%p %-H"),
            "5/3/18 Mon Monday Mar March 064 64 12AM 0"
        );
    }

    #[test]
    fn what_is_unknown_stays() {
        let date = dates::date(2018, 3, 5).unwrap();
        assert_eq!(format_date(date, "100%% %q %H %é %-é %"), "100% %q %H %é %-é %");
        assert_eq!(format_date(date, "%-"), "%-");
    }
}
