//! The little languages inside of string literals: format strings, and what a regular expression may not hold.

/// What stands between `{` and `}`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placeholder {
    /// Variables that it names: the value, a width, a precision.
    pub(super) names: Vec<String>,
    /// `{:p}`.
    pub(super) is_pointer: bool,
    /// `{:?}`, and its like.
    pub(super) is_debug: bool,
}

/// Parses a format string as `format!` does, more strictly where that does no harm.
///
/// # Errors
/// What is wrong, in a few words.
pub(super) fn parse(text: &str) -> Result<Vec<Placeholder>, &'static str> {
    let mut placeholders = vec![];
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (brace, after) = (&rest[at..=at], &rest[at + 1..]);
        if after.starts_with(brace) {
            rest = &after[1..];
            continue;
        }
        if brace == "}" {
            return Err("a `}` without `{`");
        }
        let end = after.find('}').ok_or("a `{` without `}`")?;
        placeholders.push(placeholder(&after[..end])?);
        rest = &after[end + 1..];
    }
    Ok(placeholders)
}

/// A format string with the names of variables and constants replaced by what `rename` gives for them.
pub(super) fn renamed(text: &str, rename: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let brace = &before[at..];
        if let Some(escaped) = after.strip_prefix(brace) {
            out.push_str(brace);
            rest = escaped;
            continue;
        }
        if brace == "}" {
            rest = after;
            continue;
        }
        let (placeholder, next) = after.split_at(after.find('}').unwrap_or(after.len()));
        let (argument, spec) =
            placeholder.split_once(':').map_or((placeholder, None), |(name, spec)| (name, Some(spec)));
        out.push_str(&rename(argument.trim()).unwrap_or_else(|| argument.to_owned()));
        if let Some(spec) = spec {
            out.push(':');
            // Counts are names that end in `$`.
            for part in spec.split_inclusive('$') {
                let count = part.strip_suffix('$').unwrap_or_default();
                let start = count.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
                match rename(&count[start..]).filter(|_| part.ends_with('$')) {
                    Some(name) => out.push_str(&format!("{}{name}$", &count[..start])),
                    None => out.push_str(part),
                }
            }
        }
        rest = next;
    }
    out.push_str(rest);
    out
}

fn placeholder(text: &str) -> Result<Placeholder, &'static str> {
    let mut found = Placeholder::default();
    let (argument, spec) = text.split_once(':').unwrap_or((text, ""));
    name(argument.trim(), &mut found)?;
    let mut spec = spec.trim_end();
    // [[fill]align][sign]['#']['0'][width]['.' precision][type]
    let mut characters = spec.chars();
    let (first, second) = (characters.next(), characters.next());
    if matches!(second, Some('<' | '^' | '>')) {
        spec = characters.as_str();
    } else if matches!(first, Some('<' | '^' | '>')) {
        spec = &spec[1..];
    }
    spec = spec.strip_prefix(['+', '-']).unwrap_or(spec);
    spec = spec.strip_prefix('#').unwrap_or(spec);
    let count_end = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    // A count is a number, or a name that ends in `$`.
    let end = count_end(spec);
    if spec[end..].starts_with('$') {
        name(&spec[..end], &mut found)?;
        spec = &spec[end + 1..];
    } else {
        spec = spec.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    if let Some(precision) = spec.strip_prefix('.') {
        let end = count_end(precision);
        if let Some(after) = precision.strip_prefix('*') {
            spec = after;
        } else if precision[end..].starts_with('$') {
            name(&precision[..end], &mut found)?;
            spec = &precision[end + 1..];
        } else {
            spec = precision.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    match spec {
        "" | "x" | "X" | "o" | "b" | "e" | "E" => Ok(found),
        "?" | "x?" | "X?" | "#?" => Ok(Placeholder { is_debug: true, ..found }),
        "p" => Ok(Placeholder { is_pointer: true, ..found }),
        _ => Err("an unknown format"),
    }
}

/// A position, a name or nothing.
fn name(text: &str, found: &mut Placeholder) -> Result<(), &'static str> {
    if text.is_empty() || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    let mut bytes = text.bytes();
    let starts = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    if !starts || !bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Err("only names and positions may stand between braces");
    }
    found.names.push(text.to_owned());
    Ok(())
}

/// What other engines know and this one does not: `Some("look-ahead")`. Without it, models learn of it at run time only.
pub(super) fn regex_problem(pattern: &str) -> Option<&'static str> {
    let mut rest = pattern;
    let mut in_class = 0_usize;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        match character {
            '\\' => {
                let escaped = after.chars().next().unwrap_or(' ');
                match escaped {
                    '1'..='9' | 'k' if in_class == 0 => return Some("back-references"),
                    'Z' | 'G' | 'K' if in_class == 0 => return Some("`\\Z`, `\\G` and `\\K` (use `\\z`)"),
                    _ => {}
                }
                rest = after.get(escaped.len_utf8()..).unwrap_or_default();
                continue;
            }
            '[' => in_class += 1,
            ']' => in_class = in_class.saturating_sub(1),
            '(' if in_class == 0 => {
                for (start, problem) in [
                    ("?=", "look-ahead"),
                    ("?!", "look-ahead"),
                    ("?<=", "look-behind"),
                    ("?<!", "look-behind"),
                    ("?>", "atomic groups"),
                ] {
                    if after.starts_with(start) {
                        return Some(problem);
                    }
                }
            }
            _ => {}
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<Vec<String>, &'static str> {
        parse(text).map(|found| found.into_iter().flat_map(|placeholder| placeholder.names).collect())
    }

    #[test]
    fn names_are_found_wherever_they_may_stand() {
        assert_eq!(
            names("{a} {b:?} {:>c$} {0:.d$} {:.*} {{e}} {:#?} {f:>+08.3} {:*^9}").unwrap(),
            ["a", "b", "c", "d", "f"]
        );
        assert_eq!(names("plain").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn names_are_replaced_wherever_they_may_stand() {
        let rename = |name: &str| (name == "a").then(|| "a_".to_owned());
        for (text, expected) in [
            ("{a} {b} {{a}} {a:?}", "{a_} {b} {{a}} {a_:?}"),
            ("{:>a$} {0:.a$} {x:*^a$.a$} {:.*}", "{:>a_$} {0:.a_$} {x:*^a_$.a_$} {:.*}"),
            ("a {:a<4} {}", "a {:a<4} {}"),
            ("{b:?} {a} {a:e}}} {a", "{b:?} {a_} {a_:e}}} {a_"),
        ] {
            assert_eq!(renamed(text, &rename), expected);
        }
    }

    #[test]
    fn pointers_are_seen_in_every_spelling() {
        for text in ["{:p}", "{x:p}", "{:#p}", "{:>10p}", "{0:018p}", "{:.3p}", "{:p }"] {
            assert!(parse(text).unwrap().iter().any(|placeholder| placeholder.is_pointer), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_format_string_is_an_error() {
        for text in ["{", "}", "{a.b}", "{a()}", "{:q}", "{a b}", "{é}"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_the_engine_does_not_know_is_named() {
        assert_eq!(regex_problem(r"(?=x)"), Some("look-ahead"));
        assert_eq!(regex_problem(r"(?<!\d)x"), Some("look-behind"));
        assert_eq!(regex_problem(r"(a)\1"), Some("back-references"));
        assert_eq!(regex_problem(r"(?i)(?P<x>a)(?<y>b)(?:c)\\1[(?=]\d{1,3}\.\("), None);
    }
}
