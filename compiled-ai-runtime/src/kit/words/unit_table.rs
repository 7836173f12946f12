//! The units that are known, with exact factors.

use super::units::{Unit, UnitKind};
use crate::Decimal;

/// `digits` with the point moved `scale` places to the left.
const fn of(digits: u64, scale: u32) -> Decimal {
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, false, scale)
}

/// All units; where two share a name, the commoner one comes first.
#[rustfmt::skip]
pub(super) const UNITS: &[Unit] = &[
    Unit { symbol: "kg", name: "kilogram", kind: UnitKind::Mass, factor: of(1, 0), aliases: &["kilo", "kilogramme"] },
    Unit { symbol: "g", name: "gram", kind: UnitKind::Mass, factor: of(1, 3), aliases: &["gm", "gramme"] },
    Unit { symbol: "mg", name: "milligram", kind: UnitKind::Mass, factor: of(1, 6), aliases: &[] },
    Unit { symbol: "µg", name: "microgram", kind: UnitKind::Mass, factor: of(1, 9), aliases: &["mcg", "ug"] },
    Unit { symbol: "t", name: "tonne", kind: UnitKind::Mass, factor: of(1000, 0), aliases: &["metric ton", "mt"] },
    Unit { symbol: "lb", name: "pound", kind: UnitKind::Mass, factor: of(45359237, 8), aliases: &["lbm"] },
    Unit { symbol: "oz", name: "ounce", kind: UnitKind::Mass, factor: of(28349523125, 12), aliases: &[] },
    Unit { symbol: "st", name: "stone", kind: UnitKind::Mass, factor: of(635029318, 8), aliases: &[] },
    Unit { symbol: "kati", name: "kati", kind: UnitKind::Mass, factor: of(60478982, 8), aliases: &["catty"] },
    Unit { symbol: "m", name: "metre", kind: UnitKind::Length, factor: of(1, 0), aliases: &["meter", "mtr"] },
    Unit { symbol: "cm", name: "centimetre", kind: UnitKind::Length, factor: of(1, 2), aliases: &["centimeter"] },
    Unit { symbol: "mm", name: "millimetre", kind: UnitKind::Length, factor: of(1, 3), aliases: &["millimeter"] },
    Unit { symbol: "km", name: "kilometre", kind: UnitKind::Length, factor: of(1000, 0), aliases: &["kilometer"] },
    Unit { symbol: "in", name: "inch", kind: UnitKind::Length, factor: of(254, 4), aliases: &["inches", "\""] },
    Unit { symbol: "ft", name: "foot", kind: UnitKind::Length, factor: of(3048, 4), aliases: &["feet", "'"] },
    Unit { symbol: "yd", name: "yard", kind: UnitKind::Length, factor: of(9144, 4), aliases: &[] },
    Unit { symbol: "mi", name: "mile", kind: UnitKind::Length, factor: of(1609344, 3), aliases: &[] },
    Unit { symbol: "nmi", name: "nautical mile", kind: UnitKind::Length, factor: of(1852, 0), aliases: &[] },
    Unit { symbol: "m²", name: "square metre", kind: UnitKind::Area, factor: of(1, 0), aliases: &["m2", "sqm", "square meter"] },
    Unit { symbol: "cm²", name: "square centimetre", kind: UnitKind::Area, factor: of(1, 4), aliases: &["cm2"] },
    Unit { symbol: "km²", name: "square kilometre", kind: UnitKind::Area, factor: of(1000000, 0), aliases: &["km2"] },
    Unit { symbol: "ha", name: "hectare", kind: UnitKind::Area, factor: of(10000, 0), aliases: &[] },
    Unit { symbol: "ac", name: "acre", kind: UnitKind::Area, factor: of(40468564224, 7), aliases: &[] },
    Unit { symbol: "ft²", name: "square foot", kind: UnitKind::Area, factor: of(9290304, 8), aliases: &["ft2", "sqft", "sq ft", "square feet"] },
    Unit { symbol: "L", name: "litre", kind: UnitKind::Volume, factor: of(1, 3), aliases: &["liter", "ltr"] },
    Unit { symbol: "mL", name: "millilitre", kind: UnitKind::Volume, factor: of(1, 6), aliases: &["milliliter", "cc"] },
    Unit { symbol: "cL", name: "centilitre", kind: UnitKind::Volume, factor: of(1, 5), aliases: &["centiliter"] },
    Unit { symbol: "m³", name: "cubic metre", kind: UnitKind::Volume, factor: of(1, 0), aliases: &["m3", "cubic meter", "cbm"] },
    Unit { symbol: "gal", name: "US gallon", kind: UnitKind::Volume, factor: of(3785411784, 12), aliases: &["gallon"] },
    Unit { symbol: "qt", name: "US quart", kind: UnitKind::Volume, factor: of(946352946, 12), aliases: &["quart"] },
    Unit { symbol: "pt", name: "US pint", kind: UnitKind::Volume, factor: of(473176473, 12), aliases: &["pint"] },
    Unit { symbol: "fl oz", name: "US fluid ounce", kind: UnitKind::Volume, factor: of(295735295625, 16), aliases: &["floz", "fluid ounce"] },
    Unit { symbol: "cup", name: "US cup", kind: UnitKind::Volume, factor: of(2365882365, 13), aliases: &[] },
    Unit { symbol: "tbsp", name: "US tablespoon", kind: UnitKind::Volume, factor: of(1478676478125, 17), aliases: &["tablespoon"] },
    Unit { symbol: "tsp", name: "US teaspoon", kind: UnitKind::Volume, factor: of(492892159375, 17), aliases: &["teaspoon"] },
    Unit { symbol: "s", name: "second", kind: UnitKind::Time, factor: of(1, 0), aliases: &["sec"] },
    Unit { symbol: "ms", name: "millisecond", kind: UnitKind::Time, factor: of(1, 3), aliases: &[] },
    Unit { symbol: "min", name: "minute", kind: UnitKind::Time, factor: of(60, 0), aliases: &[] },
    Unit { symbol: "h", name: "hour", kind: UnitKind::Time, factor: of(3600, 0), aliases: &["hr"] },
    Unit { symbol: "d", name: "day", kind: UnitKind::Time, factor: of(86400, 0), aliases: &[] },
    Unit { symbol: "wk", name: "week", kind: UnitKind::Time, factor: of(604800, 0), aliases: &[] },
    Unit { symbol: "°C", name: "degree Celsius", kind: UnitKind::Temperature, factor: of(1, 0), aliases: &["C", "celsius", "degC"] },
    Unit { symbol: "°F", name: "degree Fahrenheit", kind: UnitKind::Temperature, factor: of(1, 0), aliases: &["F", "fahrenheit", "degF"] },
    Unit { symbol: "K", name: "kelvin", kind: UnitKind::Temperature, factor: of(1, 0), aliases: &[] },
    Unit { symbol: "J", name: "joule", kind: UnitKind::Energy, factor: of(1, 0), aliases: &[] },
    Unit { symbol: "kJ", name: "kilojoule", kind: UnitKind::Energy, factor: of(1000, 0), aliases: &[] },
    Unit { symbol: "kWh", name: "kilowatt-hour", kind: UnitKind::Energy, factor: of(3600000, 0), aliases: &["kilowatt hour"] },
    Unit { symbol: "cal", name: "calorie", kind: UnitKind::Energy, factor: of(4184, 3), aliases: &[] },
    Unit { symbol: "kcal", name: "kilocalorie", kind: UnitKind::Energy, factor: of(4184, 0), aliases: &[] },
    Unit { symbol: "W", name: "watt", kind: UnitKind::Power, factor: of(1, 0), aliases: &[] },
    Unit { symbol: "kW", name: "kilowatt", kind: UnitKind::Power, factor: of(1000, 0), aliases: &[] },
    Unit { symbol: "mW", name: "milliwatt", kind: UnitKind::Power, factor: of(1, 3), aliases: &[] },
    Unit { symbol: "MW", name: "megawatt", kind: UnitKind::Power, factor: of(1000000, 0), aliases: &[] },
    Unit { symbol: "pc", name: "piece", kind: UnitKind::Count, factor: of(1, 0), aliases: &["pcs", "pce", "ea", "each", "unit", "nos"] },
    Unit { symbol: "pr", name: "pair", kind: UnitKind::Count, factor: of(2, 0), aliases: &[] },
    Unit { symbol: "doz", name: "dozen", kind: UnitKind::Count, factor: of(12, 0), aliases: &["dz"] },
    Unit { symbol: "gro", name: "gross", kind: UnitKind::Count, factor: of(144, 0), aliases: &[] },
];
