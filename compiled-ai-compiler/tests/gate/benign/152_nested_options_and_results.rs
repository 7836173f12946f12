// class: ordinary code, nested options and results; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let parsed: Result<Vec<i64>, _> = input.text.split(',').map(|part| part.trim().parse::<i64>()).collect();
    let first: Option<Option<i64>> = parsed.as_ref().ok().map(|list| list.first().copied());
    let company = match (parsed, first) {
        (Ok(list), Some(Some(n))) => format!("{n} of {}", list.len()),
        (Ok(_), _) => "empty".to_string(),
        (Err(error), _) => error.to_string(),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
