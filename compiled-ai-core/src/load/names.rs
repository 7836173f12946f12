//! Names: what is an identifier, what Rust keeps for itself, and which name was likely meant.

/// Every strict and reserved keyword of Rust 2024, and the weak ones that can't name an item or a field safely.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Type names that the generated module has already.
const RESERVED_TYPES: &[&str] = &[
    "Abstain",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Bytes",
    "Captures",
    "Cow",
    "Date",
    "DateTime",
    "Decimal",
    "Err",
    "FromStr",
    "Input",
    "Match",
    "None",
    "Ok",
    "Option",
    "Ordering",
    "Output",
    "OwnedInput",
    "Regex",
    "Result",
    "Self",
    "Some",
    "String",
    "Time",
    "ToOwned",
    "ToString",
    "Vec",
];

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

pub(super) fn is_reserved_type(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}

/// `snake_case`: words of lower-case letters and digits joined by one `_`; one `_` may follow, to dodge a keyword.
pub(super) fn is_snake_case(name: &str) -> bool {
    let words = name.strip_suffix('_').unwrap_or(name);
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && words
            .split('_')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// `CamelCase`: an upper-case letter, then letters and digits.
pub(super) fn is_camel_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `gross_total` becomes `GrossTotal`; a name that is in camel case already stays.
pub(super) fn camel_case(name: &str) -> String {
    name.split(['_', '-', ' ', '.'])
        .flat_map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars)
        })
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// `GrossTotal`, `gross-total` and `Gross Total` become `gross_total`: a suggestion, possibly empty.
pub(super) fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    let mut after_lower = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            after_lower = false;
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            continue;
        }
        if c.is_ascii_uppercase() && after_lower {
            snake.push('_');
        }
        after_lower = !c.is_ascii_uppercase();
        snake.push(c.to_ascii_lowercase());
    }
    snake.truncate(snake.trim_end_matches('_').len());
    snake.trim_start_matches(|c: char| !c.is_ascii_lowercase()).to_owned()
}

/// The known name that `name` is most likely a slip of.
pub(super) fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Distance costs the product of the lengths; nobody mistypes a name that long.
    if name.len() > 64 {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    known
        .into_iter()
        .filter_map(|candidate| {
            let distance = strsim::osa_distance(&lower, &candidate.to_ascii_lowercase());
            let tolerated = (candidate.chars().count().max(lower.chars().count()) / 3).max(1);
            (distance <= tolerated).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `` `a`, `b` and `c` ``; cut when there are many.
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 16;
    let mut quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if quoted.len() > MOST {
        let more = quoted.len() - MOST;
        quoted.truncate(MOST);
        return format!("{} and {more} more", quoted.join(", "));
    }
    match quoted.pop() {
        None => String::new(),
        Some(last) if quoted.is_empty() => last,
        Some(last) => format!("{} and {last}", quoted.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_case_names() {
        for name in ["a", "total", "gross_total", "line2", "type_"] {
            assert!(is_snake_case(name), "{name}");
        }
        for name in ["", "_", "_a", "a__b", "a___", "Total", "2nd", "gross-total", "größe", "a_B"] {
            assert!(!is_snake_case(name), "{name}");
        }
    }

    #[test]
    fn suggestions_are_identifiers() {
        for (written, suggested) in
            [("GrossTotal", "gross_total"), ("gross-total", "gross_total"), ("2nd line", "nd_line"), ("IBAN", "iban")]
        {
            assert_eq!(snake_case(written), suggested);
        }
        assert_eq!(snake_case("…"), "");
        assert_eq!(camel_case("gross_total"), "GrossTotal");
        assert_eq!(camel_case("line item"), "LineItem");
    }

    #[test]
    fn closest_wants_a_likely_slip() {
        assert_eq!(closest("exmaples", ["examples", "rules"]), Some("examples"));
        assert_eq!(closest("Decimal", ["decimal"]), Some("decimal"));
        assert_eq!(closest("colour", ["examples", "rules"]), None);
        assert_eq!(closest(&"x".repeat(1 << 20), ["examples"]), None);
    }
}
