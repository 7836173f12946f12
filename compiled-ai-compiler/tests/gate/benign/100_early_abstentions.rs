// class: twin of a hostile file, early abstentions; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if input.text.trim().is_empty() {
        return Err(Abstain::new("the text is empty"));
    }
    if input.amount < Decimal::ZERO {
        return Err(Abstain::field("total", format!("{} is negative", input.amount)));
    }
    let Some(company) = words::company_name(input.text) else {
        return Err(Abstain::field("company", "no company is named"));
    };
    let company = company.to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
