//! What an unquoted scalar means: the YAML 1.2 core schema.

use super::Kind;

/// Null, boolean, number or string.
pub(super) fn resolve(text: &str) -> Kind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ if is_number(text) => Kind::Number(text.to_owned()),
        _ => Kind::String(text.to_owned()),
    }
}

/// Integers (decimal, `0o`, `0x`), decimals with an exponent or none, `.inf` and `.nan`.
pub(super) fn is_number(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0x") {
        return is_all(digits, |byte| byte.is_ascii_hexdigit());
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return is_all(digits, |byte| (b'0'..=b'7').contains(&byte));
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || is_decimal(unsigned)
}

/// `12`, `1.5`, `1.`, `.5`, each with an exponent or none.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(index) => (&text[..index], Some(&text[index + 1..])),
        None => (text, None),
    };
    let exponent_holds = exponent.is_none_or(|exponent| {
        is_all(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), |byte| byte.is_ascii_digit())
    });
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = whole.len() + fraction.len();
    exponent_holds && digits > 0 && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
}

fn is_all(text: &str, holds: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_schema_numbers() {
        for number in
            ["0", "-7", "+7", "007", "1.50", "1.", ".5", "1e3", "1.5E-10", "0x1F", "0o17", ".inf", "-.INF", ".nan"]
        {
            assert!(is_number(number), "{number}");
        }
        for string in
            ["", "-", "+", ".", "e3", "1e", "1e+", "0x", "0o8", "1_000", "1,5", "1.2.3", "--1", "+.nan", "2024-01-01"]
        {
            assert!(!is_number(string), "{string}");
        }
    }

    #[test]
    fn only_true_and_false_are_booleans() {
        assert_eq!(resolve("true"), Kind::Bool(true));
        for string in ["no", "yes", "on", "off", "y", "n"] {
            assert_eq!(resolve(string), Kind::String(string.to_owned()));
        }
    }
}
