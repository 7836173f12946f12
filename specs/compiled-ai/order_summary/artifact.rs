// summarize_order@2dd465ab10f1, from `order_summary.yaml`: written by a model through provider `command`, accepted by gate-1, validated with
// rustc 1.95.0 (59807616e 2026-04-14) and kit 0.1.0. Locked by compiled-ai 0.1.0; do not edit, change the spec and compile it.

#[derive(Default)]
struct Totals {
    line_count: i64,
    unit_count: i64,
    subtotal: Decimal,
    taxable: Decimal,
    by_category: BTreeMap<String, Decimal>,
    bulk: bool,
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let currency = currency_code(input.currency)
        .ok_or_else(|| Abstain::field("currency", "unknown currency"))?;
    check_input(&input)?;
    summarize(&input, currency).ok_or_else(|| Abstain::new("amounts out of range"))
}
fn currency_code(raw: &str) -> Option<String> {
    let code = match raw.trim().to_ascii_uppercase().as_str() {
        "USD" | "$" | "US$" => "USD",
        "EUR" | "€" => "EUR",
        "GBP" | "£" => "GBP",
        "MYR" | "RM" => "MYR",
        "JPY" | "¥" => "JPY",
        _ => return None,
    };
    Some(code.to_string())
}
fn check_input(input: &Input<'_>) -> Result<(), Abstain> {
    if input.lines.iter().any(|line| is_bad_line(line)) {
        return Err(Abstain::field("lines", "quantity, price or discount out of range"));
    }
    if !input.lines.iter().any(|line| line.quantity > 0) {
        return Err(Abstain::field("lines", "nothing ordered"));
    }
    if input.discounts.iter().any(|discount| is_bad_discount(discount)) {
        return Err(Abstain::field("discounts", "value out of range"));
    }
    if input.tax_rate < Decimal::ZERO || input.tax_rate > Decimal::ONE {
        return Err(Abstain::field("tax_rate", "not between 0 and 1"));
    }
    if input.shipping_fee < Decimal::ZERO {
        return Err(Abstain::field("shipping_fee", "negative"));
    }
    Ok(())
}
fn is_bad_line(line: &Line) -> bool {
    let percent = line.discount_percent.unwrap_or(Decimal::ZERO);
    line.quantity < 0 || line.unit_price < Decimal::ZERO || percent < Decimal::ZERO
        || percent > Decimal::ONE_HUNDRED
}
fn is_bad_discount(discount: &Discount) -> bool {
    discount.value < Decimal::ZERO
        || (discount.kind == DiscountKind::Percent
            && discount.value > Decimal::ONE_HUNDRED)
}
fn summarize(input: &Input<'_>, currency: String) -> Option<Output> {
    let places: u32 = if currency == "JPY" { 0 } else { 2 };
    let totals = total_lines(input.lines, places)?;
    let (left, duplicate) = apply_discounts(input.discounts, totals.subtotal, places)?;
    let discount = totals.subtotal.checked_sub(left)?;
    let tax = money::round_to(exact_tax(left, &totals, input.tax_rate)?, places);
    let fee = money::round_to(input.shipping_fee, places);
    let address = input.shipping_address;
    let marks = [
        (discount > Decimal::ZERO, Flag::Discounted),
        (duplicate, Flag::DuplicateCode),
        (totals.bulk, Flag::Bulk),
        (fee.is_zero(), Flag::FreeShipping),
        (tax.is_zero(), Flag::Untaxed),
        (address.is_some_and(|a| is_abroad(a)), Flag::International),
        (address.is_some_and(|a| a.street.iter().any(|s| is_po_box(s))), Flag::PoBox),
        (address.is_none(), Flag::MissingAddress),
    ];
    Some(Output {
        order_id: input.order_id.trim().to_string(),
        currency,
        line_count: totals.line_count,
        unit_count: totals.unit_count,
        subtotal: totals.subtotal,
        discount,
        tax,
        total: left.checked_add(tax)?.checked_add(fee)?,
        by_category: totals.by_category,
        flags: marks.into_iter().filter(|mark| mark.0).map(|mark| mark.1).collect(),
    })
}
fn total_lines(cart: &[Line], places: u32) -> Option<Totals> {
    let mut totals = Totals::default();
    for line in cart.iter().filter(|line| line.quantity > 0) {
        let amount = line_amount(line, places)?;
        totals.line_count += 1;
        totals.unit_count = totals.unit_count.checked_add(line.quantity)?;
        totals.subtotal = totals.subtotal.checked_add(amount)?;
        if line.taxable {
            totals.taxable = totals.taxable.checked_add(amount)?;
        }
        totals.bulk |= line.quantity >= 100;
        let booked = totals
            .by_category
            .entry(category_name(&line.category))
            .or_insert(Decimal::ZERO);
        *booked = booked.checked_add(amount)?;
    }
    Some(totals)
}
fn line_amount(line: &Line, places: u32) -> Option<Decimal> {
    let percent = line.discount_percent.unwrap_or(Decimal::ZERO);
    let amount = Decimal::from(line.quantity)
        .checked_mul(line.unit_price)?
        .checked_mul(Decimal::ONE_HUNDRED.checked_sub(percent)?)?
        .checked_div(Decimal::ONE_HUNDRED)?;
    Some(money::round_to(amount, places))
}
fn category_name(raw: &str) -> String {
    let name = text::collapse_ws(raw).to_lowercase();
    if name.is_empty() {
        return "other".to_string();
    }
    name
}
fn apply_discounts(
    discounts: &[Discount],
    subtotal: Decimal,
    places: u32,
) -> Option<(Decimal, bool)> {
    let mut seen: Vec<String> = Vec::new();
    let mut left = subtotal;
    let mut duplicate = false;
    for discount in discounts {
        let code = discount.code.trim().to_lowercase();
        if seen.contains(&code) {
            duplicate = true;
            continue;
        }
        seen.push(code);
        left = left.checked_sub(discount_worth(discount, left, places)?)?;
    }
    Some((left, duplicate))
}
fn discount_worth(discount: &Discount, left: Decimal, places: u32) -> Option<Decimal> {
    let worth = match discount.kind {
        DiscountKind::Percent => {
            left.checked_mul(discount.value)?.checked_div(Decimal::ONE_HUNDRED)?
        }
        DiscountKind::Amount => discount.value,
    };
    Some(money::round_to(worth, places).min(left))
}
fn exact_tax(left: Decimal, totals: &Totals, rate: Decimal) -> Option<Decimal> {
    if totals.subtotal.is_zero() {
        return Some(Decimal::ZERO);
    }
    left.checked_mul(totals.taxable)?.checked_mul(rate)?.checked_div(totals.subtotal)
}
fn is_abroad(address: &Address) -> bool {
    !address.country.trim().eq_ignore_ascii_case("US")
}
fn is_po_box(street: &str) -> bool {
    let bare: String = street.chars().filter(|c| c.is_alphanumeric()).collect();
    text::starts_with_ci(&bare, "POBOX") || text::starts_with_ci(&bare, "POSTOFFICEBOX")
}
