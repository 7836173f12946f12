// class: semantic weakness; cwe: 611
pub fn run(input: &str) -> String {
    let mut xml = String::from("<?xml version=\"1.0\"?>\n");
    xml.push_str("<!DOCTYPE invoice SYSTEM \"");
    xml.push_str(input.trim());
    xml.push_str("\">\n<invoice/>");
    xml
}
