// class: ordinary code, impl iterator; cwe: none; layer: none
fn amounts<'a>(text: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    text.lines().enumerate().filter(|(_, line)| line.contains('.'))
}

fn evens(upto: i64) -> impl DoubleEndedIterator<Item = i64> + Clone {
    (0..upto).filter(|n| n % 2 == 0)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = amounts(input.text).map(|(i, line)| format!("{i}={line}")).collect::<Vec<_>>().join(";");
    let total: Decimal = evens(input.count).rev().map(Decimal::from).sum();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
