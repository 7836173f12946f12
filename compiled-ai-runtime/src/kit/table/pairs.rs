//! Lines of a key and a value.

use alloc::vec::Vec;

use crate::kit::fold::eq_key;

/// The key and the value of a line: split at its first `:` or `=` (not within `10:30` or `http://`), tab, run of two
/// spaces or of dots; both trimmed. `None` without a key or such a separator.
///
/// ```
/// # use compiled_ai_runtime::kit::table::key_value;
/// assert_eq!(key_value("TIME : 10:30"), Some(("TIME", "10:30")));
/// assert_eq!(key_value("CASH........ RM 5"), Some(("CASH", "RM 5")));
/// assert_eq!(key_value("THANK YOU"), None);
/// ```
pub fn key_value(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let bytes = line.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let at = (0..bytes.len()).find(|&at| {
        let next = bytes.get(at + 1);
        match bytes[at] {
            b':' => next != Some(&b'/') && !(digit(at.checked_sub(1)) && digit(Some(at + 1))),
            b'=' | b'\t' => true,
            b' ' => next == Some(&b' '),
            b'.' => next == Some(&b'.'),
            _ => false,
        }
    })?;
    let key = line[..at].trim();
    let value = line[at..].trim_start_matches(|c: char| matches!(c, ':' | '=' | '.') || c.is_whitespace());
    // A leading point belongs to `.50`.
    let value = match line.len() - value.len() {
        start if value.starts_with(|c: char| c.is_ascii_digit()) && line[..start].ends_with([' ', '\t', ':', '=']) => {
            value
        }
        start if value.starts_with(|c: char| c.is_ascii_digit()) && line[..start].ends_with(" .") => &line[start - 1..],
        _ => value,
    };
    (!key.is_empty()).then_some((key, value))
}

/// The [`key_value`]s of the lines that have one.
pub fn key_values(text: &str) -> Vec<(&str, &str)> {
    crate::kit::text::lines(text).filter_map(key_value).collect()
}

/// The value of the first pair with this key, ignoring case, spaces and punctuation.
///
/// ```
/// # use compiled_ai_runtime::kit::table::{get, key_values};
/// let pairs = key_values("Doc No.: A1\nDate = 5/3/2018");
/// assert_eq!(get(&pairs, "DOC NO"), Some("A1"));
/// ```
pub fn get<'t>(pairs: &[(&'t str, &'t str)], key: &str) -> Option<&'t str> {
    pairs.iter().find(|(known, _)| eq_key(known, key)).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (line, pair) in [
            ("MEMBER:", Some(("MEMBER", ""))),
            ("DATE\t:\t09/01/2019 8:01:11 PM", Some(("DATE", "09/01/2019 8:01:11 PM"))),
            ("10:30 AM", None),
            ("see http://x.org", None),
            ("Net  .50", Some(("Net", ".50"))),
            (": x", None),
            ("a = b = c", Some(("a", "b = c"))),
            ("MR D.I.Y.", None),
            ("", None),
        ] {
            assert_eq!(key_value(line), pair, "{line}");
        }
        assert_eq!(key_values("a: 1\n\nx\nb\t2"), [("a", "1"), ("b", "2")]);
    }
}
