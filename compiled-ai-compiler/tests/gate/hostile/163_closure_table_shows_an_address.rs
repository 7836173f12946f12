// class: ambient authority; cwe: 704; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rules = [|x: i64| x + 1, |x: i64| x * 2];
    let address = format!("{:?}", rules[0]);
    Err(Abstain::new(address))
}
