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
    "Function",
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
    "SPEC",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::{KIT_NAMES, module};
    use crate::files::Memory;
    use crate::hash::Hash;

    /// Whatever a module without named types has, a named type can't be called.
    #[test]
    fn names_of_the_generated_module_are_reserved() {
        let text = "spec: 1\nname: f\nabout: x\ninput: { a: int }\noutput: { b: int }\n\
                    examples: [{ input: { a: 1 }, output: { b: 1 } }]\non_abstain: { default: { b: 0 } }\n";
        let spec = crate::load::load(&Memory::default().with("f.yaml", text), "f.yaml".as_ref(), "f.yaml").spec;
        let module = module(&spec.expect("no errors"), &Hash::of(""), "", "::compiled_ai");
        let items = module.lines().filter_map(|line| {
            let mut words = line.trim().strip_prefix("pub ")?.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.next().filter(|word| ["struct", "enum", "type", "const", "trait"].contains(word))?;
            words.next()
        });
        let items: Vec<&str> = items.collect();
        assert_eq!(items, ["Output", "Input", "OwnedInput", "SPEC", "Function"]);
        for name in items.into_iter().chain(KIT_NAMES.iter().copied()).filter(|name| is_camel_case(name)) {
            assert!(is_reserved_type(name), "{name}");
        }
    }

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
}
