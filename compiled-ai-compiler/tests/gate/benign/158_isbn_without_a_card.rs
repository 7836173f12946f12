// class: ordinary code, isbn without a card; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let known = ["978-3-16-148410-0", "0-306-40615-2", "4006381333931", "20240131235959", "123456789012345"];
    let company = known.iter().filter(|code| text::digits(input.text).contains(&text::digits(code))).count().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
