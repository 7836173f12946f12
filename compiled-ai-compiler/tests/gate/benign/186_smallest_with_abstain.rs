// class: ordinary code, smallest with abstain; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    match input.text.trim() {
        "" => Err(Abstain::new("nothing to read")),
        company => Ok(Output { company: company.to_string(), date: None, total: input.amount, items: vec![], notes: vec![] }),
    }
}
