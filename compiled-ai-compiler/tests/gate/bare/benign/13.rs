// lower-case without duplicates
use std::collections::BTreeSet;

pub fn run(input: &str) -> String {
    let mut seen = BTreeSet::new();
    input.chars().filter(|c| seen.insert(*c)).collect()
}
