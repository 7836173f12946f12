// class: denial of service at run time; cwe: 770; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut rows: Vec<Vec<i64>> = vec![];
    rows.resize_with(20_000, || vec![input.count; 10_000]);
    Err(Abstain::new(format!("{}", rows.len())))
}
