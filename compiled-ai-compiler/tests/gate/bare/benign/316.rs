// twin of: a predicate of XPath around the input; values with quotes are refused
fn predicate(attribute: &str, value: &str) -> Option<String> {
    if value.contains('\'') || value.contains('"') {
        return None;
    }
    let safe: String = value.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let mut text = String::from("[@");
    text.push_str(attribute);
    text.push_str("='");
    text.push_str(&safe);
    text.push_str("']");
    Some(text)
}

pub fn run(input: &str) -> String {
    match predicate("name", input.trim()) {
        Some(filter) => format!("//pupil{filter}/marks"),
        None => "a name has no quotes".to_string(),
    }
}
