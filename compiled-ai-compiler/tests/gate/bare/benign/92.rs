// a small XML document, escaped
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub fn run(input: &str) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?><items>");
    for item in input.lines() {
        xml.push_str(&format!("<item>{}</item>", escape(item)));
    }
    xml.push_str("</items>");
    xml
}
