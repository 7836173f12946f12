//! A text that is an amount as a whole.

use super::number;
use crate::Decimal;
use crate::kit::{text, words};

/// The amount that `s` is as a whole: a number with its currency, sign or accounting parentheses, misread digits put
/// right. `1,234` is 1234 and `1.234` is 1.234; see [`parse_amount_with`].
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::parse_amount};
/// assert_eq!(parse_amount("RM 1,234.50"), Some(Decimal::new(123450, 2)));
/// assert_eq!(parse_amount("1.234,50 €"), Some(Decimal::new(123450, 2)));
/// assert_eq!(parse_amount("(12.00)"), Some(Decimal::new(-1200, 2)));
/// assert_eq!(parse_amount("9.O0"), Some(Decimal::new(900, 2)));
/// assert_eq!(parse_amount("9.00 SR"), None);
/// ```
pub fn parse_amount(s: &str) -> Option<Decimal> {
    parse(s, None)
}

/// [`parse_amount`] with a fixed decimal separator, `'.'` or `','`.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::parse_amount_with};
/// assert_eq!(parse_amount_with("1.234", ','), Some(Decimal::from(1234)));
/// ```
pub fn parse_amount_with(s: &str, decimal: char) -> Option<Decimal> {
    parse(s, Some(decimal))
}

/// The percentage that `s` is as a whole; the `%` may be missing.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::parse_percent};
/// assert_eq!(parse_percent("6.5 %"), Some(Decimal::new(65, 1)));
/// ```
pub fn parse_percent(s: &str) -> Option<Decimal> {
    let s = s.trim();
    parse_amount(s.strip_suffix('%').unwrap_or(s))
}

/// The ISO code of the first currency that stands beside a number in `text`, else of the first symbol or code in it.
///
/// ```
/// # use compiled_ai_runtime::kit::money::detect_currency;
/// assert_eq!(detect_currency("TOTAL (RM): 9.00"), Some("MYR"));
/// ```
pub fn detect_currency(text: &str) -> Option<&'static str> {
    let beside = super::amounts_in(text).into_iter().find_map(|amount| amount.currency);
    beside.or_else(|| {
        let inside_word = |at: usize, c: char| c.is_alphabetic() && text[..at].ends_with(char::is_alphabetic);
        let mut marks = text.char_indices().filter(|&(at, c)| !inside_word(at, c));
        marks.find_map(|(at, _)| words::currency_at_start(&text[at..])).map(|(currency, _)| currency.code)
    })
}

fn parse(s: &str, decimal: Option<char>) -> Option<Decimal> {
    parse_exact(s, decimal).or_else(|| {
        let fixed = text::fix_ocr_digits(s);
        if fixed == s { None } else { parse_exact(&fixed, decimal) }
    })
}

fn parse_exact(s: &str, decimal: Option<char>) -> Option<Decimal> {
    let s = s.trim();
    let (inside, parentheses) = match s.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => (s, false),
    };
    let (rest, sign_before) = prefix(inside);
    let number = number::read(rest, 0, decimal)?;
    let sign_after = suffix(&rest[number.end..])?;
    match [parentheses, sign_before == Some('-'), sign_after].iter().filter(|&&negative| negative).count() {
        0 => Some(number.value),
        1 => Some(-number.value),
        _ => None,
    }
}

/// Skips a currency and a sign in either order; gives what follows, and the sign.
fn prefix(s: &str) -> (&str, Option<char>) {
    let mut rest = s.trim_start();
    let (mut sign, mut currency) = (None, false);
    loop {
        let c = rest.chars().next();
        if let Some(mark @ ('-' | '−' | '–' | '+')) = c.filter(|_| sign.is_none()) {
            sign = Some(if mark == '+' { '+' } else { '-' });
            rest = rest[mark.len_utf8()..].trim_start();
        } else if let Some((_, length)) = words::currency_at_start(rest).filter(|_| !currency) {
            currency = true;
            rest = rest[length..].trim_start_matches([':', ' ', '\t', '\u{a0}']);
        } else {
            return (rest, sign);
        }
    }
}

/// Whether a minus stands behind the number; `None` if anything but a sign or a currency does.
fn suffix(s: &str) -> Option<bool> {
    let rest = s.trim();
    let (rest, negative) = match rest.strip_prefix('-') {
        Some(after) => (after.trim_start(), true),
        None => (rest, false),
    };
    let done = rest.is_empty() || words::currency_at_start(rest).is_some_and(|(_, length)| length == rest.len());
    done.then_some(negative)
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::str::FromStr;

    #[test]
    fn currencies_and_signs_in_every_place() {
        for (printed, meant) in [
            ("-5", "-5"),
            ("-RM 0.02", "-0.02"),
            ("RM -0.02", "-0.02"),
            ("$8.20", "8.20"),
            ("12.00-", "-12.00"),
            ("(RM 5.50)", "-5.50"),
            ("−3,50 EUR", "-3.50"),
            ("RM\t60.31", "60.31"),
            ("RM: 60", "60"),
            ("+1", "1"),
            ("kr 1 000,00", "1000.00"),
            ("1OO.S0", "100.50"),
            ("\u{a0}5\u{a0}€", "5"),
        ] {
            assert_eq!(parse_amount(printed), Some(Decimal::from_str(meant).unwrap()), "{printed}");
        }
        for printed in ["", "RM", "-", "(5", "--5", "(-5)", "5 6", "12/05/2018", "5%", "$$5", "abc", "()"] {
            assert_eq!(parse_amount(printed), None, "{printed}");
        }
    }

    #[test]
    fn a_currency_beside_a_number_comes_first() {
        assert_eq!(detect_currency("CHF list\nTOTAL RM 5.00"), Some("MYR"));
        assert_eq!(detect_currency("AMT(RM)"), Some("MYR"));
        assert_eq!(detect_currency("FARM 9.00"), None);
    }
}
