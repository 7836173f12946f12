//! Lines, words and other pieces of a text.

use alloc::vec::Vec;

/// The lines, trimmed, without the empty ones.
///
/// ```
/// # use compiled_ai_runtime::kit::text::lines;
/// assert_eq!(lines(" a\n\n\tb \r\n").collect::<Vec<_>>(), ["a", "b"]);
/// ```
pub fn lines(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The blocks between blank lines, trimmed.
///
/// ```
/// # use compiled_ai_runtime::kit::text::paragraphs;
/// assert_eq!(paragraphs("a\nb\n \nc"), ["a\nb", "c"]);
/// ```
pub fn paragraphs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(text[start..end].trim());
            start = end + line.len();
        }
        end += line.len();
    }
    found.push(text[start..end].trim());
    found.retain(|block| !block.is_empty());
    found
}

/// The runs of letters and digits (any script).
///
/// ```
/// # use compiled_ai_runtime::kit::text::words;
/// assert_eq!(words("No.53, JALAN 9/5").collect::<Vec<_>>(), ["No", "53", "JALAN", "9", "5"]);
/// ```
pub fn words(s: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    s.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The line that has byte `offset`, trimmed; empty if there is none.
pub fn line_at(text: &str, offset: usize) -> &str {
    let Some(bytes) = text.as_bytes().get(..offset) else { return "" };
    let start = bytes.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}

/// The first run of exactly `len` ASCII digits that no letter or digit touches, as a postcode.
///
/// ```
/// # use compiled_ai_runtime::kit::text::digit_run;
/// assert_eq!(digit_run("NO 122, 81100 JOHOR", 5), Some("81100"));
/// ```
pub fn digit_run(s: &str, len: usize) -> Option<&str> {
    words(s).find(|word| word.len() == len && word.bytes().all(|b| b.is_ascii_digit()))
}

/// The first whole number, with its `-` if no letter or digit precedes that; commas are not part of it.
///
/// ```
/// # use compiled_ai_runtime::kit::text::first_int;
/// assert_eq!(first_int("QTY: 12 PCS"), Some(12));
/// ```
pub fn first_int(s: &str) -> Option<i64> {
    let start = s.bytes().position(|b| b.is_ascii_digit())?;
    let end = s.as_bytes()[start..].iter().position(|b| !b.is_ascii_digit()).map_or(s.len(), |n| start + n);
    let signed = s[..start].strip_suffix('-').is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    s[start - usize::from(signed)..end].parse().ok()
}

/// The e-mail addresses.
///
/// ```
/// # use compiled_ai_runtime::kit::text::emails;
/// assert_eq!(emails("From: <j.doe@example.com>, x@y"), ["j.doe@example.com"]);
/// ```
pub fn emails(text: &str) -> Vec<&str> {
    let local = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-');
    let host = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|&b| b == b'@').map(|n| from + n) {
        let start = from + bytes[from..at].iter().rposition(|&b| !local(b)).map_or(0, |n| n + 1);
        let end = bytes[at + 1..].iter().position(|&b| !host(b)).map_or(bytes.len(), |n| at + 1 + n);
        let name = text[start..at].trim_start_matches(['.', '-', '%', '+']);
        let domain = text[at + 1..end].trim_end_matches(['.', '-']);
        let top = domain.rsplit('.').next().unwrap_or_default();
        let known = domain.contains('.') && !domain.starts_with(['.', '-']) && !domain.contains("..");
        if !name.is_empty() && known && top.len() > 1 && top.bytes().all(|b| b.is_ascii_alphabetic()) {
            found.push(&text[at - name.len()..at + 1 + domain.len()]);
        }
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_end_at_blank_lines() {
        assert_eq!(paragraphs("\n\n a \r\n b\r\n\r\n\r\nc\n"), ["a \r\n b", "c"]);
        assert!(paragraphs(" \n").is_empty());
    }

    #[test]
    fn line_at_is_total() {
        assert_eq!(["ab\ncd", "é"].map(|t| line_at(t, 1)), ["ab", "é"]);
        assert_eq!((line_at("ab\ncd", 3), line_at("ab\ncd", 5), line_at("ab", 9)), ("cd", "cd", ""));
    }

    #[test]
    fn first_int_has_a_sign_but_no_range() {
        assert_eq!(
            [" -3 kg", "12-19", "A-7", "none", "99999999999999999999"].map(first_int),
            [Some(-3), Some(12), Some(7), None, None]
        );
    }

    #[test]
    fn emails_are_whole() {
        assert_eq!(
            emails("a@b.co. c@d@e.org mail:x_y@sub.host.my, @z.com q@w.1 é@a.de"),
            ["a@b.co", "x_y@sub.host.my"]
        );
    }
}
