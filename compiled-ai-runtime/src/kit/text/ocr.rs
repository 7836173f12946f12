//! What scanning gets wrong, and how to tell.

use alloc::borrow::Cow;
use alloc::string::String;

/// Letters read for digits (O→0, l I |→1, S→5, B→8) put right in prices, dates and times only. ASCII for ASCII, so offsets hold.
///
/// ```
/// # use compiled_ai_runtime::kit::text::fix_ocr_digits;
/// assert_eq!(fix_ocr_digits("TOTAL RM9.O0 l2/O1/2019"), "TOTAL RM9.00 12/01/2019");
/// assert_eq!(fix_ocr_digits("MB: MO26588"), "MB: MO26588");
/// ```
pub fn fix_ocr_digits(s: &str) -> Cow<'_, str> {
    let bytes = s.as_bytes();
    let mut fixed: Option<String> = None;
    let mut start = 0;
    while start < bytes.len() {
        if !in_number(bytes[start]) {
            start += 1;
            continue;
        }
        let end = bytes[start..].iter().position(|&b| !in_number(b)).map_or(bytes.len(), |n| start + n);
        if is_misread_number(s, start, end) {
            let out = fixed.get_or_insert_with(|| s.into());
            let digits: String = bytes[start..end].iter().map(|&b| char::from(digit_of(b).unwrap_or(b))).collect();
            out.replace_range(start..end, &digits);
        }
        start = end;
    }
    fixed.map_or(Cow::Borrowed(s), Cow::Owned)
}

/// Share of ASCII digits among the characters that are not white space; 0 for blank text.
pub fn digit_ratio(s: &str) -> f64 {
    ratio(s, |c| c.is_ascii_digit())
}

/// Share of letters among the characters that are not white space; 0 for blank text.
pub fn alpha_ratio(s: &str) -> f64 {
    ratio(s, char::is_alphabetic)
}

/// Whether the digits of `s` pass the Luhn check of card numbers; spaces and dashes are skipped, anything else fails.
///
/// ```
/// # use compiled_ai_runtime::kit::text::is_luhn;
/// assert!(is_luhn("4111 1111 1111 1111"));
/// assert!(!is_luhn("4111 1111 1111 1112"));
/// ```
pub fn is_luhn(s: &str) -> bool {
    let (mut sum, mut count) = (0_u64, 0_usize);
    for byte in s.bytes().rev().filter(|b| !matches!(b, b' ' | b'-')) {
        if !byte.is_ascii_digit() {
            return false;
        }
        let digit = u64::from(byte - b'0') << (count % 2);
        sum += if digit > 9 { digit - 9 } else { digit };
        count += 1;
    }
    count > 1 && sum.is_multiple_of(10)
}

fn ratio(s: &str, wanted: impl Fn(char) -> bool) -> f64 {
    let (mut all, mut hits) = (0_u32, 0_u32);
    for c in s.chars().filter(|c| !c.is_whitespace()) {
        all = all.saturating_add(1);
        hits = hits.saturating_add(wanted(c).into());
    }
    if all == 0 { 0.0 } else { f64::from(hits) / f64::from(all) }
}

fn digit_of(byte: u8) -> Option<u8> {
    match byte {
        b'O' | b'o' => Some(b'0'),
        b'l' | b'I' | b'|' => Some(b'1'),
        b'S' => Some(b'5'),
        b'B' => Some(b'8'),
        _ => None,
    }
}

fn in_number(byte: u8) -> bool {
    byte.is_ascii_digit() || digit_of(byte).is_some() || matches!(byte, b'.' | b',' | b'/' | b':' | b'-')
}

/// Whether the run is a number with letters in it, and stands alone but for a currency before it.
fn is_misread_number(s: &str, start: usize, end: usize) -> bool {
    let run = &s[start..end];
    let letters = run.bytes().filter(|&b| digit_of(b).is_some()).count();
    if letters == 0 || letters == run.len() || s[end..].starts_with(char::is_alphanumeric) {
        return false;
    }
    let before = &s[..start];
    let word = before.trim_end_matches(char::is_alphanumeric).len();
    let currency =
        crate::kit::words::currency(&before[word..]).is_some() && run.starts_with(|c: char| c.is_ascii_digit());
    (word == start || currency) && has_number_shape(run)
}

/// The shapes of prices, dates and times. Neither house numbers such as `12B` and `12-B-3` have one, nor codes, nor
/// prices with a tax code, as in `3.12S`.
fn has_number_shape(run: &str) -> bool {
    let run = run.trim_end_matches(['.', ',', ':', '-']);
    let has_digit = |part: &str| part.bytes().any(|b| b.is_ascii_digit());
    if let Some(at) = run.rfind(['.', ',']) {
        // `9.OO` has more letters than digits, but one of them before the point.
        return run.len() - at == 3 && has_digit(&run[..at]);
    }
    let mostly_digits = |part: &str| {
        let letters = part.bytes().filter(|&b| digit_of(b).is_some()).count();
        (1..=4).contains(&part.len()) && has_digit(part) && letters <= 1
    };
    [('/', 3..=3), ('-', 3..=3), (':', 2..=3)].into_iter().any(|(separator, parts)| {
        parts.contains(&run.split(separator).count()) && run.split(separator).all(mostly_digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_digits_right_only_inside_numbers() {
        for (read, meant) in [("9.OO", "9.00"), ("1O:3l", "10:31"), ("1,2S0.00", "1,250.00"), ("|2.50", "12.50")] {
            assert_eq!(fix_ocr_digits(read), meant);
        }
        for name in [
            "SOBO",
            "B8",
            "WDOO - 15",
            "5L OIL",
            "12B",
            "LOT 12-B",
            "3-B-10",
            "A-12-B-3",
            "3.12S",
            "SS21/39,47400",
            "BB21-41-61",
            "00B0498",
            "CS00031663",
            "IO",
            "SOS 9",
            "",
            "BS-1",
        ] {
            assert!(matches!(fix_ocr_digits(name), Cow::Borrowed(same) if same == name), "{name}");
        }
    }

    #[test]
    fn ratios_of_blank_text_are_zero() {
        assert_eq!((digit_ratio(" \t"), alpha_ratio("")), (0.0, 0.0));
        assert_eq!((digit_ratio("a1 23"), alpha_ratio("é1")), (0.75, 0.5));
    }

    #[test]
    fn luhn_wants_digits() {
        assert!(
            is_luhn("79927398713") && !is_luhn("79927398710") && !is_luhn("") && !is_luhn("0") && !is_luhn("4111x")
        );
    }
}
