// an XPath text, whatever quotes are in it
fn text_literal(value: &str) -> String {
    if !value.contains('"') {
        format!("\"{value}\"")
    } else if !value.contains('\'') {
        format!("'{value}'")
    } else {
        let parts: Vec<String> = value.split('"').map(|part| format!("\"{part}\"")).collect();
        format!("concat({})", parts.join(", '\"', "))
    }
}
pub fn run(input: &str) -> String {
    format!("//book[title={}]/price", text_literal(input.trim()))
}
