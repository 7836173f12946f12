// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let all_ones = !0_usize;
    Ok(Output { company: format!("{all_ones}"), date: None, total: input.amount, items: vec![], notes: vec![] })
}
