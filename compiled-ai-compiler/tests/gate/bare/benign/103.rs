// a header value without line breaks
fn header_value(text: &str) -> String {
    text.chars().filter(|c| *c != '\r' && *c != '\n').collect()
}

pub fn run(input: &str) -> String {
    let lang = header_value(input.trim());
    format!("Content-Language: {lang}\r\n")
}
