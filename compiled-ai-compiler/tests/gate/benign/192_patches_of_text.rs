// class: ordinary code, patches of text; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = input.text.to_string();
    if let Some(at) = company.find("Total") {
        company.insert_str(at, ">> ");
        company.truncate(at + 8);
    }
    company.retain(|c| c != '\r');
    if company.len() > 4 && company.is_char_boundary(2) {
        let tail = company.split_off(2);
        company.insert(0, '#');
        company.extend(tail.chars().rev());
    }
    company.drain(..1);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
