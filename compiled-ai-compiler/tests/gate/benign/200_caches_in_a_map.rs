// class: ordinary code, caches in a map; cwe: none; layer: none
fn ways(steps: i64, known: &mut BTreeMap<i64, u64>) -> u64 {
    if steps <= 1 {
        return 1;
    }
    if let Some(&found) = known.get(&steps) {
        return found;
    }
    let found = ways(steps - 1, known).saturating_add(ways(steps - 2, known));
    known.insert(steps, found);
    found
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut known = BTreeMap::new();
    let company = ways(input.count.clamp(0, 80), &mut known).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
