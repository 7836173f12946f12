// class: ordinary code, floats where they belong; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let ratio = text::alpha_ratio(input.text) * 100.0;
    let distance = ((input.count as f64 - 3.5).abs() * 2.0).sqrt().floor();
    let company = format!("{ratio:.1} {distance} {:.3e}", 1.0_f64 / 3.0);
    let total = money::from_f64(ratio.clamp(0.0, 100.0)).unwrap_or_default().round_dp(1);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
