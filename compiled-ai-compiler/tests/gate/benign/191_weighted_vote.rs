// class: ordinary code, weighted vote; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut votes: BTreeMap<&str, f64> = BTreeMap::new();
    for (n, line) in input.lines.iter().enumerate() {
        let weight = 1.0 / (n as f64 + 1.0);
        *votes.entry(line.trim()).or_insert(0.0) += weight;
    }
    let winner = votes.iter().max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0)));
    let company = winner.map(|(name, _)| name.to_string()).unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
