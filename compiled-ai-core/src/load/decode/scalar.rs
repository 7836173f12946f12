//! Scalars: numbers that keep their digits, ISO 8601 dates, base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use crate::codes::examples as codes;
use crate::diagnostic::Code;
use crate::spec::Type;
use crate::value::Value;
use crate::yaml::{Kind, Node, shorten};

/// What is wrong with a scalar; the message goes on after the place's name.
pub(super) struct Wrong {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// Why a text is no decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not a number at all.
    NotANumber,
    /// Beyond 96 bits of digits.
    TooLarge,
    /// More than 28 digits after the point, or more digits in all than 96 bits hold.
    TooPrecise,
}

/// Reads a scalar as a value of a built-in type that is neither list nor map.
pub(super) fn value(node: &Node, ty: &Type) -> Result<Value, Wrong> {
    match (ty, &node.kind) {
        (Type::String, Kind::String(text)) => Ok(Value::String(text.clone())),
        (Type::String, Kind::Number(raw)) => Err(unquoted(raw)),
        (Type::String, Kind::Bool(value)) => Err(unquoted(&value.to_string())),
        (Type::Bool, Kind::Bool(value)) => Ok(Value::Bool(*value)),
        (Type::Bool, Kind::String(text)) => Err(boolean(node, text)),
        (Type::Int, Kind::Number(raw)) => int(raw),
        (Type::Decimal, Kind::Number(raw) | Kind::String(raw)) => {
            decimal(raw).map(Value::Decimal).map_err(|unfit| no_decimal(node, raw, unfit))
        }
        (Type::Float, Kind::Number(raw)) => float(raw),
        (Type::Date, Kind::String(text)) => {
            date(text).map(Value::Date).ok_or_else(|| calendar("date", text, "2024-02-29"))
        }
        (Type::Time, Kind::String(text)) => {
            time(text).map(Value::Time).ok_or_else(|| calendar("time", text, "13:45:00"))
        }
        (Type::DateTime, Kind::String(text)) => {
            datetime(text).map(Value::DateTime).ok_or_else(|| calendar("datetime", text, "2024-02-29T13:45:00"))
        }
        (Type::Bytes, Kind::String(text)) => bytes(text),
        _ => Err(wrong_type(node, expected(ty))),
    }
}

/// Reads a number in plain or scientific notation, without losing a digit.
///
/// # Errors
/// When the text is not a number, or holds more than a decimal can.
pub fn decimal(text: &str) -> Result<Decimal, Unfit> {
    let (is_negative, unsigned) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(index) => (&unsigned[..index], Some(&unsigned[index + 1..])),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !is_digits(whole) || !is_digits(fraction) {
        return Err(Unfit::NotANumber);
    }
    let plain = match exponent {
        None => format!("{}.{fraction}", if whole.is_empty() { "0" } else { whole }),
        Some(exponent) => shift(whole, fraction, exponent)?,
    };
    let plain = plain.trim_start_matches('0');
    let plain = plain.strip_suffix('.').unwrap_or(plain);
    let padded = format!("{}{plain}", if plain.is_empty() || plain.starts_with('.') { "0" } else { "" });
    let mut number = Decimal::from_str_exact(&padded)
        // Zeros at the end may be more than fit and still say nothing.
        .or_else(|error| match padded.contains('.') {
            true => Decimal::from_str_exact(padded.trim_end_matches('0').trim_end_matches('.')),
            false => Err(error),
        })
        .map_err(|_| {
            if padded.split('.').next().is_some_and(|whole| whole.len() > 28) {
                Unfit::TooLarge
            } else {
                Unfit::TooPrecise
            }
        })?;
    number.set_sign_negative(is_negative && !number.is_zero());
    Ok(number)
}

/// Writes `whole.fraction` times ten to the power of `exponent` without an exponent.
fn shift(whole: &str, fraction: &str, exponent: &str) -> Result<String, Unfit> {
    /// Decimals end long before this; it only bounds the text that is written.
    const FURTHEST: i64 = 100;
    let unsigned = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unfit::NotANumber);
    }
    let digits = format!("{whole}{fraction}");
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let digits = digits.trim_matches('0');
    if digits.is_empty() {
        return Ok("0".to_owned());
    }
    let exponent: i64 = match exponent.strip_prefix('+').unwrap_or(exponent).parse() {
        Ok(exponent) => exponent,
        Err(_) if exponent.starts_with('-') => return Err(Unfit::TooPrecise),
        Err(_) => return Err(Unfit::TooLarge),
    };
    let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX);
    let leading = i64::try_from(leading).unwrap_or(i64::MAX);
    let point = exponent.saturating_add(length(whole)).saturating_sub(leading);
    if point < -FURTHEST {
        return Err(Unfit::TooPrecise);
    }
    if point > FURTHEST {
        return Err(Unfit::TooLarge);
    }
    let places = usize::try_from(point.unsigned_abs()).unwrap_or_default();
    Ok(match (point > 0, digits.split_at_checked(places)) {
        (false, _) => format!("0.{}{digits}", "0".repeat(places)),
        (true, Some((whole, fraction))) => format!("{whole}.{fraction}"),
        (true, None) => format!("{digits:0<places$}."),
    })
}

