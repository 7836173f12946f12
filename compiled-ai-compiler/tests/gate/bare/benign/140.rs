// formula with variables
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let mut vars: BTreeMap<String, i64> = BTreeMap::new();
    let mut last = 0i64;
    for line in input.lines() {
        let Some((name, value)) = line.split_once('=') else { continue };
        let mut total = 0i64;
        for term in value.split('+') {
            let term = term.trim();
            let n = match term.parse::<i64>() {
                Ok(n) => n,
                Err(_) => vars.get(term).copied().unwrap_or(0),
            };
            total = total.saturating_add(n);
        }
        vars.insert(name.trim().to_string(), total);
        last = total;
    }
    last.to_string()
}
