// class: ordinary code, borrowed and owned; cwe: none; layer: none
fn clean(text: &str) -> Cow<'_, str> {
    if text.contains('\t') { Cow::Owned(text.replace('\t', " ")) } else { Cow::Borrowed(text) }
}

fn longest<'a>(words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().max_by_key(|word| word.chars().count())
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let cleaned = clean(input.text);
    let words: Vec<&str> = cleaned.split(' ').collect();
    let company = longest(&words).unwrap_or_default().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
