//! Rounding, summing and splitting.

use alloc::vec;
use alloc::vec::Vec;

use rust_decimal::RoundingStrategy;

use crate::Decimal;

/// Rounds to `places` decimals, halves away from zero.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::round_to};
/// assert_eq!(round_to(Decimal::new(2345, 3), 2), Decimal::new(235, 2));
/// ```
pub fn round_to(amount: Decimal, places: u32) -> Decimal {
    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// Rounds to `places` decimals, halves to the even neighbour.
pub fn round_bankers(amount: Decimal, places: u32) -> Decimal {
    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven)
}

/// Rounds to the nearest multiple of `step`, halves away from zero; unchanged if `step` is zero or the result is out of
/// range.
pub fn round_to_step(amount: Decimal, step: Decimal) -> Decimal {
    let rounded = amount.checked_div(step).and_then(|steps| round_to(steps, 0).checked_mul(step));
    rounded.unwrap_or(amount)
}

/// Rounds to the nearest 0.05, as cash is.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::round_to_cash};
/// assert_eq!(round_to_cash(Decimal::new(6031, 2)), Decimal::new(6030, 2));
/// ```
pub fn round_to_cash(amount: Decimal) -> Decimal {
    round_to_step(amount, Decimal::new(5, 2))
}

/// The sum; `None` if it is out of range.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::sum};
/// assert_eq!(sum([Decimal::ONE, Decimal::TEN]), Some(Decimal::from(11)));
/// ```
pub fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// `percent` hundredths of `amount`, not rounded; `None` if out of range.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::percent_of};
/// assert_eq!(percent_of(Decimal::from(50), Decimal::from(6)), Some(Decimal::from(3)));
/// ```
pub fn percent_of(amount: Decimal, percent: Decimal) -> Option<Decimal> {
    amount.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)
}

/// Splits `total` in proportion to `weights`, each share rounded to `places`; what rounding leaves goes to the largest
/// remainders, so that the shares sum to `total` rounded. `None` if the weights are negative or sum to zero.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::allocate};
/// let shares = allocate(Decimal::TEN, &[Decimal::ONE; 3], 2).unwrap();
/// assert_eq!(shares, [Decimal::new(334, 2), Decimal::new(333, 2), Decimal::new(333, 2)]);
/// ```
pub fn allocate(total: Decimal, weights: &[Decimal], places: u32) -> Option<Vec<Decimal>> {
    let unit = Decimal::try_new(1, places).ok()?;
    let whole = sum(weights.iter().copied())?;
    if whole.is_zero() || weights.iter().any(|weight| weight.is_sign_negative() && !weight.is_zero()) {
        return None;
    }
    let total = round_to(total, places);
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = vec![Decimal::ZERO; weights.len()];
    for (weight, remainder) in weights.iter().zip(&mut remainders) {
        let exact = total.checked_mul(*weight)?.checked_div(whole)?;
        let share = exact.trunc_with_scale(places);
        *remainder = (exact - share).abs();
        shares.push(share);
    }
    let mut rest = total.checked_sub(sum(shares.iter().copied())?)?;
    let step = if rest.is_sign_negative() { -unit } else { unit };
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| remainders[b].cmp(&remainders[a]));
    for at in order {
        if rest.abs() < unit {
            break;
        }
        shares[at] = shares[at].checked_add(step)?;
        rest -= step;
    }
    for share in &mut shares {
        share.rescale(places);
    }
    Some(shares)
}

/// Whether `a` and `b` differ by at most `tolerance`.
pub fn is_near(a: Decimal, b: Decimal, tolerance: Decimal) -> bool {
    a.checked_sub(b).is_some_and(|difference| difference.abs() <= tolerance)
}

/// The amount in hundredths, rounded half away from zero; `None` if out of range.
pub fn to_cents(amount: Decimal) -> Option<i64> {
    to_i64(round_to(amount.checked_mul(Decimal::ONE_HUNDRED)?, 0))
}

/// The amount of so many hundredths.
///
/// ```
/// # use compiled_ai_runtime::kit::{ToString, money::from_cents};
/// assert_eq!(from_cents(1250).to_string(), "12.50");
/// ```
pub fn from_cents(cents: i64) -> Decimal {
    Decimal::new(cents, 2)
}

/// The nearest float.
pub fn to_f64(amount: Decimal) -> f64 {
    amount.as_f64()
}

/// The decimal that the float prints as; `None` if it is not finite or out of range.
///
/// ```
/// # use compiled_ai_runtime::kit::{Decimal, money::from_f64};
/// assert_eq!(from_f64(0.1), Some(Decimal::new(1, 1)));
/// ```
pub fn from_f64(value: f64) -> Option<Decimal> {
    Decimal::try_from(value).ok()
}

/// The whole number; `None` if there is a fraction or it is out of range.
pub fn to_i64(amount: Decimal) -> Option<i64> {
    if amount.fract().is_zero() { i64::try_from(amount.trunc().mantissa()).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves() {
        let half = |n| Decimal::new(n, 1);
        assert_eq!([25, 35, -25].map(|n| round_to(half(n), 0)), [3, 4, -3].map(Decimal::from));
        assert_eq!([25, 35, -25].map(|n| round_bankers(half(n), 0)), [2, 4, -2].map(Decimal::from));
        assert_eq!(round_to_step(Decimal::from(7), Decimal::ZERO), Decimal::from(7));
        assert_eq!(round_to_cash(Decimal::new(-1003, 2)), Decimal::new(-1005, 2));
    }

    #[test]
    fn out_of_range_is_none() {
        assert_eq!(sum([Decimal::MAX, Decimal::ONE]), None);
        assert_eq!(percent_of(Decimal::MAX, Decimal::TEN), None);
        assert_eq!((to_cents(Decimal::MAX), to_i64(Decimal::MAX), to_i64(Decimal::new(15, 1))), (None, None, None));
        assert_eq!((from_f64(f64::NAN), from_f64(1e300)), (None, None));
        assert!(!is_near(Decimal::MAX, Decimal::MIN, Decimal::MAX));
        assert_eq!((to_cents(Decimal::new(12345, 3)), to_i64(Decimal::new(-500, 2))), (Some(1235), Some(-5)));
    }

    #[test]
    fn weights_must_make_sense() {
        assert_eq!(allocate(Decimal::TEN, &[], 2), None);
        assert_eq!(allocate(Decimal::TEN, &[Decimal::ONE, -Decimal::TEN], 2), None);
        assert_eq!(allocate(Decimal::TEN, &[Decimal::ONE], 40), None);
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_total(total in -1_000_000_i64..1_000_000, weights in prop::collection::vec(0_i64..1000, 1..9)) {
            let weights: Vec<_> = weights.into_iter().map(Decimal::from).collect();
            let total = from_cents(total);
            if let Some(shares) = allocate(total, &weights, 2) {
                prop_assert_eq!(sum(shares), Some(total));
            }
        }
    }
}
