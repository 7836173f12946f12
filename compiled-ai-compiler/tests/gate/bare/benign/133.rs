// word frequencies, the most frequent first
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in input.split_whitespace() {
        let key = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if !key.is_empty() {
            *counts.entry(key).or_insert(0) += 1;
        }
    }
    let mut pairs: Vec<(String, usize)> = counts.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    pairs.iter().take(5).map(|(w, n)| format!("{w}={n}")).collect::<Vec<_>>().join(",")
}
