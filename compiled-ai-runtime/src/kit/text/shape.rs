//! Text in another shape: case, white space, punctuation.

use alloc::borrow::Cow;
use alloc::string::String;

use super::find::find_from;
use crate::kit::fold;

/// Runs of white space as one space, trimmed.
///
/// ```
/// # use compiled_ai_runtime::kit::text::collapse_ws;
/// assert_eq!(collapse_ws(" a \t b\n"), "a b");
/// ```
pub fn collapse_ws(s: &str) -> Cow<'_, str> {
    let trimmed = s.trim();
    let mut spaces = false;
    let clean = trimmed.chars().all(|c| {
        let twice = spaces && c == ' ';
        spaces = c == ' ';
        !twice && (c == ' ' || !c.is_whitespace())
    });
    if clean {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(joined(trimmed.split_whitespace(), " "))
}

/// The parts, trimmed, without the empty ones, with `separator` between them.
///
/// ```
/// # use compiled_ai_runtime::kit::text::join_nonempty;
/// assert_eq!(join_nonempty(&["NO. 5", "", " JOHOR "], ", "), "NO. 5, JOHOR");
/// ```
pub fn join_nonempty<S: AsRef<str>>(parts: &[S], separator: &str) -> String {
    joined(parts.iter().map(|part| part.as_ref().trim()).filter(|part| !part.is_empty()), separator)
}

/// The ASCII digits alone.
///
/// ```
/// # use compiled_ai_runtime::kit::text::digits;
/// assert_eq!(digits("(07) 355-2616"), "073552616");
/// ```
pub fn digits(s: &str) -> String {
    s.chars().filter(char::is_ascii_digit).collect()
}

/// The letters and digits alone, lower case, without accents: equal keys mean "the same name".
///
/// ```
/// # use compiled_ai_runtime::kit::text::key;
/// assert_eq!(key("Tax-Code: é"), "taxcodee");
/// ```
pub fn key(s: &str) -> String {
    fold::key(s).collect()
}

/// Latin letters without accents, typographic quotes, dashes and spaces as ASCII; the rest stays.
///
/// ```
/// # use compiled_ai_runtime::kit::text::ascii_fold;
/// assert_eq!(ascii_fold("Płock – Straße"), "Plock - Strasse");
/// ```
pub fn ascii_fold(s: &str) -> Cow<'_, str> {
    if s.is_ascii() {
        return Cow::Borrowed(s);
    }
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match fold::ascii(c) {
            Some(pair) => out.extend(pair.iter().filter(|&&b| b != 0).map(|&b| char::from(b))),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Every word with a capital first letter, the rest in lower case; a word starts after anything but a letter, digit or
/// apostrophe.
///
/// ```
/// # use compiled_ai_runtime::kit::text::title_case;
/// assert_eq!(title_case("JOHN O'NEIL-SMITH's"), "John O'neil-Smith's");
/// ```
pub fn title_case(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut inside = false;
    for c in s.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.extend(c.to_uppercase());
        }
        inside = c.is_alphanumeric() || (inside && matches!(c, '\'' | '’'));
    }
    out
}

/// `Words In Any Case` as `words_in_any_case`, for field names.
///
/// ```
/// # use compiled_ai_runtime::kit::text::snake_case;
/// assert_eq!(snake_case("Invoice No. (RM)"), "invoice_no_rm");
/// assert_eq!(snake_case("patientName"), "patient_name");
/// ```
pub fn snake_case(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 4);
    let mut previous = ' ';
    for c in s.chars() {
        if c.is_alphanumeric() {
            let new_word = !previous.is_alphanumeric() || (previous.is_lowercase() && c.is_uppercase());
            if new_word && !out.is_empty() {
                out.push('_');
            }
            out.extend(c.to_lowercase());
        }
        previous = c;
    }
    out
}

/// Whether there are letters and none of them is lower case.
pub fn is_upper_case(s: &str) -> bool {
    s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase)
}

/// `s` without the characters at both ends that are no letters or digits.
///
/// ```
/// # use compiled_ai_runtime::kit::text::strip_punct;
/// assert_eq!(strip_punct("**(A.B) :"), "A.B");
/// ```
pub fn strip_punct(s: &str) -> &str {
    s.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The first `chars` characters.
pub fn truncate(s: &str, chars: usize) -> &str {
    s.char_indices().nth(chars).map_or(s, |(at, _)| &s[..at])
}

/// Every letter and digit but the last `keep` as `*`; the other characters stay.
///
/// ```
/// # use compiled_ai_runtime::kit::text::mask;
/// assert_eq!(mask("4111-1111-1111-1234", 4), "****-****-****-1234");
/// ```
pub fn mask(s: &str, keep: usize) -> String {
    let mut hidden = s.chars().filter(|c| c.is_alphanumeric()).count().saturating_sub(keep);
    let hide = |c: char| {
        if c.is_alphanumeric() && hidden > 0 {
            hidden -= 1;
            return '*';
        }
        c
    };
    s.chars().map(hide).collect()
}

/// Every `from` as `to`, ASCII case-insensitive.
///
/// ```
/// # use compiled_ai_runtime::kit::text::replace_ci;
/// assert_eq!(replace_ci("Jln A, JLN B", "jln", "Jalan"), "Jalan A, Jalan B");
/// ```
pub fn replace_ci<'t>(s: &'t str, from: &str, to: &str) -> Cow<'t, str> {
    if from.is_empty() {
        return Cow::Borrowed(s);
    }
    let mut out = String::new();
    let mut done = 0;
    while let Some(at) = find_from(s, from, done) {
        out.push_str(&s[done..at]);
        out.push_str(to);
        done = at + from.len();
    }
    if done == 0 {
        return Cow::Borrowed(s);
    }
    out.push_str(&s[done..]);
    Cow::Owned(out)
}

fn joined<'t>(parts: impl Iterator<Item = &'t str>, separator: &str) -> String {
    let mut out = String::new();
    for (n, part) in parts.enumerate() {
        if n > 0 {
            out.push_str(separator);
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(collapse_ws(" a b "), Cow::Borrowed("a b")));
        assert!(matches!(collapse_ws("a\u{a0}b"), Cow::Owned(s) if s == "a b"));
        assert!(matches!(replace_ci("abc", "x", "y"), Cow::Borrowed("abc")));
        assert!(matches!(replace_ci("abc", "", "y"), Cow::Borrowed("abc")));
        assert_eq!(replace_ci("aAa", "a", "a"), "aaa");
    }

    #[test]
    fn case_shapes() {
        assert_eq!(title_case("jalan 3a/2, ÉCOLE"), "Jalan 3a/2, École");
        assert_eq!((snake_case("HTTPServer v2"), snake_case("--")), ("httpserver_v2".into(), String::new()));
        assert!(is_upper_case("A-1") && !is_upper_case("1") && !is_upper_case("Ab"));
    }

    #[test]
    fn truncate_and_mask_count_characters() {
        assert_eq!((truncate("éa", 1), truncate("é", 0), truncate("é", 9)), ("é", "", "é"));
        assert_eq!((mask("12", 4), mask("é-1", 0)), ("12".into(), "*-*".into()));
    }
}
