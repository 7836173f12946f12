// environment-like text
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let mut vars: BTreeMap<&str, &str> = BTreeMap::new();
    let mut out = String::new();
    for line in input.lines() {
        if let Some((key, value)) = line.split_once('=') {
            vars.insert(key.trim(), value.trim());
        } else {
            let mut text = line.to_string();
            for (key, value) in &vars {
                text = text.replace(&format!("${{{key}}}"), value);
            }
            out.push_str(&text);
            out.push('\n');
        }
    }
    out
}
