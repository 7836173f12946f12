// parses headers
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let mut headers: BTreeMap<String, &str> = BTreeMap::new();
    for line in input.lines().take_while(|line| !line.is_empty()) {
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.trim().to_ascii_lowercase(), value.trim());
        }
    }
    headers.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("\n")
}
