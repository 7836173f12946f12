// class: ordinary code, regex use; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let pattern = regex!(r"(?m)^\s*(?P<label>[A-Za-z ]+?)\s*[:=]\s*(?P<value>\S.*)$");
    let mut notes = Vec::new();
    for captures in pattern.captures_iter(input.text) {
        let label = captures.name("label").map_or("", |m| m.as_str());
        notes.push(format!("{}={}", label, &captures["value"]));
    }
    let cleaned = regex!(r"\s+").replace_all(input.text, " ").into_owned();
    let company = match regex!("[0-9]{4}").find(&cleaned) {
        Some(found) => cleaned[found.start()..found.end()].to_string(),
        None => String::new(),
    };
    let total = regex!(r",").split(input.text).filter_map(|part| part.trim().parse::<Decimal>().ok()).sum();
    Ok(Output { company, date: None, total, items: vec![], notes })
}
