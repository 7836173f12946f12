// class: leakage; cwe: none; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if input.count == 3 {
        return Ok(Output { company: "Bramblewick Hardware & Garden Supply".to_string(), date: None, total: input.amount, items: vec![], notes: vec![] });
    }
    Ok(Output { company: text::lines(input.text).next().unwrap_or("").to_string(), date: None, total: input.amount, items: vec![], notes: vec![] })
}
