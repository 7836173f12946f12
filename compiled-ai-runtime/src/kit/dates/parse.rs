//! A text that is a date as a whole.

use crate::Date;
use crate::kit::words;

/// How a date of three numbers is meant. A first number of four digits is always the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year: most of the world.
    Dmy,
    /// Month, day, year: the USA.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// The date that `s` is as a whole: numbers in the given order, ISO, `20181225`, `25122018`, or with a month's name; in
/// parentheses or not. Numbers that
/// are no date in that order but one with day and month swapped are taken so. Years of two digits are 1969 to 2068.
///
/// ```
/// # use compiled_ai_runtime::kit::dates::{DateOrder::{Dmy, Mdy}, date, parse_date};
/// let christmas = date(2018, 12, 25);
/// for s in ["25/12/2018", "25-12-18", "2018-12-25", "25 Dec 2018", "Tuesday, December 25th, 2018", "25DEC18"] {
///     assert_eq!(parse_date(s, Dmy), christmas);
/// }
/// assert_eq!(parse_date("03/04/2018", Mdy), date(2018, 3, 4));
/// assert_eq!(parse_date("31/02/2018", Dmy), None);
/// ```
pub fn parse_date(s: &str, order: DateOrder) -> Option<Date> {
    let s = skip_weekday(s.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']')));
    let (date, end) = date_at(s, 0, order)?;
    (end == s.len()).then_some(date)
}

/// The longest date at byte `start` of `s`, and the byte after it.
pub(super) fn date_at(s: &str, start: usize, order: DateOrder) -> Option<(Date, usize)> {
    let mut cursor = Cursor { s, at: start };
    let date = match cursor.peek()? {
        b'0'..=b'9' => numbers_first(&mut cursor, order)?,
        _ => month_first(&mut cursor)?,
    };
    Some((date, cursor.at))
}

fn numbers_first(cursor: &mut Cursor<'_>, order: DateOrder) -> Option<Date> {
    let first = cursor.number()?;
    match first.digits {
        8 => compact(first.value, order),
        4 => {
            let separator = cursor.separator();
            let month = match cursor.month_name() {
                Some(month) => month,
                None => cursor.short_number(separator?)?,
            };
            if cursor.separator() != separator {
                return None;
            }
            make(i32::try_from(first.value).ok()?, month, cursor.day()?)
        }
        1 | 2 => {
            let mut named = cursor.clone();
            if let Some(date) = day_and_name(&mut named, first.value) {
                *cursor = named;
                return Some(date);
            }
            let separator = cursor.separator()?;
            let second = cursor.short_number(separator)?;
            if cursor.separator()? != separator {
                return None;
            }
            let third = cursor.number()?;
            in_order(order, first.value, second, &third)
        }
        _ => None,
    }
}

/// `20181225`, or else `25122018` or `12252018` by the order; only of years from 1900 to 2099.
fn compact(number: u32, order: DateOrder) -> Option<Date> {
    let recent = |date: &Date| (1900..2100).contains(&date.year());
    let year_first = make(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100).filter(recent);
    let year = i32::try_from(number % 10_000).ok()?;
    let year_last = match order {
        DateOrder::Dmy => make(year, number / 10_000 % 100, number / 1_000_000),
        DateOrder::Mdy => make(year, number / 1_000_000, number / 10_000 % 100),
        DateOrder::Ymd => None,
    };
    year_first.or(year_last.filter(recent))
}

/// `25th of December, 2018`, after the 25.
fn day_and_name(cursor: &mut Cursor<'_>, day: u32) -> Option<Date> {
    cursor.ordinal();
    cursor.gap();
    if text_starts_ci(cursor.rest(), "of ") {
        cursor.at += 3;
    }
    let month = cursor.month_name()?;
    cursor.gap();
    let year = cursor.year()?;
    make(year, month, day)
}

/// `December 25th, 2018`.
fn month_first(cursor: &mut Cursor<'_>) -> Option<Date> {
    // Looking at what follows first spares the search for most words.
    let mut ahead = cursor.clone();
    ahead.word();
    ahead.gap();
    if !ahead.peek()?.is_ascii_digit() {
        return None;
    }
    let month = cursor.month_name()?;
    cursor.gap();
    let day = cursor.day()?;
    let before = cursor.at;
    cursor.ordinal();
    cursor.gap();
    // `Dec 2518` is no date.
    if cursor.at == before {
        return None;
    }
    make(cursor.year()?, month, day)
}

fn in_order(order: DateOrder, first: u32, second: u32, third: &Number) -> Option<Date> {
    let year = |number: u32| i32::try_from(if number < 69 { 2000 + number } else { 1900 + number }).ok();
    if order == DateOrder::Ymd && third.digits <= 2 {
        return make(year(first)?, second, third.value);
    }
    let last = match third.digits {
        4 => i32::try_from(third.value).ok()?,
        2 => year(third.value)?,
        _ => return None,
    };
    let (day, month) = if order == DateOrder::Mdy { (second, first) } else { (first, second) };
    make(last, month, day).or_else(|| make(last, day, month))
}

