// class: ordinary code, guards and bindings; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = match (input.count, input.text.len()) {
        (n @ 1..=9, length) if length > n as usize => format!("short {n}"),
        (n @ (0 | 100), _) => format!("special {n}"),
        (n, ..) if n.is_negative() => "negative".to_string(),
        (i64::MIN..=-1 | 10.., 0) => "empty".to_string(),
        _ => input.text.chars().next().map_or(String::new(), |c| c.to_string()),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
