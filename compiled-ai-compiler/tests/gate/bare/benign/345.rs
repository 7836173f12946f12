// twin of: headers of a map, without line breaks
use std::collections::BTreeMap;
pub fn run(input: &str) -> String {
    let mut h: BTreeMap<&'static str, String> = BTreeMap::new();
    let clean = |s: &str| s.chars().filter(|c| !c.is_control()).collect::<String>();
    let (id, name) = input.split_once('|').unwrap_or((input, ""));
    h.insert("X-Request-Id", clean(id));
    h.insert("X-Name", clean(name));
    let head: Vec<String> = h.iter().map(|(k, v)| format!("{k}: {v}")).collect();
    ["HTTP/1.1 200 OK", &head.join("\r\n"), "", ""].join("\r\n")
}
