// class: leakage; cwe: 359; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = vec!["send to hannelore.voss@nordwind-logistik.de".to_string()];
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
