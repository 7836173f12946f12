// class: ordinary code, option combinators; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = input
        .reference
        .filter(|r| !r.is_empty())
        .map(str::trim)
        .map(|r| r.trim_start_matches("INV-").trim_end_matches(char::is_alphabetic))
        .and_then(|r| r.get(..4).or(Some(r)))
        .zip(input.text.chars().next())
        .map_or_else(|| "none".to_string(), |(r, c)| format!("{r}{c}"));
    let total = input.items.first().and_then(|i| i.unit_price).xor(None).or_else(|| Some(Decimal::ONE)).unwrap();
    let flags = [true, false].iter().copied().filter(|x| *x).count();
    let total = (flags > 0).then_some(total).unwrap_or_default();
    let _unused = input.reference.is_some_and(|r| r.len() > 2) || input.reference.as_deref().is_none();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
