// class: ordinary code, simple statistics; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut values: Vec<Decimal> = money::numbers_in(input.text);
    if values.is_empty() {
        return Err(Abstain::field("total", "no numbers"));
    }
    values.sort();
    let count = Decimal::from(values.len() as u64);
    let mean = values.iter().copied().sum::<Decimal>() / count;
    let middle = values.len() / 2;
    let median = if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / Decimal::TWO };
    let spread = values.iter().map(|value| (value - mean).abs()).max().unwrap_or_default();
    let notes = vec![format!("{:.2}", mean), format!("{:.2}", median), format!("{:.2}", spread)];
    Ok(Output { company: String::new(), date: None, total: median, items: vec![], notes })
}
