// class: ordinary code, maps and sets; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut by_category: BTreeMap<String, Vec<Decimal>> = BTreeMap::new();
    for item in input.items {
        by_category.entry(item.description.clone()).or_default().push(item.amount);
    }
    let seen: BTreeSet<&str> = input.text.split_whitespace().collect();
    let known = BTreeSet::from(["a", "b"]);
    let both: Vec<_> = seen.intersection(&known).copied().collect();
    let total = by_category.values().flatten().copied().sum::<Decimal>();
    let largest = by_category.iter().max_by(|a, b| a.1.len().cmp(&b.1.len()).then_with(|| b.0.cmp(a.0)));
    let company = match largest {
        Some((name, amounts)) if amounts.len() > 1 => name.clone(),
        Some((name, _)) => name.to_uppercase(),
        None => both.concat(),
    };
    let rate = input.rates.get("EUR").copied().unwrap_or(Decimal::ONE);
    let total = total * rate;
    if let Some(first) = by_category.get_mut("x") {
        first.retain(|amount| !amount.is_zero());
    }
    by_category.remove("y");
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
