// twin of: renamed imports and raw identifiers
use std::collections::BTreeMap as Map;
use std::fmt::{self, Result as Written};
use std::net::Ipv4Addr;

#[derive(Debug, Clone)]
struct Entry {
    r#type: String,
    from: Ipv4Addr,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> Written {
        let place = if self.from.is_private() { "inside" } else { "outside" };
        write!(f, "{} {place}", self.r#type)
    }
}

fn r#match(line: &str) -> Option<Entry> {
    let (r#type, from) = line.split_once(' ')?;
    Some(Entry { r#type: r#type.to_lowercase(), from: from.trim().parse().ok()? })
}

pub fn run(input: &str) -> String {
    let mut counts: Map<String, usize> = Map::new();
    for entry in input.lines().filter_map(r#match) {
        *counts.entry(entry.to_string()).or_default() += 1;
    }
    counts.iter().map(|(entry, n)| format!("{entry}: {n}")).collect::<Vec<_>>().join("\n")
}
