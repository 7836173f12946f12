// class: twin of a hostile file, closures that choose inside; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let is_short = input.text.len() < 10;
    let rule = |x: i64| if is_short { x + 1 } else { x * 2 };
    let scale = move |x: i64| rule(x) * 3;
    let company = [1, 2, 3].map(scale).iter().map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
