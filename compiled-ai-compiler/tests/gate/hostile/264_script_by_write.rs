// class: semantic weakness; cwe: 79; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = String::new();
    write!(company, "<script>var total = '{}';</script>", input.text).ok();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
