//! Values of settings, read from TOML, from an environment variable or from a flag.

use std::ops::Range;
use std::str::FromStr as _;

use compiled_ai_core::suggest;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::DeValue;

use super::keys::Sort;
use super::mask;

/// A value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, path, word, day, variable or address.
    Text(String),
    /// A list of texts.
    Words(Vec<String>),
    /// A whole number.
    Whole(u64),
    /// A number with decimals.
    Amount(Decimal),
    /// `true` or `false`.
    Switch(bool),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Text(text) => write!(f, "{text:?}"),
            Value::Words(words) => write!(f, "{words:?}"),
            Value::Whole(number) => write!(f, "{number}"),
            Value::Amount(number) => write!(f, "{}", number.normalize()),
            Value::Switch(is_on) => write!(f, "{is_on}"),
        }
    }
}

/// Why a value can't be used, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Where, if not at the whole value.
    pub(super) at: Option<Range<usize>>,
}

fn wrong(message: impl Into<String>) -> Wrong {
    Wrong { message: message.into(), help: None, at: None }
}

/// Reads a value of TOML.
pub(super) fn from_toml(value: &Spanned<DeValue<'_>>, sort: Sort) -> Result<Value, Wrong> {
    let found = value.get_ref();
    let expected = |what: &str| Err(wrong(format!("expected {what}, found {}", article(found.type_str()))));
    match (sort, found) {
        (Sort::Words, DeValue::Array(items)) => {
            let mut words = Vec::new();
            for item in items.iter() {
                let DeValue::String(word) = item.get_ref() else {
                    let message = format!("expected a string, found {}", article(item.get_ref().type_str()));
                    return Err(Wrong { at: Some(item.span()), ..wrong(message) });
                };
                words.push(word.to_string());
            }
            Ok(Value::Words(words))
        }
        (Sort::Words, _) => expected("a list of strings"),
        (Sort::Whole(..), DeValue::Integer(number)) => whole(number.as_str(), number.radix(), sort),
        (Sort::Whole(..), _) => expected("a whole number"),
        (Sort::Amount(_), DeValue::Integer(number)) if number.radix() == 10 => amount(number.as_str(), sort),
        (Sort::Amount(_), DeValue::Float(number)) => amount(number.as_str(), sort),
        (Sort::Amount(_), _) => expected("a number"),
        (Sort::Switch, DeValue::Boolean(is_on)) => Ok(Value::Switch(*is_on)),
        (Sort::Switch, _) => expected("`true` or `false`"),
        (Sort::Day, DeValue::Datetime(day)) => text(&day.to_string(), sort),
        (_, DeValue::String(found)) => text(found, sort),
        _ => expected("a string"),
    }
}

/// Reads the value of an environment variable or a flag.
pub(super) fn from_text(found: &str, sort: Sort) -> Result<Value, Wrong> {
    match sort {
        Sort::Words => {
            let words: Vec<String> = found.split(',').map(|word| word.trim().to_owned()).collect();
            if words.iter().any(String::is_empty) {
                return Err(wrong("expected words with commas between"));
            }
            Ok(Value::Words(words))
        }
        Sort::Whole(..) => whole(found.trim(), 10, sort),
        Sort::Amount(_) => amount(found.trim(), sort),
        Sort::Switch => found.trim().parse().map(Value::Switch).map_err(|_| wrong("expected `true` or `false`")),
        _ => text(found.trim(), sort),
    }
}

fn whole(digits: &str, radix: u32, sort: Sort) -> Result<Value, Wrong> {
    let Sort::Whole(min, max) = sort else { return Err(wrong("expected a whole number")) };
    let range = if max == u64::MAX { format!("at least {min}") } else { format!("{min} to {max}") };
    match u64::from_str_radix(digits.strip_prefix('+').unwrap_or(digits), radix) {
        Ok(number) if (min..=max).contains(&number) => Ok(Value::Whole(number)),
        _ => Err(wrong(format!("expected a whole number, {range}"))),
    }
}

fn amount(digits: &str, sort: Sort) -> Result<Value, Wrong> {
    let Sort::Amount(max) = sort else { return Err(wrong("expected a number")) };
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let number = Decimal::from_str(digits).or_else(|_| Decimal::from_scientific(digits));
    match number {
        Ok(number) if number >= Decimal::ZERO && number <= Decimal::from(max) => Ok(Value::Amount(number)),
        _ => Err(wrong(format!("expected a number, 0 to {max}"))),
    }
}

fn text(found: &str, sort: Sort) -> Result<Value, Wrong> {
    let value = Ok(Value::Text(found.to_owned()));
    // `key_env = ""` says that no key is sent.
    if found.is_empty() && sort == Sort::Variable {
        return value;
    }
    if found.trim().is_empty() {
        return Err(wrong("an empty text says nothing"));
    }
    match sort {
        Sort::Choice(words) if !words.contains(&found) => {
            // What stands here may be anything; only a likely slip is repeated.
            let help = suggest::closest(found, words.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            Err(Wrong { help, ..wrong(format!("expected one of {}", suggest::list(words.iter().copied()))) })
        }
        Sort::Day if jiff::civil::Date::from_str(found).is_err() || found.len() != 10 => {
            Err(wrong("expected a day such as `2026-05-01`"))
        }
        Sort::Variable if !mask::is_variable(found) => Err(Wrong {
            help: Some("write `key_env = \"MY_PROVIDER_KEY\"`, and put the key into that variable".to_owned()),
            ..wrong("expected the name of an environment variable: capital letters, digits and `_`")
        }),
        Sort::Address
            if !(found.starts_with("https://") || found.starts_with("http://"))
                || found.contains(char::is_whitespace) =>
        {
            Err(wrong("expected an address that begins with `https://` or `http://`"))
        }
        _ => value,
    }
}

pub(super) fn article(sort: &str) -> String {
    let article = if sort.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {sort}")
}
