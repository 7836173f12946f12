// class: ordinary code, sorted keys with ranges; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut brackets: BTreeMap<i64, Decimal> = BTreeMap::new();
    for (limit, rate) in [(0, 0), (10_000, 14), (60_000, 42), (250_000, 45)] {
        brackets.insert(limit, Decimal::new(rate, 2));
    }
    let income = money::to_i64(input.amount.trunc()).unwrap_or(i64::MAX);
    let rate = brackets.range(..=income).next_back().map_or(Decimal::ZERO, |(_, rate)| *rate);
    let total = (input.amount * rate).round_dp(2);
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
