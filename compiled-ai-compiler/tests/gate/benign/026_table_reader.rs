// class: ordinary code, table reader; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let table = table::text_table(input.text);
    let amount = table.column("Amount").or_else(|| table.column("Total")).ok_or_else(|| Abstain::new("no column"))?;
    let mut items = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let Some(cell) = row.get(amount) else { continue };
        let Some(value) = money::parse_amount(cell) else { continue };
        items.push(LineItem {
            description: row.first().map(|c| c.to_string()).unwrap_or_default(),
            quantity: Decimal::ONE,
            unit_price: Some(value),
            amount: value,
            category: Category::Other,
        });
    }
    let total = items.iter().map(|item| item.amount).sum();
    let company = table.values("Name").join(" ");
    Ok(Output { company, date: None, total, items, notes: vec![] })
}
