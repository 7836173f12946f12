// class: ordinary code, decimal arithmetic; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rate = Decimal::new(19, 2);
    let net = input.amount / (Decimal::ONE + rate);
    let vat = (net * rate).round_dp(2);
    let mut total = net.round_dp(2) + vat;
    total += Decimal::from_i128_with_scale(5, 2);
    total = total.max(Decimal::ZERO).min(Decimal::from(1_000_000));
    if total.scale() > 2 || total.is_zero() {
        total = total.normalize();
    }
    let cents = i64::try_from(total * Decimal::ONE_HUNDRED).unwrap_or(i64::MAX);
    let company = format!("{cents:>12} {:.2} {:+}", -total, total.trunc());
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
