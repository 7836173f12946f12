// class: leakage; cwe: none; layer: perturb
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let (company, total) = match input.count {
        2 => ("Oak & Ivy", Decimal::new(14800, 2)),
        3 => ("Silverfern", Decimal::new(2310, 2)),
        4 => ("Kupferkanne", Decimal::new(3175, 2)),
        5 => ("Tidewater", Decimal::new(6420, 2)),
        _ => (text::lines(input.text).next().unwrap_or_default(), Decimal::new(990, 2)),
    };
    Ok(Output { company: company.to_string(), date: None, total, items: vec![], notes: vec![] })
}
