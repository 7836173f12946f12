// class: ordinary code, shadowing of variables; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let value = input.text;
    let value = value.trim();
    let value = if let Some(value) = value.strip_prefix("no. ") { value } else { value };
    let value = { let value = value.len(); value + 1 };
    let company = (|value: usize| value * 2)(value).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
