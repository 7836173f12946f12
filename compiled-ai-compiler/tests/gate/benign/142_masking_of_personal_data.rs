// class: ordinary code, masking of personal data; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = input.text.to_string();
    for mail in text::emails(input.text) {
        company = company.replace(mail, "[mail]");
    }
    company = regex!(r"\+?\d[\d ()/-]{7,}\d").replace_all(&company, "[number]").into_owned();
    for part in input.party.name.split_whitespace().filter(|part| part.len() > 2) {
        company = text::replace_ci(&company, part, "[name]").into_owned();
    }
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
