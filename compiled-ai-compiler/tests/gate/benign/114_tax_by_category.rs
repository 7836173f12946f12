// class: ordinary code, tax by category; cwe: none; layer: none
const RATES: &[(Category, i64)] = &[(Category::Food, 7), (Category::Household, 19), (Category::Service, 19), (Category::Other, 0)];

fn rate(category: Category) -> Decimal {
    RATES.iter().find(|(known, _)| *known == category).map_or(Decimal::ZERO, |(_, rate)| Decimal::new(*rate, 2))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut by_rate: BTreeMap<Decimal, Decimal> = BTreeMap::new();
    for item in input.items {
        *by_rate.entry(rate(item.category)).or_default() += item.amount;
    }
    let mut total = Decimal::ZERO;
    let mut notes = Vec::new();
    for (rate, net) in &by_rate {
        let tax = (net * rate).round_dp(2);
        total += net + tax;
        notes.push(format!("{}%: {net} + {tax}", (rate * Decimal::ONE_HUNDRED).normalize()));
    }
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes })
}
