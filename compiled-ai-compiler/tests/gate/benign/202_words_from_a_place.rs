// class: ordinary code, a pattern that searches from a place; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let word = regex!(r"([a-z]+)(\d*)");
    let (mut at, mut notes) = (0, Vec::new());
    while let Some(found) = word.captures_at(input.text, at) {
        let Some(all) = found.get(0) else { break };
        notes.push(all.as_str().to_owned());
        at = all.end();
    }
    let company = word.find_at(input.text, 0).map_or("", |first| first.as_str());
    Ok(Output { company: company.to_owned(), date: None, total: input.amount, items: vec![], notes })
}
