// class: twin of a hostile file, variables named like modules; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let fs = input.text.len();
    let io = input.lines.len();
    let net = input.amount;
    let process = net * Decimal::from(fs as u64 + io as u64);
    let thread = process.round_dp(2);
    let company = format!("{thread} {process}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