fn int(raw: &str) -> Result<Value, Wrong> {
    let parsed = match raw.get(..2) {
        Some("0x") => i64::from_str_radix(&raw[2..], 16),
        Some("0o") => i64::from_str_radix(&raw[2..], 8),
        _ => raw.parse(),
    };
    parsed.map(Value::Int).map_err(|error| match error.kind() {
        std::num::IntErrorKind::PosOverflow | std::num::IntErrorKind::NegOverflow => Wrong {
            code: codes::NUMBER,
            message: format!("does not fit an int: {}", shorten(raw)),
            help: Some("an int has 64 bits; use `decimal` for a larger number, `string` for an identifier".to_owned()),
        },
        _ => Wrong {
            code: codes::WRONG_TYPE,
            message: format!("must be an int, found the number {}", shorten(raw)),
            help: match decimal(raw) {
                Ok(number) if number.is_integer() => Some(format!("write `{}`", number.trunc().normalize())),
                _ => None,
            },
        },
    })
}

fn float(raw: &str) -> Result<Value, Wrong> {
    let lower = raw.to_ascii_lowercase();
    let number = match lower.trim_start_matches(['-', '+']) {
        ".inf" | ".nan" => None,
        _ if lower.starts_with("0x") || lower.starts_with("0o") => match int(raw)? {
            // Hexadecimal floats do not exist in YAML; an int that is written so is one.
            Value::Int(number) => number.to_string().parse::<f64>().ok(),
            _ => None,
        },
        _ => raw.parse::<f64>().ok(),
    };
    number.filter(|number| number.is_finite()).map(Value::Float).ok_or_else(|| Wrong {
        code: codes::NUMBER,
        message: format!("must be a finite number, found {}", shorten(raw)),
        help: None,
    })
}

fn no_decimal(node: &Node, raw: &str, unfit: Unfit) -> Wrong {
    let message = match unfit {
        Unfit::NotANumber => {
            let mut wrong = wrong_type(node, "a decimal");
            if raw.contains(',') {
                wrong.help = Some("write a `.` before the fraction, and nothing between thousands".to_owned());
            }
            return wrong;
        }
        Unfit::TooLarge => format!("is too large for a decimal: {}", shorten(raw)),
        Unfit::TooPrecise => format!("has more digits than a decimal holds: {}", shorten(raw)),
    };
    Wrong { code: codes::NUMBER, message, help: Some("a decimal holds 28 digits".to_owned()) }
}

fn boolean(node: &Node, text: &str) -> Wrong {
    let mut wrong = wrong_type(node, "a bool");
    wrong.help = match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => Some("write `true`".to_owned()),
        "no" | "n" | "off" | "false" => Some("write `false`".to_owned()),
        _ => None,
    };
    wrong
}

fn unquoted(raw: &str) -> Wrong {
    Wrong {
        code: codes::UNQUOTED,
        message: format!("must be a string, found `{}` without quotes", shorten(raw)),
        help: Some(format!("write `\"{}\"`", shorten(raw))),
    }
}

/// `YYYY-MM-DD`, a day of the calendar.
fn date(text: &str) -> Option<Date> {
    has_shape(text, "0000-00-00").then(|| text.parse().ok())?
}

/// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.f`, with up to nine digits of a second.
fn time(text: &str) -> Option<Time> {
    let (clock, fraction) = text.split_once('.').map_or((text, None), |(clock, fraction)| (clock, Some(fraction)));
    let fits = match fraction {
        None => has_shape(clock, "00:00") || has_shape(clock, "00:00:00"),
        Some(digits) => {
            has_shape(clock, "00:00:00")
                && (1..=9).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
    };
    // A leap second is a time of day that jiff rounds down; a spec should not say it.
    let is_leap = clock.len() == 8 && clock.ends_with(":60");
    (fits && !is_leap).then(|| text.parse().ok())?
}

/// A date and a time with `T` or a blank between.
fn datetime(text: &str) -> Option<DateTime> {
    let (day, clock) = text.split_once(['T', ' '])?;
    Some(date(day)?.to_datetime(time(clock)?))
}

/// Whether a text has the digits and signs of `shape`, in which `0` stands for any digit.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            sign => byte == sign,
        })
}

