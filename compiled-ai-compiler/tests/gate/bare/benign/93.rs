// refuses documents with a DTD
pub fn run(input: &str) -> String {
    let upper = input.to_ascii_uppercase();
    if upper.contains("<!DOCTYPE") || upper.contains("<!ENTITY") {
        return "rejected: DTD".to_string();
    }
    format!("{} elements", input.matches("</").count() + input.matches("/>").count())
}
