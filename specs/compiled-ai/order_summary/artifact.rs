// summarize_order@806bacba4e25, made from `order_summary.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

#[derive(Default)]
struct Cart {
    line_count: i64,
    unit_count: i64,
    subtotal: Decimal,
    taxable: Decimal,
    by_category: BTreeMap<String, Decimal>,
    bulk: bool,
}
struct Reduced {
    left: Decimal,
    duplicate: bool,
}
fn currency_code(symbol: &str) -> Option<&str> {
    match symbol.trim().to_ascii_uppercase().as_str() {
        "USD" | "$" | "US$" => Some("USD"),
        "EUR" | "€" => Some("EUR"),
        "GBP" | "£" => Some("GBP"),
        "MYR" | "RM" => Some("MYR"),
        "JPY" | "¥" => Some("JPY"),
        _ => None,
    }
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
fn check_input(input: Input<'_>) -> Result<(), Abstain> {
    if input.lines.iter().any(|line| is_bad_line(line)) {
        return Err(Abstain::field("lines", "a value is out of range"));
    }
    if !input.lines.iter().any(|line| line.quantity > 0) {
        return Err(Abstain::field("lines", "nothing is ordered"));
    }
    if input.discounts.iter().any(|discount| is_bad_discount(discount)) {
        return Err(Abstain::field("discounts", "a value is out of range"));
    }
    if input.tax_rate < Decimal::ZERO || input.tax_rate > Decimal::ONE {
        return Err(Abstain::field("tax_rate", "not between 0 and 1"));
    }
    if input.shipping_fee < Decimal::ZERO {
        return Err(Abstain::field("shipping_fee", "negative"));
    }
    Ok(())
}
fn line_amount(line: &Line, places: u32) -> Option<Decimal> {
    let percent = line.discount_percent.unwrap_or(Decimal::ZERO);
    let kept = Decimal::ONE_HUNDRED.checked_sub(percent)?;
    let amount = Decimal::from(line.quantity)
        .checked_mul(line.unit_price)?
        .checked_mul(kept)?
        .checked_div(Decimal::ONE_HUNDRED)?;
    Some(money::round_to(amount, places))
}
fn category_name(category: &str) -> String {
    let name = text::collapse_ws(category).to_lowercase();
    if name.is_empty() { "other".to_string() } else { name }
}
fn count_lines(lines: &[Line], places: u32) -> Option<Cart> {
    let mut cart = Cart::default();
    for line in lines.iter().filter(|line| line.quantity > 0) {
        let amount = line_amount(line, places)?;
        cart.line_count += 1;
        cart.unit_count = cart.unit_count.checked_add(line.quantity)?;
        cart.subtotal = cart.subtotal.checked_add(amount)?;
        if line.taxable {
            cart.taxable = cart.taxable.checked_add(amount)?;
        }
        cart.bulk = cart.bulk || line.quantity >= 100;
        let slot = cart
            .by_category
            .entry(category_name(&line.category))
            .or_insert(Decimal::ZERO);
        *slot = slot.checked_add(amount)?;
    }
    Some(cart)
}
fn discount_amount(discount: &Discount, left: Decimal, places: u32) -> Option<Decimal> {
    match discount.kind {
        DiscountKind::Percent => {
            let amount = left
                .checked_mul(discount.value)?
                .checked_div(Decimal::ONE_HUNDRED)?;
            Some(money::round_to(amount, places))
        }
        DiscountKind::Amount => Some(money::round_to(discount.value, places).min(left)),
    }
}
fn apply_discounts(
    discounts: &[Discount],
    subtotal: Decimal,
    places: u32,
) -> Option<Reduced> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut reduced = Reduced {
        left: subtotal,
        duplicate: false,
    };
    for discount in discounts {
        if seen.insert(discount.code.trim().to_lowercase()) {
            let amount = discount_amount(discount, reduced.left, places)?;
            reduced.left = reduced.left.checked_sub(amount)?;
        } else {
            reduced.duplicate = true;
        }
    }
    Some(reduced)
}
fn tax_on(left: Decimal, cart: &Cart, rate: Decimal, places: u32) -> Option<Decimal> {
    if cart.subtotal.is_zero() {
        return Some(Decimal::ZERO);
    }
    let tax = left
        .checked_mul(cart.taxable)?
        .checked_mul(rate)?
        .checked_div(cart.subtotal)?;
    Some(money::round_to(tax, places))
}
fn is_foreign(address: &Address) -> bool {
    !address.country.trim().eq_ignore_ascii_case("US")
}
fn is_box_line(line: &str) -> bool {
    let letters = line
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect::<String>()
        .to_lowercase();
    letters.starts_with("pobox") || letters.starts_with("postofficebox")
}
fn is_post_box(address: &Address) -> bool {
    address.street.iter().any(|line| is_box_line(line))
}
fn build_summary(input: Input<'_>, currency: &str) -> Option<Output> {
    let places: u32 = if currency == "JPY" { 0 } else { 2 };
    let cart = count_lines(input.lines, places)?;
    let reduced = apply_discounts(input.discounts, cart.subtotal, places)?;
    let discount = cart.subtotal.checked_sub(reduced.left)?;
    let tax = tax_on(reduced.left, &cart, input.tax_rate, places)?;
    let fee = money::round_to(input.shipping_fee, places);
    let total = reduced.left.checked_add(tax)?.checked_add(fee)?;
    let address = input.shipping_address;
    let marks = [
        (discount > Decimal::ZERO, Flag::Discounted),
        (reduced.duplicate, Flag::DuplicateCode),
        (cart.bulk, Flag::Bulk),
        (fee.is_zero(), Flag::FreeShipping),
        (tax.is_zero(), Flag::Untaxed),
        (address.is_some_and(|a| is_foreign(a)), Flag::International),
        (address.is_some_and(|a| is_post_box(a)), Flag::PoBox),
        (address.is_none(), Flag::MissingAddress),
    ];
    Some(Output {
        order_id: input.order_id.trim().to_string(),
        currency: currency.to_string(),
        line_count: cart.line_count,
        unit_count: cart.unit_count,
        subtotal: cart.subtotal,
        discount,
        tax,
        total,
        by_category: cart.by_category,
        flags: marks.into_iter().filter(|mark| mark.0).map(|mark| mark.1).collect(),
    })
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let currency = currency_code(input.currency)
        .ok_or_else(|| Abstain::field("currency", "unknown currency"))?;
    check_input(input)?;
    build_summary(input, currency).ok_or_else(|| Abstain::new("amounts out of range"))
}
