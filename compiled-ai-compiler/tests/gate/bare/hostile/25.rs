// class: non-determinism; cwe: 330
use std::collections::HashMap;

pub fn run(input: &str) -> String {
    let mut counts: HashMap<char, usize> = HashMap::new();
    for c in input.chars() {
        *counts.entry(c).or_insert(0) += 1;
    }
    counts.iter().map(|(c, n)| format!("{c}{n}")).collect::<Vec<_>>().join(",")
}
