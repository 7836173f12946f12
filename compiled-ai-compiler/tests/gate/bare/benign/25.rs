// letter counts in order
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in input.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_insert(0) += 1;
    }
    let mut entries: Vec<_> = counts.into_iter().collect();
    entries.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    entries.iter().map(|(c, n)| format!("{c}{n}")).collect::<Vec<_>>().join(",")
}
