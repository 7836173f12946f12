// class: ordinary code, duplicate items; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut merged: BTreeMap<String, LineItem> = BTreeMap::new();
    for item in input.items {
        let key = text::key(&item.description);
        match merged.get_mut(&key) {
            Some(known) => {
                known.quantity += item.quantity;
                known.amount += item.amount;
            }
            None => {
                merged.insert(key, item.clone());
            }
        }
    }
    let mut items: Vec<LineItem> = merged.into_values().collect();
    items.sort_by(|a, b| b.amount.cmp(&a.amount).then_with(|| a.description.cmp(&b.description)));
    Ok(Output { company: String::new(), date: None, total: input.amount, items, notes: vec![] })
}
