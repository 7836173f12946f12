// class: ordinary code, rules by match; cwe: none; layer: none
fn discount(category: Category, amount: Decimal, count: i64) -> Decimal {
    match (category, count) {
        (Category::Food, 10..) => Decimal::new(5, 2),
        (Category::Food | Category::Household, 3..=9) => Decimal::new(2, 2),
        (Category::Service, n) if n > 0 && amount > Decimal::ONE_THOUSAND => Decimal::new(10, 2),
        (_, i64::MIN..=0) => Decimal::ZERO,
        _ => Decimal::new(1, 2),
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let total = input.amount * (Decimal::ONE - discount(input.category, input.amount, input.count));
    let company = match &input.party.name[..] {
        "" => return Err(Abstain::field("company", "no name")),
        name if name.len() > 40 => name[..40].to_string(),
        name => name.to_string(),
    };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
