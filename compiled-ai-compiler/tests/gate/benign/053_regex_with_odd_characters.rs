// class: twin of a hostile file, regex with odd characters; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let quoted = regex!(r#"["'`]([^"'`\\]*(?:\\.[^"'`\\]*)*)["'`]"#);
    let windows = regex!(r"^[A-Z]:\\(?:[^\\/:*?<>|\r\n]+\\)*[^\\/:*?<>|\r\n]*$");
    let braces = regex!(r"\{[^{}]*\}|\$\{?\w+\}?");
    let company = match quoted.captures(input.text) {
        Some(found) => found.get(1).map_or("", |part| part.as_str()).to_string(),
        None if windows.is_match(input.text) => "path".to_string(),
        None => braces.replace_all(input.text, "[]").into_owned(),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
