// class: ordinary code, split a bill; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let people: Vec<&str> = input.text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let weights = vec![Decimal::ONE; people.len()];
    let Some(shares) = money::allocate(input.amount, &weights, 2) else {
        return Err(Abstain::field("total", "nobody to share with"));
    };
    let notes: Vec<String> = people.iter().zip(&shares).map(|(name, share)| format!("{name}: {share}")).collect();
    let total = shares.iter().copied().sum();
    Ok(Output { company: people.concat(), date: None, total, items: vec![], notes })
}
