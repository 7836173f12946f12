// twin of: headers of a list are logged: the secret ones by their last characters
use std::collections::BTreeMap;

const TRACED: [&str; 4] = ["host", "accept", "authorization", "via"];
const HIDDEN: [&str; 2] = ["authorization", "x-api-key"];

fn shown(name: &str, value: &str) -> String {
    if HIDDEN.contains(&name) {
        let from = value.len().saturating_sub(3);
        format!("…{}", value.get(from..).map_or(0, str::len))
    } else {
        format!("{value:?}")
    }
}

pub fn run(input: &str) -> String {
    let all: BTreeMap<String, &str> = input
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
        .collect();
    let mut lines = vec![];
    for name in TRACED {
        if let Some(value) = all.get(name) {
            lines.push(format!("trace {name} -> {}", shown(name, value)));
        }
    }
    lines.join("\n")
}
