// class: ordinary code, currency converter; cwe: none; layer: none
fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::Eur => "EUR",
        Currency::Usd => "USD",
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let from = money::detect_currency(input.text).unwrap_or(code(Currency::Usd));
    let Some(rate) = input.rates.get(from).filter(|rate| rate.is_sign_positive() && !rate.is_zero()) else {
        return Err(Abstain::field("total", format!("no rate for {from}")));
    };
    let total = input.amount.checked_mul(*rate).ok_or_else(|| Abstain::field("total", "too large"))?.round_dp(2);
    Ok(Output { company: from.to_string(), date: None, total, items: vec![], notes: vec![] })
}