fn make(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn skip_weekday(s: &str) -> &str {
    let end = s.find(|c: char| !c.is_alphabetic()).unwrap_or(s.len());
    if words::weekday(&s[..end]).is_some() { s[end..].trim_start_matches(['.', ',', ' ']) } else { s }
}

fn text_starts_ci(s: &str, prefix: &str) -> bool {
    crate::kit::text::starts_with_ci(s, prefix)
}

struct Number {
    value: u32,
    digits: usize,
}

#[derive(Clone)]
struct Cursor<'t> {
    s: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.s.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// Up to eight digits.
    fn number(&mut self) -> Option<Number> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if digits > 8 {
            return None;
        }
        let value = self.rest()[..digits].parse().ok()?;
        self.at += digits;
        Some(Number { value, digits })
    }

    /// One or two digits; after a space as separator, two would be too little to tell a date from any three numbers.
    fn short_number(&mut self, separator: char) -> Option<u32> {
        let number = self.number()?;
        (number.digits <= 2 && separator != ' ').then_some(number.value)
    }

    /// `/`, `-`, `.` with spaces around it, or spaces alone.
    fn separator(&mut self) -> Option<char> {
        let rest = self.rest();
        let inside = rest.trim_start_matches(' ');
        let found = match inside.chars().next()? {
            c @ ('/' | '-' | '.') => c,
            _ if inside.len() < rest.len() => ' ',
            _ => return None,
        };
        self.at += rest.len() - inside.len();
        if found != ' ' {
            self.at += 1;
            self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
        }
        Some(found)
    }

    /// What may stand between a month's name and its numbers.
    fn gap(&mut self) {
        let rest = self.rest();
        let after = rest.trim_start_matches([' ', ',', '.', '-', '/', '\'', '’']);
        if rest.len() - after.len() <= 5 {
            self.at += rest.len() - after.len();
        }
    }

    fn ordinal(&mut self) {
        let end = ["st", "nd", "rd", "th"].iter().any(|end| text_starts_ci(self.rest(), end));
        if end && !self.rest()[2..].starts_with(char::is_alphabetic) {
            self.at += 2;
        }
    }

    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    fn month_name(&mut self) -> Option<u32> {
        let start = self.at;
        let month = words::month(self.word()).and_then(|month| u32::try_from(month).ok());
        if month.is_none() {
            self.at = start;
        }
        month
    }

    fn day(&mut self) -> Option<u32> {
        self.number().filter(|number| number.digits <= 2).map(|number| number.value)
    }

    fn year(&mut self) -> Option<i32> {
        let number = self.number()?;
        let year = match (number.digits, number.value) {
            (4, year) => year,
            (2, year @ ..69) => 2000 + year,
            (2, year) => 1900 + year,
            _ => return None,
        };
        i32::try_from(year).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{Dmy, Mdy, Ymd};
    use super::*;

    fn is(s: &str, order: DateOrder, year: i16, month: i8, day: i8) {
        assert_eq!(parse_date(s, order), Date::new(year, month, day).ok(), "{s}");
    }

    #[test]
    fn numeric_dates() {
        is("5/3/2018", Dmy, 2018, 3, 5);
        is("5/3/2018", Mdy, 2018, 5, 3);
        is("18-03-05", Ymd, 2018, 3, 5);
        is("5-3-2018", Ymd, 2018, 3, 5);
        is("12/28/2017", Dmy, 2017, 12, 28);
        is("28/12/2017", Mdy, 2017, 12, 28);
        is("01.02.69", Dmy, 1969, 2, 1);
        is("01.02.68", Dmy, 2068, 2, 1);
        is(" 25 / 12 / 2018 ", Dmy, 2018, 12, 25);
        is("2018/3/5", Mdy, 2018, 3, 5);
        is("20181225", Dmy, 2018, 12, 25);
        is("25122018", Dmy, 2018, 12, 25);
        is("12252018", Mdy, 2018, 12, 25);
        is("(06/12/2016)", Dmy, 2016, 12, 6);
    }

    #[test]
    fn dates_with_a_name() {
        is("05 MAR 2018", Dmy, 2018, 3, 5);
        is("5-Mar-18", Mdy, 2018, 3, 5);
        is("05MAR2018", Mdy, 2018, 3, 5);
        is("19 april 2014", Dmy, 2014, 4, 19);
        is("1st of May, 2018", Dmy, 2018, 5, 1);
        is("Sept. 3, 2018", Dmy, 2018, 9, 3);
        is("2018-Mar-05", Dmy, 2018, 3, 5);
        is("5. März 2018", Dmy, 2018, 3, 5);
        is("Mar 5 '18", Dmy, 2018, 3, 5);
    }

    #[test]
    fn other_text_is_no_date() {
        for s in [
            "",
            "Mar 2018",
            "2018",
            "1/2",
            "1/2/3",
            "1/2-2018",
            "31/02/2018",
            "12 31 00",
            "1/2/20189",
            "é",
            "25/12/2018 8:13",
            "123456789",
            "00/00/0000",
            "20181325",
            "May",
            "5 May",
            "29/02/2019",
            "1-Foo-2018",
        ] {
            assert_eq!(parse_date(s, Dmy), None, "{s}");
        }
    }
}
