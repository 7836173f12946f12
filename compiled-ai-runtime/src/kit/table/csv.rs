//! Text separated by a delimiter, with quotes as in RFC 4180.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The records of delimited text: quotes may hold delimiters, line breaks and doubled quotes; blank lines are skipped.
///
/// ```
/// # use compiled_ai_runtime::kit::table::parse_csv;
/// assert_eq!(parse_csv("a,\"b, \"\"c\"\"\"\n1,", ','), [["a", "b, \"c\""], ["1", ""]]);
/// ```
pub fn parse_csv(text: &str, delimiter: char) -> Vec<Vec<Cow<'_, str>>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let (field, after) = field(rest, delimiter);
        record.push(field);
        if let Some(next) = after.strip_prefix(delimiter) {
            rest = next;
            if rest.is_empty() {
                record.push(Cow::Borrowed(""));
            }
            continue;
        }
        rest = after.strip_prefix('\r').unwrap_or(after);
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        let done = core::mem::take(&mut record);
        if done.len() > 1 || done.iter().any(|field| !field.trim().is_empty()) {
            records.push(done);
        }
    }
    if !record.is_empty() {
        records.push(record);
    }
    records
}

/// The records as delimited text, quoted where needed, each ended by `\n`.
///
/// ```
/// # use compiled_ai_runtime::kit::table::write_csv;
/// assert_eq!(write_csv(&[vec!["a,b", "c"]], ','), "\"a,b\",c\n");
/// ```
pub fn write_csv<S: AsRef<str>>(records: &[Vec<S>], delimiter: char) -> String {
    let mut out = String::new();
    for record in records {
        for (n, field) in record.iter().map(AsRef::as_ref).enumerate() {
            if n > 0 {
                out.push(delimiter);
            }
            // A record of one empty field would otherwise be a blank line.
            let lone = record.len() == 1 && field.trim().is_empty();
            if lone || field.contains([delimiter, '"', '\n', '\r']) || field.starts_with('\u{feff}') {
                out.push('"');
                out.push_str(&field.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(field);
            }
        }
        out.push('\n');
    }
    out
}

/// One field, and what follows it: a delimiter, a line break or nothing.
fn field(s: &str, delimiter: char) -> (Cow<'_, str>, &str) {
    let ends = |c: char| c == delimiter || c == '\n' || c == '\r';
    let Some(quoted) = s.strip_prefix('"').filter(|_| delimiter != '"') else {
        return plain(s, ends);
    };
    let mut value = Cow::Borrowed("");
    let mut rest = quoted;
    loop {
        let Some(at) = rest.find('"') else {
            // The quote is never closed: it is an inch sign or the like.
            return plain(s, ends);
        };
        append(&mut value, &rest[..at]);
        rest = &rest[at + 1..];
        let Some(after) = rest.strip_prefix('"') else { break };
        append(&mut value, "\"");
        rest = after;
    }
    // What stands between the closing quote and the delimiter is kept.
    let end = rest.find(ends).unwrap_or(rest.len());
    append(&mut value, &rest[..end]);
    (value, &rest[end..])
}

fn plain(s: &str, ends: impl Fn(char) -> bool) -> (Cow<'_, str>, &str) {
    let end = s.find(ends).unwrap_or(s.len());
    (Cow::Borrowed(&s[..end]), &s[end..])
}

fn append<'t>(value: &mut Cow<'t, str>, part: &'t str) {
    if value.is_empty() {
        *value = Cow::Borrowed(part);
    } else if !part.is_empty() {
        value.to_mut().push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use alloc::vec;
    use proptest::prelude::*;

    #[test]
    fn quotes_and_line_ends() {
        assert_eq!(parse_csv("a;b\r\n\r\n\"x\ny\";\"\"\r\n", ';'), [["a", "b"], ["x\ny", ""]]);
        assert_eq!(parse_csv("\"5\"\" pipe\" x,3\" nail\n,", ','), [["5\" pipe x", "3\" nail"], ["", ""]]);
        assert_eq!(parse_csv("\"open,b\nc", ','), vec![vec!["\"open", "b"], vec!["c"]]);
        assert!(parse_csv(" \n\n", ',').is_empty());
        assert!(matches!(parse_csv("\"a\",b", ',')[0][0], Cow::Borrowed("a")));
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(records in prop::collection::vec(prop::collection::vec("[ab,\"\n é]{0,6}", 1..4), 0..4)) {
            let text = write_csv(&records, ',');
            let read: Vec<Vec<String>> = parse_csv(&text, ',').iter().map(|r| r.iter().map(ToString::to_string).collect()).collect();
            let kept: Vec<_> = records.into_iter().filter(|r| r.len() > 1 || !r[0].trim().is_empty()).collect();
            prop_assert_eq!(read, kept);
        }
    }
}
