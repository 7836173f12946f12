//! Values that follow a label on a printed form: on its line, or on the next one.

use alloc::vec::Vec;

use super::find::{find_from, is_word};
use crate::kit::{fold, similarity, table, words};

/// The value of the first of `labels` (in their order) that the text has; see [`label_values`].
///
/// ```
/// # use compiled_ai_runtime::kit::text::label_value;
/// let text = "SUB TOTAL: 9.00\nTOTAL (RM) :\t10.00\nDate\n 1/2/2019";
/// assert_eq!(label_value(text, &["GRAND TOTAL", "TOTAL"]), Some("10.00"));
/// assert_eq!(label_value(text, &["DATE"]), Some("1/2/2019"));
/// ```
pub fn label_value<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    labels.iter().find_map(|label| values(text, label).next())
}

/// Like [`label_value`], cut off at the next tab or run of two spaces.
///
/// ```
/// # use compiled_ai_runtime::kit::text::label_cell;
/// assert_eq!(label_cell("DOC NO\tCS31\tDATE\t25/12/2018", &["doc no"]), Some("CS31"));
/// ```
pub fn label_cell<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    let value = label_value(text, labels)?;
    Some(table::first_cell(value))
}

/// Every value of `label`, in text order. A label starts a line or a cell (after a tab or two spaces), or follows a
/// word with a digit; its value is the rest of the line without leading `:`, `=`, `#`, dots or `(RM)`, or the next
/// line if the label stands alone. `TOTAL` is not found in `SUB TOTAL: 9` nor in `TOTAL QTY: 9`.
///
/// ```
/// # use compiled_ai_runtime::kit::text::label_values;
/// assert_eq!(label_values("TOTAL\t9.00\nTOTAL QTY\t1\nTOTAL RM 9.05", "Total"), ["9.00", "RM 9.05"]);
/// ```
pub fn label_values<'t>(text: &'t str, label: &str) -> Vec<&'t str> {
    values(text, label).collect()
}

/// Like [`label_value`] for `key: value` lines whose label was misread; see [`similar_label`].
///
/// ```
/// # use compiled_ai_runtime::kit::text::label_value_similar;
/// assert_eq!(label_value_similar("ROUR DING ADJUSTMENT:\t0.02", &["ROUNDING ADJUSTMENT"]), Some("0.02"));
/// ```
pub fn label_value_similar<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    labels.iter().find_map(|label| {
        let mut lines = super::lines(text).filter_map(table::key_value);
        lines.find(|(key, value)| !value.is_empty() && similar_label(key, label)).map(|(_, value)| value)
    })
}

/// Whether `found` is `label`, ignoring case, spaces and punctuation, with at most one wrong character in five.
///
/// ```
/// # use compiled_ai_runtime::kit::text::similar_label;
/// assert!(similar_label("T0TAL :", "Total"));
/// assert!(!similar_label("SUBTOTAL", "TOTAL"));
/// ```
pub fn similar_label(found: &str, label: &str) -> bool {
    let length = fold::key(label).count();
    similarity::distance(fold::key(found).collect(), fold::key(label).collect()) <= length / 5 && length > 0
}

fn values<'t>(text: &'t str, label: &str) -> impl Iterator<Item = &'t str> {
    let label = label.trim().trim_end_matches([':', ' ']);
    let mut from = 0;
    core::iter::from_fn(move || {
        while !label.is_empty() {
            let at = find_from(text, label, from)?;
            from = at + label.len();
            if let Some(value) = value_at(text, at, from) {
                return Some(value);
            }
        }
        None
    })
}

/// The value of the label `text[start..end]`, if it is one.
fn value_at(text: &str, start: usize, end: usize) -> Option<&str> {
    if !is_word(text, start, end) {
        return None;
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let (before, after) = (&text[line_start..start], &text[end..line_end]);
    let starts_line = before.chars().all(|c| !c.is_alphanumeric());
    let follows_value = |after: &str| {
        let last = before.split_whitespace().next_back().unwrap_or_default();
        before.ends_with(' ') && last.bytes().any(|b| b.is_ascii_digit()) && after.trim_start().starts_with(':')
    };
    if !(starts_line || starts_cell(before) || follows_value(after)) {
        return None;
    }
    let rest = skip_currency_note(after);
    let value = strip_separators(rest);
    if value.is_empty() {
        let alone = starts_line || rest.trim_end().ends_with(':');
        return if alone { super::lines(&text[line_end..]).next() } else { None };
    }
    let separated =
        rest.starts_with(['\t', ':', '=', '#']) || rest.starts_with("  ") || value.len() < rest.trim().len();
    (separated || !is_longer_label(value)).then_some(value)
}

fn starts_cell(before: &str) -> bool {
    let cell = before.trim_end_matches(|c: char| c.is_ascii_punctuation());
    cell.ends_with(['\t', '|']) || cell.ends_with("  ")
}

/// `rest` without a leading `(RM)`, which tells the currency of the column and is no value.
fn skip_currency_note(rest: &str) -> &str {
    let note = rest.trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')'));
    match note {
        Some((inside, after)) if words::currency(inside).is_some() => after,
        _ => rest,
    }
}

