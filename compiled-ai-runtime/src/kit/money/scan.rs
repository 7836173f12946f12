//! Amounts within a longer text.

use alloc::vec::Vec;

use super::number;
use crate::Decimal;
use crate::kit::words;

/// An amount found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount<'t> {
    /// Its value with its sign.
    pub value: Decimal,
    /// How it is printed, with sign and currency.
    pub raw: &'t str,
    /// The ISO code of the currency beside it.
    pub currency: Option<&'static str>,
    /// Byte offset of `raw`.
    pub start: usize,
    /// The byte after `raw`.
    pub end: usize,
}

/// The amounts in a text, in order: the numbers with two decimals or a currency beside them, without dates, times,
/// percentages, and numbers that are part of a word. For misread digits apply `text::fix_ocr_digits` first.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::amounts_in};
/// let found = amounts_in("2 X RM5 = 10.00 (6% GST) 25/12/2018");
/// assert_eq!(found.iter().map(|a| a.raw).collect::<Vec<_>>(), ["RM5", "10.00"]);
/// assert_eq!(found[1].value, Decimal::new(1000, 2));
/// ```
pub fn amounts_in(text: &str) -> Vec<Amount<'_>> {
    scan(text)
        .filter(|(amount, decimals)| *decimals == 2 || amount.currency.is_some())
        .map(|(amount, _)| amount)
        .collect()
}

/// The first of [`amounts_in`].
pub fn first_amount(text: &str) -> Option<Decimal> {
    let is_amount = |(amount, decimals): &(Amount<'_>, usize)| *decimals == 2 || amount.currency.is_some();
    scan(text).find(is_amount).map(|(amount, _)| amount.value)
}

/// The last of [`amounts_in`].
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::last_amount};
/// assert_eq!(last_amount("1 PC\t*\t9.000\t0.00\t9.00"), Some(Decimal::new(900, 2)));
/// ```
pub fn last_amount(text: &str) -> Option<Decimal> {
    amounts_in(text).last().map(|amount| amount.value)
}

/// Every number that stands alone, as [`amounts_in`] finds them, whole numbers too.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::numbers_in};
/// assert_eq!(numbers_in("QTY 2 A4 1.5"), [Decimal::from(2), Decimal::new(15, 1)]);
/// ```
pub fn numbers_in(text: &str) -> Vec<Decimal> {
    scan(text).map(|(amount, _)| amount.value).collect()
}

/// Every number that stands alone, and its count of decimals.
fn scan(text: &str) -> impl Iterator<Item = (Amount<'_>, usize)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    core::iter::from_fn(move || {
        while at < bytes.len() {
            let point = bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if !bytes[at].is_ascii_digit() && !point {
                at += 1;
                continue;
            }
            let start = at;
            let found = number::read(text, start, None).and_then(|number| amount(text, start, &number));
            if let Some((amount, decimals)) = found {
                at = amount.end;
                return Some((amount, decimals));
            }
            // The digits here are part of something else, which ends at the next space.
            while at < bytes.len() && !bytes[at].is_ascii_whitespace() {
                at += 1;
            }
        }
        None
    })
}

