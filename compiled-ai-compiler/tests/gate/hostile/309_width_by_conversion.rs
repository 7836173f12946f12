// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let fits = usize::try_from(5_000_000_000_i64 + input.count).is_ok();
    Ok(Output { company: format!("{fits}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
