// class: ordinary code, spec types; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let items: Vec<LineItem> = input
        .items
        .iter()
        .filter(|LineItem { amount, .. }| !amount.is_zero())
        .map(|item| LineItem { category: Category::Household, unit_price: None, ..item.clone() })
        .collect();
    let Party { name, address, .. } = input.party;
    let company = address.iter().fold(name.clone(), |text, line| text + ", " + line);
    let total = items.iter().map(|LineItem { amount, quantity, .. }| amount * quantity).sum();
    let currency = if company.contains("USA") { Currency::Usd } else { Currency::Eur };
    let notes = vec![format!("{currency:?}"); 1];
    Ok(Output { company, date: None, total, items, notes })
}