/// The number with its surroundings, unless these say that it is no number of its own.
fn amount<'t>(text: &'t str, number_start: usize, number: &number::Number) -> Option<(Amount<'t>, usize)> {
    let (mut start, mut currency) = (number_start, None);
    let before = text[..start].trim_end_matches([' ', '\t', ':']);
    let gap = &text[before.len()..start];
    if let Some((found, length)) = words::currency_at_end(before).filter(|_| gap.len() <= 3) {
        currency = Some(found.code);
        start = before.len() - length;
    }
    // A sign before the number, or before its currency; `A-5` and `12-19` have none.
    let mut negative = false;
    for from in [number_start, start] {
        let sign = ['-', '−'].into_iter().find(|&sign| text[..from].ends_with(sign));
        let at = from - sign.map_or(0, char::len_utf8);
        if sign.is_some() && !negative && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            negative = true;
            start = start.min(at);
        } else if sign.is_some() && from == number_start && currency.is_none() {
            // Leaders such as `TOTAL -----9.00` are fine, `A-5.00` is not.
            if text[..at].ends_with(char::is_alphanumeric) {
                return None;
            }
        }
    }
    let mut end = number.end;
    let glued = text[..start].chars().next_back();
    if start == number_start && glued.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '\\' | '_')) {
        return None;
    }
    if glued == Some(':') && text[..start - 1].ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = &text[end..];
    let space = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    if currency.is_none()
        && let Some((found, length)) = words::currency_at_start(&rest[space..])
    {
        // A mark between two numbers belongs to the second one.
        let next = rest[space + length..].trim_start_matches([' ', '\t']);
        if space <= 2 && !next.starts_with(|c: char| c.is_ascii_digit()) {
            currency = Some(found.code);
            end += space + length;
        }
    }
    if !ends_well(&text[end..], number.decimals, end == number.end) {
        return None;
    }
    if text[end..].starts_with('-') && !negative {
        negative = true;
        end += 1;
    } else if text[..start].ends_with('(') && text[end..].starts_with(')') && !negative && number.decimals == 2 {
        (negative, start, end) = (true, start - 1, end + 1);
    }
    let value = if negative { -number.value } else { number.value };
    Some((Amount { value, raw: &text[start..end], currency, start, end }, number.decimals))
}

/// Whether what follows a number lets it be one.
fn ends_well(rest: &str, decimals: usize, is_number_end: bool) -> bool {
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    let digit_next = second.is_some_and(|c| c.is_ascii_digit());
    match first {
        Some('%') => false,
        Some(c) if c.is_whitespace() => !rest.trim_start_matches(' ').starts_with('%'),
        Some('/' | ':' | '-' | '.' | ',' | '\\') => {
            !digit_next && (first != Some('-') || !second.is_some_and(char::is_alphanumeric))
        }
        Some(c) if c.is_alphanumeric() && is_number_end => {
            // `9.00SR` carries a tax code, `9.00KG` a unit.
            let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let code = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_uppercase());
            decimals == 2 && code && words::unit(word).is_none()
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn found(text: &str) -> Vec<String> {
        amounts_in(text).iter().map(|amount| amount.value.to_string()).collect()
    }

    #[test]
    fn amounts_and_nothing_else() {
        for (text, amounts) in [
            ("TOTAL AMT................. RM\t60.31", &["60.31"][..]),
            ("@DISC\t10.00%\t-5.59", &["-5.59"]),
            ("ROUNDING ADJUSTMENT\t-RM 0.02", &["-0.02"]),
            ("12/05/2018 20:49:59 #01 10.10.2018", &[]),
            ("CHOPPING BOARD 35.5X25.5CM 803M# 19.00", &["19.00"]),
            ("9.00SR 2.50KG 3.10 KG", &["9.00", "3.10"]),
            ("(12.00) 5.00-", &["-12.00", "-5.00"]),
            ("TOTAL:MYR\t13.10", &["13.10"]),
            ("€ 399,00 21% € 399,00", &["399.00", "399.00"]),
            ("1 234,50 EUR 7 USD", &["1234.50", "7"]),
            ("A-5.00 B5.00 07-355 2616", &[]),
            ("$8.20.", &["8.20"]),
            ("TOTAL -----9.00", &["9.00"]),
            ("5.00 RM 6.00", &["5.00", "6.00"]),
            ("", &[]),
        ] {
            assert_eq!(found(text), amounts, "{text}");
        }
    }

    #[test]
    fn positions_cut_out_the_raw_text() {
        let text = "é -RM 5.00, (7.00)";
        for amount in amounts_in(text) {
            assert_eq!(&text[amount.start..amount.end], amount.raw);
        }
        assert_eq!(amounts_in(text)[0].raw, "-RM 5.00");
        assert_eq!(amounts_in(text)[1].raw, "(7.00)");
    }

    #[test]
    fn whole_numbers_are_numbers() {
        assert_eq!(numbers_in("QTY:2 x 3, No.53 A4 1/2 6%"), [Decimal::from(2), Decimal::from(3)]);
    }
}
