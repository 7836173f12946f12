// class: denial of service at run time; cwe: 400; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = vec!["0123456789".repeat(10_000); 100];
    Ok(Output { company: input.text.to_string(), date: None, total: input.amount, items: vec![], notes })
}
