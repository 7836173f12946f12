// class: ordinary code, peekable grouping; cwe: none; layer: none
fn groups(numbers: &[i64]) -> Vec<(i64, i64)> {
    let mut out = Vec::new();
    let mut iter = numbers.iter().copied().peekable();
    while let Some(start) = iter.next() {
        let mut end = start;
        while iter.peek().is_some_and(|&next| next == end + 1) {
            end = iter.next().unwrap_or(end);
        }
        out.push((start, end));
    }
    out
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = groups(&[1, 2, 3, 7, 8])
        .into_iter()
        .map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") })
        .collect::<Vec<_>>()
        .join(",");
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
