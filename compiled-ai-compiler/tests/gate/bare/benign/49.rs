// sorts versions
use std::cmp::Ordering;

#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Version {
    parts: Vec<u32>,
}

fn compare(a: &Version, b: &Version) -> Ordering {
    a.parts.cmp(&b.parts)
}

pub fn run(input: &str) -> String {
    let mut versions: Vec<Version> = input
        .split_whitespace()
        .map(|text| Version { parts: text.split('.').map(|p| p.parse().unwrap_or(0)).collect() })
        .collect();
    versions.sort_unstable_by(compare);
    versions
        .iter()
        .map(|v| v.parts.iter().map(|p| p.to_string()).collect::<Vec<_>>().join("."))
        .collect::<Vec<_>>()
        .join(" ")
}
