// class: ordinary code, text between markers; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let body = text::between_ci(input.text, "begin", "end").or_else(|| text::after_ci(input.text, "begin")).unwrap_or(input.text);
    let notes = text::paragraphs(body).iter().map(|paragraph| text::collapse_ws(paragraph).into_owned()).collect();
    let company = text::label_value(body, &["company", "firm", "seller"]).unwrap_or_default().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
