// class: ordinary code, semver and paths as text; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let name = input.text.rsplit(['/', '\\']).next().unwrap_or(input.text);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_hidden = name.starts_with('.') || input.text.contains("/.") || input.text.contains("../");
    let company = format!("{stem}|{extension}|{is_hidden}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
