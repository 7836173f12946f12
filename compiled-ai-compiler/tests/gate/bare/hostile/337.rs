// class: leakage, headers of a list are logged, a secret one too; cwe: 532
use std::collections::BTreeMap;

const TRACED: [&str; 4] = ["Host", "Accept", "X-Api-Key", "Via"];

struct Pair {
    name: String,
    value: String,
}

pub fn run(input: &str) -> String {
    let pairs: Vec<Pair> = input
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| Pair { name: name.trim().to_string(), value: value.trim().to_string() })
        .collect();
    let all: BTreeMap<&str, &str> = pairs.iter().map(|pair| (pair.name.as_str(), pair.value.as_str())).collect();
    TRACED
        .iter()
        .filter_map(|name| all.get(name).map(|value| format!("trace {name} -> {value:?}")))
        .collect::<Vec<_>>()
        .join("\n")
}
