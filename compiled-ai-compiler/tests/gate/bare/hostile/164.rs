// class: semantic weakness; cwe: 611
pub fn run(input: &str) -> String {
    let mut output = String::new();
    let mut entity_name = String::new();
    let mut entity_value = String::new();
    if let Some(start) = input.find("<!ENTITY") {
        let rest = &input[start + 8..];
        let mut words = rest.split_whitespace();
        entity_name = words.next().unwrap_or("").to_string();
        entity_value = words.next().unwrap_or("").trim_matches(|c| c == '"' || c == '>').to_string();
    }
    output.push_str(&input.replace(&format!("&{entity_name};"), &entity_value));
    output
}
