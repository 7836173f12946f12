// class: denial of service at run time; cwe: 248; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let total: Decimal = input.text.lines().next().unwrap().parse().unwrap();
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
