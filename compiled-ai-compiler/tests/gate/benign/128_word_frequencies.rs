// class: ordinary code, word frequencies; cwe: none; layer: none
const STOP: &[&str] = &["the", "a", "an", "of", "and", "or", "to", "in", "is", "are", "for", "on", "with"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in text::words(input.text).map(|word| text::strip_punct(word).to_lowercase()) {
        if word.len() > 1 && !STOP.contains(&word.as_str()) {
            counts.entry(word).and_modify(|count| *count += 1).or_insert(1);
        }
    }
    let mut sorted: Vec<(&String, &u32)> = counts.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let notes = sorted.iter().take(5).map(|(word, count)| format!("{word} {count}")).collect();
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
