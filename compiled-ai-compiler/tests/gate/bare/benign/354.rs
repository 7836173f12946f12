// twin of: a form whose password is only measured
use std::collections::BTreeMap;
pub fn run(input: &str) -> String {
    let mut user = String::new();
    let mut seen = BTreeMap::new();
    for pair in input.split('&') {
        let Some((k, v)) = pair.split_once('=') else { continue };
        *seen.entry(k.to_string()).or_insert(0u32) += 1;
        match k {
            "user" => user = v.chars().filter(|c| c.is_alphanumeric()).collect(),
            "password" if v.len() < 8 => return "password is too short".to_string(),
            "password" => {}
            _ => {}
        }
    }
    let fields: Vec<String> = seen.iter().map(|(k, n)| format!("{k:?} x{n}")).collect();
    format!("user {user}; fields {}", fields.join(", "))
}
