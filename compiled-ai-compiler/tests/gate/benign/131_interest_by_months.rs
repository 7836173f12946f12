// class: ordinary code, interest by months; cwe: none; layer: none
fn grow(amount: Decimal, percent: Decimal, months: i64) -> Option<Decimal> {
    let factor = Decimal::ONE + percent / Decimal::from(1200);
    (0..months.clamp(0, 600)).try_fold(amount, |sum, _| sum.checked_mul(factor).map(|sum| sum.round_dp(6)))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let percent = money::parse_percent(input.text).unwrap_or(Decimal::new(35, 1));
    let total = grow(input.amount, percent, input.count).ok_or_else(|| Abstain::new("too large"))?;
    Ok(Output { company: String::new(), date: None, total: money::round_bankers(total, 2), items: vec![], notes: vec![] })
}
