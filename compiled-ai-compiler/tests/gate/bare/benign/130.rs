// key and value pairs sorted
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let map: BTreeMap<&str, &str> = input.split('&').filter_map(|pair| pair.split_once('=')).collect();
    map.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("\n")
}
