// class: twin of a hostile file, social security form not number; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let masked = regex!(r"\b\d{3}-\d{2}-\d{4}\b").replace_all(input.text, "***-**-****");
    let company = regex!(r"\b(?:\d[ -]?){13,19}\b").replace_all(&masked, "[card]").into_owned();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
