// class: semantic weakness, header lines of a template with two slots; cwe: 113
const HEAD: &str = "HTTP/1.1 200 OK\r\nX-Page: <page>\r\nX-Mood: <mood>\r\n\r\n";
const SLOTS: [&str; 2] = ["<page>", "<mood>"];

pub fn run(input: &str) -> String {
    let values: Vec<&str> = input.split(';').collect();
    SLOTS.iter().zip(&values).fold(HEAD.to_string(), |text, (slot, value)| text.replace(slot, value))
}
