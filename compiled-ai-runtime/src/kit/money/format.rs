//! Printing amounts.

use alloc::string::{String, ToString};

use super::round_to;
use crate::Decimal;

/// With exactly `places` decimals, rounded half away from zero: use it rather than `{:.2}`, which cuts off.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::to_fixed};
/// assert_eq!(to_fixed(Decimal::new(12345, 1), 2), "1234.50");
/// ```
pub fn to_fixed(amount: Decimal, places: u32) -> String {
    let rounded = round_to(amount, places);
    let mut out = if rounded.is_zero() { "0".to_string() } else { rounded.to_string() };
    let decimals = out.find('.').map_or(0, |at| out.len() - at - 1);
    // Longer fractions than a decimal can hold say nothing.
    for n in decimals..places.min(28) as usize {
        if n == 0 {
            out.push('.');
        }
        out.push('0');
    }
    out
}

/// With exactly `places` decimals and commas between thousands.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::format_amount};
/// assert_eq!(format_amount(Decimal::new(-12345678, 2), 2), "-123,456.78");
/// ```
pub fn format_amount(amount: Decimal, places: u32) -> String {
    format_amount_with(amount, places, ",", ".")
}

/// [`format_amount`] with other separators.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::format_amount_with};
/// assert_eq!(format_amount_with(Decimal::new(123450, 2), 2, ".", ","), "1.234,50");
/// ```
pub fn format_amount_with(amount: Decimal, places: u32, thousands: &str, decimal: &str) -> String {
    let fixed = to_fixed(amount, places);
    let (sign, digits) = fixed.strip_prefix('-').map_or(("", &*fixed), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::with_capacity(fixed.len() + fixed.len() / 3);
    out.push_str(sign);
    for (n, c) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            out.push_str(thousands);
        }
        out.push(c);
    }
    if !fraction.is_empty() {
        out.push_str(decimal);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_zero_has_no_sign() {
        assert_eq!(to_fixed(Decimal::new(-1, 3), 2), "0.00");
        assert_eq!(to_fixed(Decimal::new(1005, 3), 2), "1.01");
        assert_eq!(to_fixed(Decimal::new(5, 1), 0), "1");
        assert_eq!(to_fixed(Decimal::ONE, u32::MAX).len(), 30);
        assert_eq!(to_fixed(Decimal::ZERO, 2), "0.00");
    }

    #[test]
    fn thousands() {
        assert_eq!(format_amount(Decimal::from(999), 0), "999");
        assert_eq!(format_amount(Decimal::from(-1_000_000), 0), "-1,000,000");
    }
}