fn calendar(what: &str, text: &str, example: &str) -> Wrong {
    let has_zone = what == "datetime" && text.get(10..).is_some_and(|clock| clock.contains(['Z', '+', '-']));
    Wrong {
        code: codes::CALENDAR,
        message: format!("must be a {what} in ISO 8601, found `{}`", shorten(text)),
        help: Some(if has_zone {
            format!("a datetime has no zone; write it as in `{example}`")
        } else {
            format!("write it as in `{example}`")
        }),
    }
}

fn bytes(text: &str) -> Result<Value, Wrong> {
    let written: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    STANDARD.decode(written).map(Value::Bytes).map_err(|_| Wrong {
        code: codes::BASE64,
        message: format!("must be bytes in base64, found `{}`", shorten(text)),
        help: Some("base64 here has the letters `+` and `/`, and `=` at the end".to_owned()),
    })
}

fn wrong_type(node: &Node, expected: &str) -> Wrong {
    Wrong { code: codes::WRONG_TYPE, message: format!("must be {expected}, found {}", node.describe()), help: None }
}

fn expected(ty: &Type) -> &'static str {
    match ty {
        Type::Int => "an int",
        Type::Decimal => "a decimal",
        Type::Float => "a float",
        Type::Bool => "a bool",
        Type::Date => "a date such as `2024-02-29`",
        Type::Time => "a time such as `13:45:00`",
        Type::DateTime => "a datetime such as `2024-02-29T13:45:00`",
        Type::Bytes => "bytes in base64",
        _ => "a string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_digits() {
        for (text, shown) in [
            ("1.50", "1.50"),
            ("-0.00", "0.00"),
            ("+7", "7"),
            ("007", "7"),
            (".5", "0.5"),
            ("1.", "1"),
            ("1e3", "1000"),
            ("1.25E-2", "0.0125"),
            ("12.5e1", "125"),
            ("0e999999999999999999999", "0"),
            ("1e-28", "0.0000000000000000000000000001"),
            ("0.10000000000000000000000000000000000000", "0.1"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
        ] {
            assert_eq!(decimal(text).map(|number| number.to_string()).as_deref(), Ok(shown), "{text}");
        }
        for (text, unfit) in [
            ("1e29", Unfit::TooLarge),
            ("1e999999999999999999999", Unfit::TooLarge),
            ("79228162514264337593543950336", Unfit::TooLarge),
            ("1e-29", Unfit::TooPrecise),
            ("1e-999999999999999999999", Unfit::TooPrecise),
            ("0.12345678901234567890123456789", Unfit::TooPrecise),
            ("", Unfit::NotANumber),
            ("-", Unfit::NotANumber),
            ("1_000", Unfit::NotANumber),
            ("1,5", Unfit::NotANumber),
            ("0x1F", Unfit::NotANumber),
            ("1e", Unfit::NotANumber),
            (".", Unfit::NotANumber),
            ("é", Unfit::NotANumber),
        ] {
            assert_eq!(decimal(text), Err(unfit), "{text}");
        }
    }

    #[test]
    fn only_extended_iso_8601() {
        assert!(date("2024-02-29").is_some());
        for text in
            ["2023-02-29", "20240229", "2024-2-9", "29/02/2024", "2024-02-29T00:00", "+2024-02-29", "2024-W09-4"]
        {
            assert!(date(text).is_none(), "{text}");
        }
        for text in ["13:45", "13:45:59", "13:45:59.123456789", "00:00"] {
            assert!(time(text).is_some(), "{text}");
        }
        for text in ["24:00", "1:45", "13:45:60", "1345", "13:45:59.", "13:45Z", "13:45.5", "13:45:59.1234567890"] {
            assert!(time(text).is_none(), "{text}");
        }
        assert!(datetime("2024-02-29 13:45").is_some());
        for text in ["2024-02-29", "2024-02-29T13:45Z", "2024-02-29T13:45+02:00", "2024-02-29t13:45"] {
            assert!(datetime(text).is_none(), "{text}");
        }
    }
}
