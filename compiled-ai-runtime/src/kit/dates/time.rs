//! Times of day, and dates with them.

use super::parse::{DateOrder, date_at};
use crate::{DateTime, Time};

/// The time of day that `s` is as a whole: `20:49`, `8:13:39 PM`, `8 pm`, `13 : 58`, `0830`, `083000`, `14h30`, with
/// fractions of a second.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{parse_time, time};
/// assert_eq!(parse_time("8:13:39 PM"), time(20, 13, 39));
/// assert_eq!(parse_time("12:05 a.m."), time(0, 5, 0));
/// ```
pub fn parse_time(s: &str) -> Option<Time> {
    let s = s.trim();
    let (time, end) = time_at(s, 0)?;
    (end == s.len()).then_some(time)
}

/// The date and time that `s` is as a whole: a date of [`parse_date`](super::parse_date), then a time of
/// [`parse_time`], with `T`, spaces or a comma between them; or `20181225201339`. A time zone (`Z`, `+08:00`) is
/// skipped, not applied.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{DateOrder, datetime, parse_datetime};
/// let expected = datetime(2018, 12, 25, 20, 13, 39);
/// assert_eq!(parse_datetime("25/12/2018 8:13:39 PM", DateOrder::Dmy), expected);
/// assert_eq!(parse_datetime("2018-12-25T20:13:39Z", DateOrder::Dmy), expected);
/// ```
pub fn parse_datetime(s: &str, order: DateOrder) -> Option<DateTime> {
    let s = s.trim();
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    let (date, time) = if matches!(digits, 12 | 14) {
        (date_at(&s[..8], 0, order)?.0, &s[8..])
    } else {
        let (date, end) = date_at(s, 0, order)?;
        let rest = &s[end..];
        let time = rest.trim_start_matches([' ', '\t', ',', '-', '@', '#']);
        let time = time.strip_prefix(['T', 't']).unwrap_or(time);
        if time.len() == rest.len() {
            return None;
        }
        (date, time)
    };
    let (time, end) = time_at(time, 0).map(|(found, end)| (found, &time[end..]))?;
    is_zone(end).then(|| date.to_datetime(time))
}

/// The longest time at byte `start` of `s`, and the byte after it.
pub(super) fn time_at(s: &str, start: usize) -> Option<(Time, usize)> {
    let rest = s.get(start..)?;
    let (hour, mut length) = digits(rest)?;
    let (mut minute, mut second, mut nanos) = (0, 0, 0);
    let mut exact = true;
    match length {
        4 | 6 => {
            let all = hour;
            let parts =
                if length == 4 { (all / 100, all % 100, 0) } else { (all / 10_000, all / 100 % 100, all % 100) };
            return finish(rest, start, length, parts, 0, true);
        }
        1 | 2 => {}
        _ => return None,
    }
    if let Some((value, end)) = part(rest, length, &[':', 'h', 'H']) {
        (minute, length) = (value, end);
        if let Some((value, end)) = part(rest, length, &[':']) {
            (second, length) = (value, end);
            if let Some(after) = rest[length..].strip_prefix(['.', ',']) {
                let places = after.bytes().take_while(u8::is_ascii_digit).count();
                if places > 0 {
                    nanos = after.bytes().take(places.min(9)).fold(0, |n, b| n * 10 + i32::from(b - b'0'))
                        * 10_i32.pow(9 - u32::try_from(places.min(9)).ok()?);
                    length += 1 + places;
                }
            }
        }
    } else {
        exact = false;
    }
    finish(rest, start, length, (hour, minute, second), nanos, exact)
}

/// Reads AM or PM, which an hour alone needs, and builds the time.
fn finish(
    rest: &str,
    start: usize,
    length: usize,
    (hour, minute, second): (u32, u32, u32),
    nanos: i32,
    exact: bool,
) -> Option<(Time, usize)> {
    let half = half_of_day(&rest[length..]);
    let hour = match half {
        None if !exact => return None,
        // `13:14:15 PM` is common print; the hour already says it.
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    let time = Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?, nanos).ok()?;
    Some((time, start + length + half.map_or(0, |(_, n)| n)))
}

/// Whether it is PM, and the length with spaces before it.
fn half_of_day(s: &str) -> Option<(bool, usize)> {
    let word = s.trim_start_matches([' ', '\t']);
    let spaces = s.len() - word.len();
    for (mark, pm) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        if let Some(after) = crate::kit::text::strip_prefix_ci(word, mark)
            && !after.starts_with(char::is_alphanumeric)
        {
            return Some((pm, spaces + mark.len()));
        }
    }
    None
}

/// Two digits after one of the separators, with spaces around it.
fn part(s: &str, at: usize, separators: &[char]) -> Option<(u32, usize)> {
    let inside = s[at..].trim_start_matches(' ').strip_prefix(separators)?.trim_start_matches(' ');
    let (value, length) = digits(inside)?;
    (length == 2).then_some((value, s.len() - inside.len() + 2))
}

/// The number that `s` starts with, of up to six digits, and how many they are.
fn digits(s: &str) -> Option<(u32, usize)> {
    let length = s.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=6).contains(&length) { s[..length].parse().ok().map(|value| (value, length)) } else { None }
}

/// Whether `s` is empty or a time zone's offset.
fn is_zone(s: &str) -> bool {
    let s = s.trim();
    let Some(offset) = s.strip_prefix(['+', '-']) else { return matches!(s, "" | "Z" | "z" | "UTC" | "GMT") };
    let colons = offset.bytes().filter(|&b| b == b':').count();
    colons <= 1 && (2..=5).contains(&offset.len()) && offset.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        for (s, h, m, sec, nanos) in [
            ("20:49", 20, 49, 0, 0),
            ("13 : 58", 13, 58, 0, 0),
            ("8 pm", 20, 0, 0, 0),
            ("8PM", 20, 0, 0, 0),
            ("0830", 8, 30, 0, 0),
            ("083059", 8, 30, 59, 0),
            ("14h30", 14, 30, 0, 0),
            ("12:00 PM", 12, 0, 0, 0),
            ("13:14:15 PM", 13, 14, 15, 0),
            ("01:02:03.25", 1, 2, 3, 250_000_000),
            ("01:02:03.1234567891", 1, 2, 3, 123_456_789),
        ] {
            assert_eq!(parse_time(s), Time::new(h, m, sec, nanos).ok(), "{s}");
        }
        for s in ["", "8", "24:00", "12:60", "8:1", "12:31 xx", "123", "1234567", "am", "12:30amx", "é"] {
            assert_eq!(parse_time(s), None, "{s}");
        }
    }

    #[test]
    fn dates_with_times() {
        for s in [
            "2018-12-25 20:13",
            "20181225201300",
            "201812252013",
            "25 Dec 2018, 8:13 pm",
            "2018-12-25T20:13:00+08:00",
            "25/12/2018 - 20:13",
        ] {
            assert_eq!(parse_datetime(s, DateOrder::Dmy), DateTime::new(2018, 12, 25, 20, 13, 0, 0).ok(), "{s}");
        }
        for s in ["", "2018-12-25", "20:13", "2018-12-25 20:13 MYT", "2018-12-25T", "20181325201300"] {
            assert_eq!(parse_datetime(s, DateOrder::Dmy), None, "{s}");
        }
    }
}
