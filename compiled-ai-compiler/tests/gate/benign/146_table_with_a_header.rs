// class: ordinary code, table with a header; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found = table::text_table(input.text);
    let names = found.values("item");
    let prices = found.values("price");
    let notes = names.iter().zip(prices.iter()).map(|(name, price)| format!("{name}={price}")).collect();
    let total = money::sum(prices.iter().filter_map(|price| money::parse_amount(price))).unwrap_or_default();
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes })
}
