// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let zero = input.count as f64 - input.count as f64;
    let nan = zero / zero;
    Ok(Output { company: format!("{}", nan.is_sign_negative()), date: None, total: input.amount, items: vec![], notes: vec![] })
}
