// summarize_order@806bacba4e25, made from `order_summary.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let z = Decimal::ZERO;
    let h = Decimal::from(100);
    let bad = |f: &'static str| Err(Abstain::field(f, "bad"));
    let c = match input.currency.trim().to_ascii_uppercase().as_str() {
        "USD" | "$" | "US$" => "USD",
        "EUR" | "€" => "EUR",
        "GBP" | "£" => "GBP",
        "MYR" | "RM" => "MYR",
        "JPY" | "¥" => "JPY",
        _ => return bad("currency"),
    };
    if input
        .lines
        .iter()
        .any(|l| {
            l.quantity < 0 || l.unit_price < z
                || l.discount_percent.map_or(false, |p| p < z || p > h)
        }) || input.lines.iter().all(|l| l.quantity == 0)
    {
        return bad("lines");
    }
    if input
        .discounts
        .iter()
        .any(|d| d.value < z || (d.kind == DiscountKind::Percent && d.value > h))
    {
        return bad("discounts");
    }
    if input.tax_rate < z || input.tax_rate > Decimal::from(1) {
        return bad("tax_rate");
    }
    if input.shipping_fee < z {
        return bad("shipping_fee");
    }
    sum_up_(input, c).ok_or_else(|| Abstain::new("overflow"))
}
fn sum_up_(input: Input<'_>, c: &str) -> Option<Output> {
    let z = Decimal::ZERO;
    let h = Decimal::from(100);
    let r = |d: Decimal| money::round_to(d, if c == "JPY" { 0 } else { 2 });
    let (mut n, mut u, mut s, mut t) = (0i64, 0i64, z, z);
    let (mut bulk, mut dup) = (false, false);
    let mut m: BTreeMap<String, Decimal> = BTreeMap::new();
    for l in input.lines.iter().filter(|l| l.quantity > 0) {
        let a = r(
            Decimal::from(l.quantity)
                .checked_mul(l.unit_price)?
                .checked_mul(h.checked_sub(l.discount_percent.unwrap_or(z))?)?
                .checked_div(h)?,
        );
        n = n.checked_add(1)?;
        u = u.checked_add(l.quantity)?;
        s = s.checked_add(a)?;
        if l.taxable {
            t = t.checked_add(a)?;
        }
        bulk |= l.quantity >= 100;
        let mut k = text::collapse_ws(&l.category).to_lowercase();
        if k.is_empty() {
            k = "other".to_string();
        }
        let e = m.entry(k).or_insert(z);
        *e = e.checked_add(a)?;
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut left = s;
    for d in input.discounts {
        if !seen.insert(d.code.trim().to_lowercase()) {
            dup = true;
            continue;
        }
        let x = r(
                match d.kind {
                    DiscountKind::Percent => left.checked_mul(d.value)?.checked_div(h)?,
                    DiscountKind::Amount => d.value,
                },
            )
            .min(left);
        left = left.checked_sub(x)?;
    }
    let discount = s.checked_sub(left)?;
    let tax = if s == z {
        z
    } else {
        r(left.checked_mul(t)?.checked_mul(input.tax_rate)?.checked_div(s)?)
    };
    let fee = r(input.shipping_fee);
    let ad = input.shipping_address;
    let flags = [
        (Flag::Discounted, discount > z),
        (Flag::DuplicateCode, dup),
        (Flag::Bulk, bulk),
        (Flag::FreeShipping, fee == z),
        (Flag::Untaxed, tax == z),
        (
            Flag::International,
            ad.map_or(false, |a| !a.country.trim().eq_ignore_ascii_case("US")),
        ),
        (
            Flag::PoBox,
            ad
                .map_or(
                    false,
                    |a| {
                        a.street
                            .iter()
                            .any(|x| {
                                let y = x
                                    .chars()
                                    .filter(|q| q.is_alphanumeric())
                                    .collect::<String>()
                                    .to_ascii_uppercase();
                                y.starts_with("POBOX") || y.starts_with("POSTOFFICEBOX")
                            })
                    },
                ),
        ),
        (Flag::MissingAddress, ad.is_none()),
    ]
        .iter()
        .filter(|f| f.1)
        .map(|f| f.0)
        .collect();
    Some(Output {
        order_id: input.order_id.trim().to_string(),
        currency: c.to_string(),
        line_count: n,
        unit_count: u,
        subtotal: s,
        discount,
        tax,
        total: left.checked_add(tax)?.checked_add(fee)?,
        by_category: m,
        flags,
    })
}
