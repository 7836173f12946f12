//! The date.

use std::sync::LazyLock;

use compiled_ai::Date;
use regex::Regex;

use super::lines::find_word;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let numbers = r"([0-9OIL]{1,2}) ?([/.-]) ?([0-9OIL]{1,2}) ?([/.-]) ?";
    let name = r"([0-9OIL]{1,2})[ -]([A-Z]{3,9})[ -]";
    Regex::new(&format!("(?:{numbers}|{name})([0-9OIL]{{4}}|[0-9OIL]{{2}})")).expect("a regular expression")
});

/// The date of the sale.
pub(super) fn date(lines: &[&str]) -> Option<Date> {
    let labelled = lines.iter().enumerate().find_map(|(at, line)| {
        let after = ["DATE", "TARIKH"].iter().filter_map(|word| Some(find_word(line, word)? + word.len())).min()?;
        let rest = &line[after..];
        find(rest).or_else(|| if rest.contains(char::is_alphanumeric) { None } else { find(lines.get(at + 1)?) })
    });
    labelled.or_else(|| lines.iter().find_map(|line| find(line)))
}

/// The first date in a line.
pub(super) fn find(line: &str) -> Option<Date> {
    // What looks like a date and is none may hold the beginning of one that is.
    let mut start = 0;
    while let Some(found) = DATE.captures_at(line, start) {
        let whole = found.get_match();
        if !joins_before(&line[..whole.start()])
            && !joins_after(&line[whole.end()..])
            && let Some(date) = read(&found)
        {
            return Some(date);
        }
        start = whole.start() + 1;
    }
    None
}

fn joins_before(text: &str) -> bool {
    let without_sign = text.strip_suffix(['/', '-', '.']);
    text.ends_with(char::is_alphanumeric)
        || without_sign.is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
}

fn joins_after(text: &str) -> bool {
    text.strip_prefix(['/', '-', '.']).unwrap_or(text).starts_with(|c: char| c.is_ascii_digit())
}

fn read(found: &regex::Captures<'_>) -> Option<Date> {
    let part = |group| found.get(group).map(|part| part.as_str());
    let (day, month) = match (part(1), part(5)) {
        (Some(day), _) if part(2) == part(4) => (day, number(part(3)?)?),
        (_, Some(day)) => (day, month(part(6)?)?),
        _ => return None,
    };
    let year = part(7)?;
    let century = if year.len() == 2 { 2000 } else { 0 };
    Date::new(number(year)? + century, month.try_into().ok()?, number(day)?.try_into().ok()?).ok()
}

/// Digits, some of them read as letters.
fn number(text: &str) -> Option<i16> {
    text.bytes().try_fold(0, |sum: i16, byte| {
        let digit = match byte {
            b'O' => 0,
            b'I' | b'L' => 1,
            _ => byte - b'0',
        };
        sum.checked_mul(10)?.checked_add(digit.into())
    })
}

fn month(name: &str) -> Option<i16> {
    Some(match name {
        "JAN" | "JANUARY" | "JANUARI" => 1,
        "FEB" | "FEBRUARY" | "FEBRUARI" => 2,
        "MAR" | "MARCH" | "MAC" => 3,
        "APR" | "APRIL" => 4,
        "MAY" | "MEI" => 5,
        "JUN" | "JUNE" => 6,
        "JUL" | "JULY" | "JULAI" => 7,
        "AUG" | "AUGUST" | "OGOS" => 8,
        "SEP" | "SEPT" | "SEPTEMBER" => 9,
        "OCT" | "OCTOBER" | "OKT" | "OKTOBER" => 10,
        "NOV" | "NOVEMBER" => 11,
        "DEC" | "DECEMBER" | "DIS" | "DISEMBER" => 12,
        _ => return None,
    })
}
