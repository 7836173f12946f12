// class: ordinary code, ordinal and spelled numbers; cwe: none; layer: none
fn ordinal(n: i64) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = words::number(input.text.trim()).or(text::first_int(input.text)).unwrap_or(input.count);
    let company = format!("{} ({})", ordinal(n), words::spell(n));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
