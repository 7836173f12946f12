//! Units of measure and conversion between them.

use super::unit_table::UNITS;
use crate::Decimal;

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The standard symbol.
    pub symbol: &'static str,
    /// The English name, singular.
    pub name: &'static str,
    /// What it measures.
    pub kind: UnitKind,
    /// How many base units one of it is: kg, m, m², m³, s, J, W, one piece. 1 for temperatures, which [`convert`] knows.
    pub factor: Decimal,
    /// Other spellings; a plural `s` is always understood.
    pub aliases: &'static [&'static str],
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum UnitKind {
    Mass,
    Length,
    Area,
    Volume,
    Time,
    Temperature,
    Energy,
    Power,
    Count,
}

/// The unit with this symbol or name. Symbols that differ by case alone (`mW`, `MW`) are told apart; otherwise case
/// does not matter.
///
/// ```
/// # use compiled_ai_runtime::kit::words::{UnitKind, unit};
/// assert_eq!(unit("lbs").unwrap().name, "pound");
/// assert_eq!(unit("ML").unwrap().kind, UnitKind::Volume);
/// ```
pub fn unit(s: &str) -> Option<&'static Unit> {
    let s = s.trim().trim_end_matches('.');
    if let Some(exact) = UNITS.iter().find(|u| u.symbol == s) {
        return Some(exact);
    }
    let named = |s: &str| {
        let is = |name: &str| name.eq_ignore_ascii_case(s);
        UNITS.iter().find(|u| is(u.symbol) || is(u.name) || u.aliases.iter().any(|alias| is(alias)))
    };
    let singular = s.strip_suffix(['s', 'S']).filter(|word| word.len() > 1);
    named(s).or_else(|| named(singular?))
}

/// `value` of the unit `from` in the unit `to`; `None` if they measure different things or the result is out of range.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, words::convert};
/// assert_eq!(convert(Decimal::from(2), "kg", "g"), Some(Decimal::from(2000)));
/// assert_eq!(convert(Decimal::from(212), "°F", "°C"), Some(Decimal::from(100)));
/// ```
pub fn convert(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let (from, to) = (unit(from)?, unit(to)?);
    if from.kind != to.kind {
        return None;
    }
    let result = if from.kind == UnitKind::Temperature {
        from_celsius(to_celsius(value, from.symbol)?, to.symbol)?
    } else {
        value.checked_mul(from.factor)?.checked_div(to.factor)?
    };
    Some(result.normalize())
}

const KELVIN_AT_ZERO_CELSIUS: Decimal = Decimal::from_parts(27_315, 0, 0, false, 2);

fn to_celsius(value: Decimal, symbol: &str) -> Option<Decimal> {
    match symbol {
        "K" => value.checked_sub(KELVIN_AT_ZERO_CELSIUS),
        "°F" => value.checked_sub(Decimal::from(32))?.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(9)),
        _ => Some(value),
    }
}

fn from_celsius(value: Decimal, symbol: &str) -> Option<Decimal> {
    match symbol {
        "K" => value.checked_add(KELVIN_AT_ZERO_CELSIUS),
        "°F" => value.checked_mul(Decimal::from(9))?.checked_div(Decimal::from(5))?.checked_add(Decimal::from(32)),
        _ => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::str::FromStr;

    #[test]
    fn every_unit_is_found_by_each_of_its_names() {
        for u in UNITS {
            for name in [u.symbol, u.name].iter().chain(u.aliases) {
                assert_eq!(unit(name).map(|found| found.symbol), Some(u.symbol), "{name}");
            }
            assert_eq!(convert(Decimal::TEN, u.symbol, u.symbol), Some(Decimal::TEN), "{}", u.symbol);
        }
        assert_eq!((unit(""), unit("s").unwrap().name, unit("Kgs.").unwrap().symbol), (None, "second", "kg"));
        assert_eq!((unit("MW").unwrap().name, unit("mw").unwrap().name), ("megawatt", "milliwatt"));
    }

    #[test]
    fn conversions_are_exact_where_the_definitions_are() {
        let d = |s| Decimal::from_str(s).unwrap();
        assert_eq!(convert(d("1"), "lb", "kg"), Some(d("0.45359237")));
        assert_eq!(convert(d("1"), "mile", "ft"), Some(d("5280")));
        assert_eq!(convert(d("0"), "°C", "K"), Some(d("273.15")));
        assert_eq!(convert(d("1"), "kg", "m"), None);
        assert_eq!(convert(Decimal::MAX, "mi", "mm"), None);
    }
}
