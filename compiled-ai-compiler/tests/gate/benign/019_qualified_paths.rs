// class: ordinary code, qualified paths; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut counts = std::collections::BTreeMap::<char, usize>::new();
    for c in input.text.chars() {
        *counts.entry(c).or_insert(0) += 1;
    }
    let mut pairs: std::vec::Vec<(char, usize)> = counts.into_iter().collect();
    pairs.sort_by_key(|&(c, n)| (std::cmp::Reverse(n), c));
    let most = pairs.first().map_or(0, |p| p.1);
    let least = core::cmp::min(most, 10);
    let company = std::string::String::from("x").repeat(std::cmp::max(least, 1));
    let order = std::cmp::Ordering::Less;
    let total = if order.is_lt() { Decimal::ONE } else { rust_decimal::Decimal::TEN };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
