//! Searching without regard to ASCII case.

/// Byte offset of the first `needle`, ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::find_ci;
/// assert_eq!(find_ci("Grand TOTAL", "total"), Some(6));
/// ```
pub fn find_ci(haystack: &str, needle: &str) -> Option<usize> {
    find_from(haystack, needle, 0)
}

/// Byte offset of the last `needle`, ASCII case-insensitive.
pub fn rfind_ci(haystack: &str, needle: &str) -> Option<usize> {
    let (hay, needle) = (haystack.as_bytes(), needle.as_bytes());
    let last = hay.len().checked_sub(needle.len())?;
    (0..=last).rev().find(|&at| hay[at..at + needle.len()].eq_ignore_ascii_case(needle))
}

/// Byte offset of the first `needle` that is not part of a longer word, ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::find_word_ci;
/// assert_eq!(find_word_ci("SUBTOTAL, total", "Total"), Some(10));
/// ```
pub fn find_word_ci(haystack: &str, needle: &str) -> Option<usize> {
    if needle.is_empty() {
        return None;
    }
    let mut from = 0;
    while let Some(at) = find_from(haystack, needle, from) {
        if is_word(haystack, at, at + needle.len()) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Whether `needle` occurs, ASCII case-insensitive.
pub fn contains_ci(haystack: &str, needle: &str) -> bool {
    find_ci(haystack, needle).is_some()
}

/// Whether any of `needles` occurs, ASCII case-insensitive.
pub fn contains_any_ci(haystack: &str, needles: &[&str]) -> bool {
    needles.iter().any(|needle| contains_ci(haystack, needle))
}

/// Whether `needle` occurs as a whole word or phrase, ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::contains_word_ci;
/// assert!(contains_word_ci("TOTAL (RM):", "rm"));
/// assert!(!contains_word_ci("SUBTOTAL", "total"));
/// ```
pub fn contains_word_ci(haystack: &str, needle: &str) -> bool {
    find_word_ci(haystack, needle).is_some()
}

/// Whether `s` starts with `prefix`, ASCII case-insensitive.
pub fn starts_with_ci(s: &str, prefix: &str) -> bool {
    strip_prefix_ci(s, prefix).is_some()
}

/// Whether `s` ends with `suffix`, ASCII case-insensitive.
pub fn ends_with_ci(s: &str, suffix: &str) -> bool {
    strip_suffix_ci(s, suffix).is_some()
}

/// `s` without `prefix`, ASCII case-insensitive; `None` if it does not start with it.
///
/// ```
/// # use compiled_ai_runtime::kit::text::strip_prefix_ci;
/// assert_eq!(strip_prefix_ci("Tel: 07", "TEL:"), Some(" 07"));
/// ```
pub fn strip_prefix_ci<'t>(s: &'t str, prefix: &str) -> Option<&'t str> {
    let head = s.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &s[prefix.len()..])
}

/// `s` without `suffix`, ASCII case-insensitive; `None` if it does not end with it.
pub fn strip_suffix_ci<'t>(s: &'t str, suffix: &str) -> Option<&'t str> {
    let at = s.len().checked_sub(suffix.len())?;
    s.get(at..)?.eq_ignore_ascii_case(suffix).then(|| &s[..at])
}

/// What follows the first `marker`, trimmed; ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::after_ci;
/// assert_eq!(after_ci("Ref No: A1", "no:"), Some("A1"));
/// ```
pub fn after_ci<'t>(s: &'t str, marker: &str) -> Option<&'t str> {
    find_ci(s, marker).map(|at| s[at + marker.len()..].trim())
}

/// What precedes the first `marker`, trimmed; ASCII case-insensitive.
pub fn before_ci<'t>(s: &'t str, marker: &str) -> Option<&'t str> {
    find_ci(s, marker).map(|at| s[..at].trim())
}

/// What lies between the first `open` and the next `close`, trimmed; ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::between_ci;
/// assert_eq!(between_ci("ABC (123-X) (Y)", "(", ")"), Some("123-X"));
/// ```
pub fn between_ci<'t>(s: &'t str, open: &str, close: &str) -> Option<&'t str> {
    before_ci(after_ci(s, open)?, close)
}

/// Like [`find_ci`], from byte `from` on.
pub(super) fn find_from(haystack: &str, needle: &str, from: usize) -> Option<usize> {
    let (hay, needle) = (haystack.as_bytes(), needle.as_bytes());
    let Some((&first, rest)) = needle.split_first() else { return Some(from) };
    let last = hay.len().checked_sub(needle.len())?;
    // A needle is whole UTF-8, so that where its bytes match, a character starts.
    (from..=last)
        .find(|&at| hay[at].eq_ignore_ascii_case(&first) && hay[at + 1..=at + rest.len()].eq_ignore_ascii_case(rest))
}

/// Whether `s[start..end]` is not part of a longer word.
pub(super) fn is_word(s: &str, start: usize, end: usize) -> bool {
    let joined =
        |a: Option<char>, b: Option<char>| a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric);
    !joined(s[..start].chars().next_back(), s[start..].chars().next())
        && !joined(s[..end].chars().next_back(), s[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_needle_is_everywhere_but_is_no_word() {
        assert_eq!((find_ci("ab", ""), rfind_ci("ab", ""), find_word_ci("ab", "")), (Some(0), Some(2), None));
    }

    #[test]
    fn case_is_ascii_only_and_offsets_are_bytes() {
        assert_eq!(find_ci("é TOTAL", "total"), Some(3));
        assert_eq!(find_ci("É", "é"), None);
        assert_eq!(rfind_ci("Total total", "TOTAL"), Some(6));
        assert_eq!(strip_prefix_ci("é", "x"), None);
        assert_eq!(strip_suffix_ci("aé", "É"), None);
        assert_eq!(strip_suffix_ci("ABC Sdn Bhd", " SDN BHD"), Some("ABC"));
    }

    #[test]
    fn words_end_at_letters_and_digits_of_any_script() {
        assert_eq!(find_word_ci("étotal total", "total"), Some(8));
        assert!(contains_word_ci("(RM)9.00", "(rm)"));
        assert!(!contains_word_ci("TOTALS", "total"));
    }

    #[test]
    fn between_wants_both_ends() {
        assert_eq!(between_ci("a (b", "(", ")"), None);
        assert_eq!(between_ci("x FROM  y To z", "from", "to"), Some("y"));
    }
}
