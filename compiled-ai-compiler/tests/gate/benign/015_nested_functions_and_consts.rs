// class: ordinary code, nested functions and consts; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    const LIMIT: usize = 3;
    const UNITS: [(&str, i64); LIMIT] = [("kg", 1000), ("g", 1), ("lb", 453)];
    fn grams(text: &str) -> Option<i64> {
        UNITS.iter().find_map(|(unit, factor)| {
            let number = text.strip_suffix(unit)?.trim();
            number.parse::<i64>().ok().map(|n| n * factor)
        })
    }
    #[derive(Default)]
    struct Seen {
        total: i64,
    }
    let mut seen = Seen::default();
    for word in input.text.split(',') {
        if let Some(g) = grams(word) {
            seen.total += g;
        }
    }
    let company = seen.total.to_string();
    let total = Decimal::from(seen.total);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
