// class: ordinary code, early returns and question marks; cwe: none; layer: none
fn parse_pair(text: &str) -> Option<(i64, i64)> {
    let (a, b) = text.split_once('x')?;
    Some((a.trim().parse().ok()?, b.trim().parse().ok()?))
}

fn area(text: &str) -> Result<i64, Abstain> {
    let (a, b) = parse_pair(text).ok_or_else(|| Abstain::new(format!("`{text}` is no area")))?;
    a.checked_mul(b).ok_or(Abstain::new("too large"))
}

fn numbers(text: &str) -> Result<Vec<i64>, core::num::ParseIntError> {
    text.split(',').map(|n| n.trim().parse::<i64>()).collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let area = area(input.reference.unwrap_or("2x3"))?;
    let list = numbers(input.text).map_err(|e| Abstain::field("total", e.to_string()))?;
    let company = list.iter().map(i64::to_string).collect::<Vec<_>>().join("+");
    let total = Decimal::from(area + list.iter().sum::<i64>());
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