fn strip_separators(rest: &str) -> &str {
    let mut rest = rest.trim();
    loop {
        let next = rest.as_bytes().get(1);
        let separator = match rest.as_bytes().first() {
            Some(b':' | b'=' | b'#' | b'*' | b'_' | b'>' | b'|') => true,
            // A dot leader, but not `.50`; a dash, but not a minus sign.
            Some(b'.') => !next.is_some_and(u8::is_ascii_digit),
            Some(b'-') => matches!(next, None | Some(b' ' | b'\t' | b'-')),
            _ => false,
        };
        if !separator {
            return rest;
        }
        rest = rest[1..].trim_start();
    }
}

/// Whether what follows the label after a single space still belongs to a label: letters, then a separator and a value.
fn is_longer_label(value: &str) -> bool {
    let bytes = value.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let more = match byte {
            b'0'..=b'9' if !rate_before_word(&value[at..]) => return false,
            b':' | b'=' => true,
            b'.' => bytes.get(at + 1) == Some(&b'.'),
            b'\t' => looks_like_value(&value[at..]),
            b' ' => bytes.get(at + 1) == Some(&b' ') && looks_like_value(&value[at..]),
            _ => false,
        };
        if more {
            return words::currency(value[..at].trim()).is_none();
        }
    }
    // `TOTAL QTY 9`: letters and then a number, which might be `TOTAL RM 9`.
    false
}

/// Whether a rate starts here that belongs to a label: `TOTAL 6% SUPPLIES: 9.00`, but not `TAX 6%: 9.00`.
fn rate_before_word(s: &str) -> bool {
    let after = s.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    after.strip_prefix('%').is_some_and(|after| after.trim_start_matches(' ').starts_with(char::is_alphabetic))
}

fn looks_like_value(s: &str) -> bool {
    let s = s.trim_start_matches([' ', '\t', '-', '+', '(', ':', '=']);
    s.starts_with(|c: char| c.is_ascii_digit()) || words::currency_at_start(s).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_behind_every_usual_separator() {
        for text in
            ["TOTAL: 9.00", "total = 9.00", "TOTAL\t9.00", "TOTAL..... 9.00", "#TOTAL 9.00", "A\tTOTAL (RM) :\t9.00"]
        {
            assert_eq!(label_value(text, &["Total"]), Some("9.00"), "{text}");
        }
        assert_eq!(label_value("@DISC\t-5.59", &["DISC"]), Some("-5.59"));
        assert_eq!(label_value("TOTAL .50", &["TOTAL"]), Some(".50"));
        assert_eq!(label_value("DATE\t:\t09/01/2019 8:01:11 PM", &["DATE:"]), Some("09/01/2019 8:01:11 PM"));
    }

    #[test]
    fn a_longer_label_is_another_label() {
        for text in [
            "SUB TOTAL: 9",
            "SUBTOTAL 9",
            "TOTALS: 9",
            "TOTAL QTY:\t9",
            "TOTAL ROUNDED\tRM 33.90",
            "TOTAL GST ....6",
            "TOTAL 0% SUPPLIES:\t9",
        ] {
            assert_eq!(label_value(text, &["TOTAL"]), None, "{text}");
        }
        assert_eq!(label_value("TOTAL RM\t60.31", &["TOTAL"]), Some("RM\t60.31"));
        assert_eq!(label_value("GST 6%: 1.51", &["GST"]), Some("6%: 1.51"));
        assert_eq!(label_value("NAME John Smith", &["name"]), Some("John Smith"));
    }

    #[test]
    fn a_lone_label_has_its_value_on_the_next_line() {
        assert_eq!(label_value("Total:\n\n 9.00", &["TOTAL"]), Some("9.00"));
        assert_eq!(label_value("ITEM\tTOTAL\nPen\t9.00", &["TOTAL"]), None, "a column header is no label");
        assert_eq!(label_value("TOTAL", &["TOTAL"]), None);
    }

    #[test]
    fn labels_may_follow_a_value_on_the_same_line() {
        assert_eq!(label_value("TEL: 07-8263254 FAX: 07-8266888", &["FAX"]), Some("07-8266888"));
        assert_eq!(label_value("SUB TOTAL : 3", &["TOTAL"]), None);
    }

    #[test]
    fn the_order_of_the_labels_decides() {
        let text = "TOTAL: 1\nGRAND TOTAL: 2";
        assert_eq!(label_value(text, &["GRAND TOTAL", "TOTAL"]), Some("2"));
        assert_eq!(label_value(text, &["TOTAL", "GRAND TOTAL"]), Some("1"));
        assert_eq!(label_value(text, &["", " :"]), None);
    }
}
