//! Currencies, and their marks beside a number.

use super::currencies::CURRENCIES;
use crate::kit::fold::eq_key;

/// A currency of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// Three letters.
    pub code: &'static str,
    /// The English name.
    pub name: &'static str,
    /// Decimal places of its smallest unit.
    pub minor_units: u32,
    /// The signs it is written with.
    pub symbols: &'static [&'static str],
}

/// Codes that are also words of receipts and invoices; beside a number they say nothing.
const ALSO_WORDS: &[&str] =
    &["ALL", "BAM", "BHD", "COP", "CUP", "DOP", "GEL", "LAK", "MAD", "PEN", "RON", "SOS", "TOP", "TRY"];

/// The currency with this code, symbol or name, ignoring case; `$` is USD.
///
/// ```
/// # use compiled_ai_runtime::kit::words::currency;
/// assert_eq!(currency("RM").unwrap().code, "MYR");
/// assert_eq!(currency("jpy").unwrap().minor_units, 0);
/// ```
pub fn currency(s: &str) -> Option<&'static Currency> {
    let s = s.trim();
    let is = |c: &&Currency| {
        c.code.eq_ignore_ascii_case(s) || c.symbols.iter().any(|sign| sign.eq_ignore_ascii_case(s)) || eq_key(c.name, s)
    };
    CURRENCIES.iter().find(is)
}

/// The currency mark that `s` starts with, and its length in bytes.
pub(crate) fn currency_at_start(s: &str) -> Option<(&'static Currency, usize)> {
    let first = *s.as_bytes().first()?;
    let fits = |mark: &str, any_case: bool| {
        if !mark.as_bytes()[0].eq_ignore_ascii_case(&first) {
            return false;
        }
        let head = s.as_bytes().get(..mark.len()).unwrap_or_default();
        let same = if any_case { head.eq_ignore_ascii_case(mark.as_bytes()) } else { head == mark.as_bytes() };
        same && !joins_words(mark.chars().next_back(), s[mark.len()..].chars().next())
    };
    if first.is_ascii_digit() { None } else { longest(fits) }
}

/// The currency mark that `s` ends with, and its length in bytes.
pub(crate) fn currency_at_end(s: &str) -> Option<(&'static Currency, usize)> {
    let last = *s.as_bytes().last()?;
    let fits = |mark: &str, any_case: bool| {
        if !mark.as_bytes()[mark.len() - 1].eq_ignore_ascii_case(&last) {
            return false;
        }
        let start = s.len().wrapping_sub(mark.len());
        let tail = s.as_bytes().get(start..).unwrap_or_default();
        let same = if any_case { tail.eq_ignore_ascii_case(mark.as_bytes()) } else { tail == mark.as_bytes() };
        same && !joins_words(s[..start].chars().next_back(), mark.chars().next())
    };
    if last.is_ascii_digit() { None } else { longest(fits) }
}

fn joins_words(left: Option<char>, right: Option<char>) -> bool {
    left.is_some_and(char::is_alphabetic) && right.is_some_and(char::is_alphabetic)
}

/// The currency with the longest mark that fits: `HK$` before `$`. Codes fit in capitals only.
fn longest(fits: impl Fn(&str, bool) -> bool) -> Option<(&'static Currency, usize)> {
    let mut best: Option<(&'static Currency, usize)> = None;
    for currency in CURRENCIES {
        for (mark, any_case) in
            [(&currency.code, false)].into_iter().chain(currency.symbols.iter().map(|sign| (sign, true)))
        {
            if best.is_none_or(|(_, length)| mark.len() > length) && fits(mark, any_case) && !ALSO_WORDS.contains(mark)
            {
                best = Some((currency, mark.len()));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_is_found_by_code_name_and_symbol() {
        for c in CURRENCIES {
            for name in [c.code, c.name].iter().chain(c.symbols) {
                assert_eq!(currency(name).map(|found| found.code), Some(c.code), "{name}");
            }
        }
        assert_eq!(currency(""), None);
    }

    #[test]
    fn marks_beside_a_number() {
        let start = |s| currency_at_start(s).map(|(c, length)| (c.code, length));
        assert_eq!(start("US$5"), Some(("USD", 3)));
        assert_eq!(start("rm 5"), Some(("MYR", 2)));
        assert_eq!(start("€5"), Some(("EUR", 3)));
        assert_eq!([start("RMX 5"), start("TOP 5"), start("usd 5"), start("")], [None; 4]);
        let end = |s| currency_at_end(s).map(|(c, length)| (c.code, length));
        assert_eq!(end("5 HK$"), Some(("HKD", 3)));
        assert_eq!([end("FARM"), end("SDN BHD")], [None, None]);
    }
}
