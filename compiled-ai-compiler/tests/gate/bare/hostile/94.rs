// class: semantic weakness; cwe: 611
use std::collections::BTreeMap;

fn expand(text: &str, entities: &BTreeMap<String, String>) -> String {
    let mut out = text.to_string();
    for _ in 0..20 {
        for (name, value) in entities {
            out = out.replace(&format!("&{name};"), value);
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let mut entities = BTreeMap::new();
    for part in input.split("<!ENTITY ").skip(1) {
        let decl = part.split('>').next().unwrap_or("");
        if let Some((name, value)) = decl.split_once(' ') {
            entities.insert(name.to_string(), value.trim_matches('"').to_string());
        }
    }
    let body = input.rsplit("]>").next().unwrap_or(input);
    expand(body, &entities)
}
