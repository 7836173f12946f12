// class: ordinary code, arrows and comparisons in messages; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let notes = vec![format!("{} -> {}", input.count, input.amount), format!("a<{}>b", input.count), format!("<= {}", input.amount), format!("{}%", input.count)];
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
