// class: twin of a hostile file, match that calls closures; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let net = |x: Decimal| x;
    let gross = |x: Decimal| x * Decimal::new(119, 2);
    let total = match input.category {
        Category::Food => net(input.amount),
        Category::Household => gross(input.amount),
        _ => gross(net(input.amount)),
    };
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
