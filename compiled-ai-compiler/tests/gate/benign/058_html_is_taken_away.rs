// class: twin of a hostile file, html is taken away; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let plain = regex!(r"(?is)<(?:script|style)\b.*?</(?:script|style)>").replace_all(input.text, " ");
    let plain = regex!(r"<[^<>]+>").replace_all(&plain, " ");
    let company = text::collapse_ws(&plain.replace("&amp;", "&").replace("&lt;", "<").replace("&nbsp;", " ")).trim().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
