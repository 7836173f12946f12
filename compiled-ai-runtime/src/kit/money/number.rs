//! Reading one printed number with its separators.

use crate::Decimal;

/// More digits before the point are no amount; it keeps sums and products far from overflow.
const MAX_WHOLE: usize = 15;
/// More digits behind the point are no amount.
const MAX_DECIMALS: usize = 10;

/// A number as it was printed.
pub(super) struct Number {
    /// Its value, without any sign.
    pub(super) value: Decimal,
    /// The byte after it.
    pub(super) end: usize,
    /// How many digits stand behind its decimal separator.
    pub(super) decimals: usize,
}

/// Reads the longest number at byte `start` of `s`, where a digit or `.5` must stand. `decimal` fixes the decimal
/// separator; otherwise the last separator is it, unless the groups of digits speak for thousands.
pub(super) fn read(s: &str, start: usize, decimal: Option<char>) -> Option<Number> {
    let end = extent(s, start);
    let run = s.get(start..end)?;
    let separator = match decimal {
        Some(separator) => run.rfind(separator).filter(|at| run.find(separator) == Some(*at)),
        None => decimal_separator(run),
    };
    let (whole, fraction) = match separator {
        Some(at) => (&run[..at], &run[at + run[at..].chars().next()?.len_utf8()..]),
        None => (run, ""),
    };
    if fraction.bytes().any(|b| !b.is_ascii_digit()) || !is_grouped(whole, fraction.is_empty()) {
        return None;
    }
    let digits = whole.bytes().filter(u8::is_ascii_digit);
    let significant = whole.trim_start_matches(|c: char| c == '0' || !c.is_ascii_digit());
    if significant.bytes().filter(u8::is_ascii_digit).count() > MAX_WHOLE || fraction.len() > MAX_DECIMALS {
        return None;
    }
    let mantissa = digits.chain(fraction.bytes()).fold(0_i128, |n, b| n * 10 + i128::from(b - b'0'));
    let value = Decimal::try_from_i128_with_scale(mantissa, u32::try_from(fraction.len()).ok()?).ok()?;
    Some(Number { value, end, decimals: fraction.len() })
}

/// The byte after the digits and the separators between digits.
fn extent(s: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = s.get(start..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after_digit = end > start;
        let joins = match c {
            '0'..='9' => true,
            '.' => true,
            ',' | '\'' | '’' => after_digit,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => after_digit && starts_group(&s[start + at + c.len_utf8()..]),
            _ => false,
        };
        if !joins || (!c.is_ascii_digit() && !chars.peek().is_some_and(|(_, next)| next.is_ascii_digit())) {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Whether exactly three digits follow, so that a space may separate thousands.
fn starts_group(s: &str) -> bool {
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// The byte of the decimal separator in digits and separators, if there is one.
fn decimal_separator(run: &str) -> Option<usize> {
    let (at, last) = run.char_indices().rfind(|(_, c)| !c.is_ascii_digit())?;
    let alone = run.find(|c: char| !c.is_ascii_digit()) == Some(at);
    let decimals = run.len() - at - last.len_utf8();
    match last {
        // `1.234` is a decimal, `1.234.567` has groups.
        '.' => (run.find('.') == Some(at)).then_some(at),
        // `1,234` has a group, `1,23` and `1.234,567` are decimals.
        ',' if alone => {
            let group = decimals == 3 && (1..=3).contains(&at) && !run.starts_with('0');
            (!group).then_some(at)
        }
        ',' => (run.find(',') == Some(at)).then_some(at),
        _ => None,
    }
}

/// Whether the digits before the decimal separator are grouped as thousands (or lakhs) by one kind of separator.
fn is_grouped(whole: &str, alone: bool) -> bool {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return !(whole.is_empty() && alone) };
    let groups = whole.split(separator).count();
    let indian = separator == ',' && groups > 2;
    whole.split(separator).enumerate().all(|(n, group)| {
        let fits = match group.len() {
            0 => false,
            length if n == 0 => length <= 3,
            3 => true,
            2 => indian && n + 1 < groups,
            _ => false,
        };
        fits && group.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn value(s: &str) -> Option<alloc::string::String> {
        read(s, 0, None).filter(|n| n.end == s.len()).map(|n| n.value.to_string())
    }

    #[test]
    fn separators_are_told_apart() {
        for (printed, meant) in [
            ("1,234.50", "1234.50"),
            ("1.234,50", "1234.50"),
            ("1 234,50", "1234.50"),
            ("1'234.50", "1234.50"),
            ("1,23,456.00", "123456.00"),
            ("1,234", "1234"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1.234", "1.234"),
            ("0,123", "0.123"),
            ("12,5", "12.5"),
            (".50", "0.50"),
            ("007", "7"),
            ("9.000", "9.000"),
        ] {
            assert_eq!(value(printed).as_deref(), Some(meant), "{printed}");
        }
        for printed in
            ["12.05.2018", "1,2,3", "1,23.456,7", "1234567890123456", "1.23456789012", ".", "", "1..2", "12 31 00"]
        {
            assert_eq!(value(printed), None, "{printed}");
        }
    }

    #[test]
    fn the_decimal_separator_can_be_fixed() {
        let fixed = |s: &str, c| read(s, 0, Some(c)).map(|n| n.value.to_string());
        assert_eq!(fixed("1.234", ',').as_deref(), Some("1234"));
        assert_eq!(fixed("1,234", ',').as_deref(), Some("1.234"));
        assert_eq!(fixed("1.23", ','), None);
    }
}
