// class: leakage; cwe: 359; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = vec!["DE44 5001 0517 5407 3249 31".to_string()];
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
