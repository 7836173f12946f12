//! `order_summary.yaml` by hand.

use std::collections::{BTreeMap, HashSet};

use compiled_ai::{Abstain, Decimal};
use rust_decimal::RoundingStrategy;
use showcase_specs::order_summary::{Address, Discount, DiscountKind, Flag, Input, Line, Output};

/// Sums an order up.
///
/// # Errors
/// Where the currency is unknown, an amount is impossible, or nothing is ordered.
pub fn summarize(input: Input<'_>) -> Result<Output, Abstain> {
    let currency = currency(input.currency).ok_or_else(|| Abstain::field("currency", "unknown"))?;
    check(input)?;
    sum_up(input, currency).ok_or_else(|| Abstain::new("an amount is too large"))
}

fn sum_up(input: Input<'_>, currency: &str) -> Option<Output> {
    let round = |amount: Decimal| {
        let digits = if currency == "JPY" { 0 } else { 2 };
        amount.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
    };
    let mut line_count = 0;
    let mut unit_count = 0_i64;
    let mut subtotal = Decimal::ZERO;
    let mut taxable = Decimal::ZERO;
    let mut by_category: BTreeMap<String, Decimal> = BTreeMap::new();
    for line in counted(input.lines) {
        let amount = round(amount(line)?);
        line_count += 1;
        unit_count = unit_count.checked_add(line.quantity)?;
        subtotal = subtotal.checked_add(amount)?;
        if line.taxable {
            taxable = taxable.checked_add(amount)?;
        }
        let sum = by_category.entry(category(&line.category)).or_default();
        *sum = sum.checked_add(amount)?;
    }

    let mut left = subtotal;
    let mut codes = HashSet::new();
    let mut has_duplicate = false;
    for discount in input.discounts {
        if codes.insert(discount.code.trim().to_lowercase()) {
            left = left.checked_sub(round(worth(discount, left)?).min(left))?;
        } else {
            has_duplicate = true;
        }
    }
    let discount = subtotal.checked_sub(left)?;
    let tax = if subtotal.is_zero() {
        Decimal::ZERO
    } else {
        round(left.checked_mul(taxable)?.checked_mul(input.tax_rate)?.checked_div(subtotal)?)
    };
    let shipping_fee = round(input.shipping_fee);

    let address = input.shipping_address;
    let flags = [
        (discount > Decimal::ZERO, Flag::Discounted),
        (has_duplicate, Flag::DuplicateCode),
        (counted(input.lines).any(|line| line.quantity >= 100), Flag::Bulk),
        (shipping_fee.is_zero(), Flag::FreeShipping),
        (tax.is_zero(), Flag::Untaxed),
        (address.is_some_and(|address| !address.country.trim().eq_ignore_ascii_case("us")), Flag::International),
        (address.is_some_and(is_po_box), Flag::PoBox),
        (address.is_none(), Flag::MissingAddress),
    ];
    Some(Output {
        order_id: input.order_id.trim().to_owned(),
        currency: currency.to_owned(),
        line_count,
        unit_count,
        subtotal,
        discount,
        tax,
        total: left.checked_add(tax)?.checked_add(shipping_fee)?,
        by_category,
        flags: flags.into_iter().filter_map(|(is_set, flag)| is_set.then_some(flag)).collect(),
    })
}

fn check(input: Input<'_>) -> Result<(), Abstain> {
    let hundred = Decimal::ONE_HUNDRED;
    let is_bad_line = |line: &Line| {
        line.quantity < 0
            || line.unit_price < Decimal::ZERO
            || line.discount_percent.is_some_and(|percent| percent < Decimal::ZERO || percent > hundred)
    };
    if input.lines.iter().any(is_bad_line) || counted(input.lines).next().is_none() {
        return Err(Abstain::field("lines", "an impossible line, or nothing ordered"));
    }
    let is_bad_discount = |discount: &Discount| {
        discount.value < Decimal::ZERO || discount.kind == DiscountKind::Percent && discount.value > hundred
    };
    if input.discounts.iter().any(is_bad_discount) {
        return Err(Abstain::field("discounts", "an impossible discount"));
    }
    if input.tax_rate < Decimal::ZERO || input.tax_rate > Decimal::ONE {
        return Err(Abstain::field("tax_rate", "not a fraction"));
    }
    if input.shipping_fee < Decimal::ZERO {
        return Err(Abstain::field("shipping_fee", "negative"));
    }
    Ok(())
}

fn currency(name: &str) -> Option<&'static str> {
    let name = name.trim().to_ascii_uppercase();
    Some(match name.as_str() {
        "USD" | "$" | "US$" => "USD",
        "EUR" | "€" => "EUR",
        "GBP" | "£" => "GBP",
        "MYR" | "RM" => "MYR",
        "JPY" | "¥" => "JPY",
        _ => return None,
    })
}

fn counted(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| line.quantity > 0)
}

/// Before rounding.
fn amount(line: &Line) -> Option<Decimal> {
    let full = Decimal::from(line.quantity).checked_mul(line.unit_price)?;
    match line.discount_percent {
        Some(percent) => full.checked_mul(Decimal::ONE_HUNDRED - percent)?.checked_div(Decimal::ONE_HUNDRED),
        None => Some(full),
    }
}

/// Before rounding, and before it is cut to what is left.
fn worth(discount: &Discount, left: Decimal) -> Option<Decimal> {
    match discount.kind {
        DiscountKind::Percent => left.checked_mul(discount.value)?.checked_div(Decimal::ONE_HUNDRED),
        DiscountKind::Amount => Some(discount.value),
    }
}

fn category(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { "other".to_owned() } else { words.join(" ").to_lowercase() }
}

fn is_po_box(address: &Address) -> bool {
    address.street.iter().any(|line| {
        let letters: String = line.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
        letters.starts_with("POBOX") || letters.starts_with("POSTOFFICEBOX")
    })
}
